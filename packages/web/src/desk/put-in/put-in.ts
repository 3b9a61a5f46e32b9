import { type ArticleSource, type Client, mutate } from '@onrecord/sdk'
import { messageOf } from '../review/message-of.js'
import { newKey } from '../review/new-key.js'

/** What somebody gives to the record. */
export interface Given {
  /** The name of its file; absent for what was pasted. */
  name?: string
  content: string
}

/** What has become of it. */
export interface Put {
  key: string
  name: string
  state: 'waiting' | 'reading' | 'in' | 'refused'
  /** A sentence. */
  says: string
  /** The article that it is now. */
  article: { id: string; title: string } | null
}

/** The form that a text has: by the name of its file, else by how it begins. */
export function sourceOf({ name = '', content }: Given): ArticleSource {
  if (/\.(html?|xhtml)$/i.test(name) || /^\s*<(!doctype|html|head|body|article|div|p|h1)\b/i.test(content)) {
    return { html: content }
  }
  if (/\.(md|markdown)$/i.test(name) || /^---\r?\n/.test(content)) return { markdown: content }
  return { plainText: content }
}

/** Puts articles into the record, one after the other. */
export class PutIn {
  readonly #client: Client
  readonly #onChange: (puts: readonly Put[]) => void
  #puts: readonly Put[] = []
  #last: Promise<void> = Promise.resolve()

  /** @param onChange called with all that was put in, the last first, whenever something has become of it. */
  constructor(client: Client, onChange: (puts: readonly Put[]) => void) {
    this.#client = client
    this.#onChange = onChange
  }

  add(given: Given): void {
    const key = newKey()
    const name = given.name ?? (given.content.trim().split('\n', 1)[0] ?? '').slice(0, 80)
    this.#set([{ key, name, state: 'waiting', says: 'Waits.', article: null }, ...this.#puts])
    this.#last = this.#last.then(() => this.#put(key, given))
  }

  async #put(key: string, given: Given): Promise<void> {
    this.#tell(key, { state: 'reading', says: 'Is being read…' })
    try {
      const { name } = given
      const input = { source: sourceOf(given), idempotencyKey: key, ...(name && { name }) }
      const { articleIngest: result } = await mutate(this.#client, {
        articleIngest: {
          $: { input },
          $on: {
            ArticleSuccess: {
              status: true,
              statementsProposed: true,
              statementsVanished: { id: true },
              article: { id: true, title: true },
            },
            ConflictError: { message: true },
            ForbiddenError: { message: true },
            NotFoundError: { message: true },
            ValidationError: { message: true },
          },
        },
      })
      if (result?.__typename !== 'ArticleSuccess') throw new Error(messageOf(result))
      const { status, statementsProposed, statementsVanished, article } = result
      const vanished = statementsVanished.length
      const says =
        status === 'UNCHANGED'
          ? 'The record has it already, word for word.'
          : `${status === 'CREATED' ? 'Is in' : 'Was brought up to date'}: ${statementsProposed} new ${statementsProposed === 1 ? 'proposal' : 'proposals'} to review.${vanished > 0 ? ` The new text has not got ${vanished} verified ${vanished === 1 ? 'statement' : 'statements'} any more.` : ''}`
      this.#tell(key, { state: 'in', says, article })
    } catch (error) {
      this.#tell(key, { state: 'refused', says: `Not taken: ${(error as Error).message}.` })
    }
  }

  #tell(key: string, change: Partial<Put>): void {
    this.#set(this.#puts.map((put) => (put.key === key ? { ...put, ...change } : put)))
  }

  #set(puts: readonly Put[]): void {
    this.#puts = puts
    this.#onChange(puts)
  }
}
