import { type Client, mutate, query, type TextAnchorInput } from '@onrecord/sdk'
import { NAMED, POSITION } from '../../record/selections.js'
import { RefusedError } from '../failure.js'
import type { DeskWrite } from '../review/desk-write.js'
import { messageOf } from '../review/message-of.js'
import { sendWrite } from '../review/send-write.js'

const TEXT = { id: true, content: true, segments: { kind: true, position: POSITION } } as const
const VANISHED = { reviewStatuses: ['VERIFIED'], anchorStatuses: ['ORPHANED', 'AMBIGUOUS'] } as const

/** Most of each list that is read at once; when these are decided, the next come. */
const AT_ONCE = 50

/** What waits for a decision: texts that shrank, and verified statements whose words are gone. */
export async function readChanged(client: Client) {
  const { articles, statements } = await query(
    client,
    {
      articles: {
        $: { first: AT_ONCE, filter: { isHeld: true } },
        nodes: {
          id: true,
          title: true,
          site: NAMED,
          held: { length: true, heldAt: true },
          text: { length: true },
        },
        totalCount: { value: true, isExact: true },
      },
      statements: {
        $: {
          first: AT_ONCE,
          filter: {
            reviewStatuses: [...VANISHED.reviewStatuses],
            anchorStatuses: [...VANISHED.anchorStatuses],
          },
        },
        nodes: { id: true, text: true, speaker: NAMED, article: NAMED_ARTICLE },
        totalCount: { value: true, isExact: true },
      },
    },
    { operationName: 'DeskChanged' },
  )
  return { articles, statements }
}

const NAMED_ARTICLE = { id: true, title: true } as const

/** A held text, the one on record, and the verified statements of that. Null when it is not held any more. */
export async function readHeld(client: Client, id: string) {
  const { article } = await query(
    client,
    {
      article: {
        $: { by: { id } },
        ...{ id: true, title: true, url: true, language: true },
        held: { content: true, length: true, heldAt: true },
        text: { content: true, length: true, capturedAt: true },
        statements: {
          $: { first: 100, filter: { reviewStatuses: ['VERIFIED'] } },
          nodes: { anchors: { quote: { exact: true } } },
        },
      },
    },
    { operationName: 'DeskHeld' },
  )
  return article?.held ? { ...article, held: article.held } : null
}

export type Held = NonNullable<Awaited<ReturnType<typeof readHeld>>>

/** A statement with the text that had its words, and the article's text of today. */
export async function readVanished(client: Client, id: string) {
  const { statement } = await query(
    client,
    {
      statement: {
        $: { by: { id } },
        ...{ id: true, version: true, text: true, reviewStatus: true, review: { by: true }, speaker: NAMED },
        anchors: { status: true, position: POSITION, text: TEXT, quote: { exact: true } },
        article: { id: true, title: true, url: true, language: true, text: TEXT },
      },
    },
    { operationName: 'DeskVanished' },
  )
  return statement
}

export type Vanished = NonNullable<Awaited<ReturnType<typeof readVanished>>>

/** What is done about a statement. */
export type StatementDeed =
  | { kind: 'review'; decision: 'RETRACT' | 'REOPEN' | 'VERIFY' }
  | { kind: 'update'; anchors: TextAnchorInput[] }
  | { kind: 'revert'; toVersion: number }

/** Somebody has changed the statement since it was read. */
export class ChangedMeanwhileError extends Error {}

interface Target {
  id: string
  expectedVersion: number
  idempotencyKey: string
}

/** Writes about a statement. @returns the version that it has then. @throws ChangedMeanwhileError */
export async function writeStatement(client: Client, target: Target, deed: StatementDeed): Promise<number> {
  const { idempotencyKey, ...statement } = target
  const [result] = await sendWrite(client, idempotencyKey, writeOf(statement, deed), {})
  if (result?.kind === 'done') return result.version
  if (result?.kind === 'conflict') throw new ChangedMeanwhileError()
  throw new RefusedError(result?.message)
}

function writeOf(statement: Omit<Target, 'idempotencyKey'>, deed: StatementDeed): DeskWrite {
  switch (deed.kind) {
    case 'review':
      return { kind: 'review', input: { ...statement, decision: deed.decision } }
    case 'update':
      return { kind: 'update', input: { ...statement, patch: { anchors: deed.anchors } } }
    case 'revert':
      return { kind: 'revert', input: { ...statement, toVersion: deed.toVersion } }
  }
}

/** Takes or drops the held text of an article. */
export async function decideHeld(
  client: Client,
  input: { id: string; accept: boolean; idempotencyKey: string },
) {
  const { articleDecideHeld: result } = await mutate(client, {
    articleDecideHeld: {
      $: { input },
      $on: {
        ArticleSuccess: { statementsVanished: { id: true }, statementsProposed: true },
        ConflictError: { message: true },
        NotFoundError: { message: true },
        ValidationError: { message: true },
        ForbiddenError: { message: true },
      },
    },
  })
  if (result?.__typename !== 'ArticleSuccess') throw new RefusedError(messageOf(result))
  return result
}
