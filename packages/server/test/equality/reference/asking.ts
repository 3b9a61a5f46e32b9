import { GraphQLError } from 'graphql'
import type { Answer } from '../../harness/service.js'
import type { Eyes, Sight } from './eyes.js'
import type { Store } from './store.js'

export interface Caller {
  name: string
  scopes: readonly string[]
  sight: Sight
}

/** The context of an operation. */
export interface Asking {
  store: Store
  caller: Caller
  eyes: Eyes
  /** Asks the service something as the same caller, for what has no plain rule. */
  ask(query: string, variables: object): Promise<Answer>
  rankings: Rankings
}

/** What the service says of each search: the scores of what it can find, by global ids, and the places of its cursors. */
export type Rankings = ReadonlyMap<string, Ranking>

export interface Ranking {
  scores: ReadonlyMap<string, number>
  /** The global ids of what stands at the cursors of the search without types and filter. */
  cursors: ReadonlyMap<string, string>
}

export const refusal = (code: string): GraphQLError => new GraphQLError(code, { extensions: { code } })

export const badInput = (): GraphQLError => refusal('BAD_USER_INPUT')

export const globalId = (type: string, id: string): string =>
  Buffer.from(`${type}:${id}`).toString('base64url')

const NOUNS =
  /^(ApiKey|Site|Article|ArticleText|Speaker|Statement|StatementThread|Utterance|Topic|Event|Place|Document|Revision|Merge|Change|Webhook|WebhookDelivery|StatementNote|ArticleClaim|Alert):([0-9a-f-]{36})$/

/** The type and the UUID in a global id; null when it is none. */
export function parseId(text: string): { type: string; id: string } | null {
  const [, type = '', id = ''] = NOUNS.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? []
  return globalId(type, id) === text ? { type, id } : null
}

/** The UUID in a global id of one type. */
export function uuidOf(type: string, text: string): string {
  const parsed = parseId(text)
  if (parsed?.type !== type) throw badInput()
  return parsed.id
}
