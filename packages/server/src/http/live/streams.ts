import type { GraphQLError } from 'graphql'
import { codedError } from '../../graphql/coded-error.js'
import type { KeyRing } from '../../record/api-key/key-ring.js'
import { unauthenticated } from '../../record/errors.js'
import type { Owner } from '../purses.js'
import type { SpareMemory } from '../spare-memory.js'

/** Milliseconds between two looks whether the keys of open streams are still good. */
const KEY_INTERVAL = 2_000

/** Bytes that a stream takes, with its connection, as `npm run bench -- live` has measured them. */
const STREAM_SIZE = 50_000

/** Seconds after which a caller may try again when too many streams are open. */
const RETRY_AFTER = 5

/** A stream of events that is open. */
export class OpenStream {
  readonly owner: Owner
  readonly keyId: string | null
  /** Its events, once they are there. */
  events: AsyncIterator<unknown> | null = null
  /** Why it was ended, when that is an error. */
  reason: Error | null = null
  isEnded = false

  constructor(owner: Owner, keyId: string | null) {
    this.owner = owner
    this.keyId = keyId
  }

  /** Ends it: with an error, or as if there were no further events. */
  end(reason: Error | null): void {
    this.reason ??= reason
    this.isEnded = true
    void this.events?.return?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void, undefined> {
    while (this.events && !this.isEnded) {
      const { done, value } = await this.events.next()
      if (done) return
      yield value
    }
  }
}

/** The open streams: it bounds how many there are, and ends those whose key is no longer good. */
export class Streams {
  readonly #limits: { streams: number; streamsPerCaller: number }
  readonly #keys: KeyRing
  readonly #open = new Set<OpenStream>()
  readonly #ofOwner = new Map<string, number>()
  readonly #report: (error: unknown) => void
  readonly #memory: SpareMemory | null
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  /**
   * @param report is told when the keys cannot be looked at.
   * @param memory is told of the memory that ended streams leave.
   */
  constructor(
    limits: { streams: number; streamsPerCaller: number },
    keys: KeyRing,
    report: (error: unknown) => void,
    memory: SpareMemory | null = null,
  ) {
    this.#memory = memory
    this.#limits = limits
    this.#keys = keys
    this.#report = report
  }

  /** How many give events. */
  get size(): number {
    return [...this.#open].filter(({ events }) => events !== null).length
  }

  /** Why the owner may open no further stream now; null when they may. */
  refusal({ name }: Owner): GraphQLError | null {
    const { streams, streamsPerCaller } = this.#limits
    const own = this.#ofOwner.get(name) ?? 0
    if (own >= streamsPerCaller) {
      return refusalWith(
        429,
        'RATE_LIMITED',
        `you have ${own} streams open: close one before you open another`,
      )
    }
    if (this.#open.size < streams && !this.#isClosed) return null
    return refusalWith(503, 'SERVICE_UNAVAILABLE', 'too many streams are open: try again in a moment')
  }

  /** Counts a stream as open. @returns a function to call once it has ended. */
  enter(stream: OpenStream): () => void {
    const { name } = stream.owner
    this.#open.add(stream)
    this.#ofOwner.set(name, (this.#ofOwner.get(name) ?? 0) + 1)
    this.#timer ??= setInterval(() => void this.#checkKeys(), KEY_INTERVAL).unref()
    return () => {
      if (!this.#open.delete(stream)) return
      this.#memory?.note(STREAM_SIZE)
      const own = (this.#ofOwner.get(name) ?? 1) - 1
      if (own > 0) this.#ofOwner.set(name, own)
      else this.#ofOwner.delete(name)
      if (this.#open.size > 0) return
      clearInterval(this.#timer)
      this.#timer = undefined
    }
  }

  /** Ends all streams, and lets nobody open another. */
  close(): void {
    this.#isClosed = true
    for (const stream of [...this.#open]) stream.end(null)
  }

  async #checkKeys(): Promise<void> {
    const keyIds = new Set([...this.#open].flatMap(({ keyId }) => keyId ?? []))
    if (keyIds.size === 0) return
    try {
      const good = await this.#keys.goodAmong([...keyIds])
      for (const stream of [...this.#open]) {
        if (stream.keyId === null || good.has(stream.keyId) || !keyIds.has(stream.keyId)) continue
        stream.end(unauthenticated('the key was revoked or has expired: ask an admin for another'))
      }
    } catch (error) {
      this.#report(error)
    }
  }
}

const refusalWith = (status: number, code: 'RATE_LIMITED' | 'SERVICE_UNAVAILABLE', message: string) =>
  codedError(code, message, {
    retryable: true,
    retryAfter: RETRY_AFTER,
    http: { status, headers: { 'retry-after': String(RETRY_AFTER) } },
  })
