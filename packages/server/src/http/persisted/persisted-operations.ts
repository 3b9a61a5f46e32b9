import type { Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import { codedError } from '../../graphql/coded-error.js'
import type { ErrorExtensionCode } from '../../record/errors.js'
import type { Admitted } from '../admission.js'
import { sha256 } from './sha256.js'

/**
 * `off`: operations come as texts. `allow`: or by the SHA-256 of a text that is on the list or came before. `only`: no
 * operation runs that is not on the list.
 */
export type PersistedMode = 'off' | 'allow' | 'only'

/** Most characters of the texts that callers have taught the service, all together, and of one of them. */
const MOST_LEARNED = 1_000_000
const LONGEST_LEARNED = 50_000

/** Finds the operations that callers name by a hash, in the protocol of Apollo's persisted queries. */
export class PersistedOperations {
  readonly #mode: PersistedMode
  readonly #listed: ReadonlyMap<string, string>
  readonly #learned = new LRUCache<string, string>({
    maxSize: MOST_LEARNED,
    maxEntrySize: LONGEST_LEARNED,
    sizeCalculation: (text) => text.length + 100,
  })

  /** @param listed the texts of operations by their SHA-256. */
  constructor(mode: PersistedMode, listed: ReadonlyMap<string, string>) {
    this.#mode = mode
    this.#listed = listed
  }

  /**
   * The text of the operation that a request asks for: the one that it sends, or the one that it names by a hash.
   *
   * @param unlisted whether the caller may run an operation that is not on the list.
   * @returns the parameter `query` as it came when there is no hash to look for.
   * @throws GraphQLError when the operation is not known, or may not run.
   */
  textOf(query: unknown, extensions: unknown, unlisted = false): unknown {
    const isClosed = this.#mode === 'only' && !unlisted
    const sent = typeof query === 'string' && query !== '' ? query : null
    const named = nameIn(extensions)
    if (named === undefined) return sent !== null && isClosed ? this.#allowed(sent) : query
    if (this.#mode === 'off') {
      if (sent !== null) return sent
      throw refusal('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported')
    }
    const hash = hashOf(named)
    if (sent === null) {
      const text = this.#listed.get(hash) ?? this.#learned.get(hash)
      if (text === undefined) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
      return text
    }
    if (sha256(sent) !== hash) {
      throw refusal(
        'BAD_REQUEST',
        'extensions.persistedQuery.sha256Hash is not the SHA-256 of the query: hash its text in UTF-8',
      )
    }
    if (isClosed) return this.#allowed(sent)
    if (this.#mode === 'allow' && !this.#listed.has(hash)) this.#learned.set(hash, sent)
    return sent
  }

  #allowed(text: string): string {
    if (this.#listed.has(sha256(text))) return text
    const message =
      'this service runs no operation but those of its list: send one of them, or ask its operator to add yours'
    throw refusal('PERSISTED_QUERY_NOT_ALLOWED', message)
  }
}

/** Puts the text of an operation in the place of its hash. */
export const persistedOperations = (operations: PersistedOperations): Plugin<object, Admitted> => ({
  onParams({ params, setParams, context }) {
    if (params === null || typeof params !== 'object') return
    const query = operations.textOf(params.query, params.extensions, context.admission?.unlisted)
    if (query !== params.query) setParams({ ...params, query: query as string })
  },
})

/** What extensions say of a persisted query; undefined when they say nothing. */
function nameIn(extensions: unknown): unknown {
  if (extensions === null || typeof extensions !== 'object') return undefined
  const { persistedQuery } = extensions as { persistedQuery?: unknown }
  return persistedQuery ?? undefined
}

function hashOf(named: unknown): string {
  const { version, sha256Hash } = named as { version?: unknown; sha256Hash?: unknown }
  if (version === 1 && typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/i.test(sha256Hash)) {
    return sha256Hash.toLowerCase()
  }
  throw refusal(
    'BAD_REQUEST',
    'extensions.persistedQuery is not of version 1 with 64 hex digits as sha256Hash: send {"version":1,"sha256Hash":"…"}',
  )
}

/** The messages of Apollo's protocol are short words: clients look for them. */
const refusal = (code: ErrorExtensionCode, message: string) =>
  codedError(code, message, { http: { spec: true, status: 400 } })
