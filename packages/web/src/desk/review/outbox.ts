import { type Client, OnRecordError } from '@onrecord/sdk'
import { signal } from '@preact/signals'
import { failureOf, type Hindrance } from '../failure.js'
import { type DeskWrite, following, idsOf, without } from './desk-write.js'
import { newKey } from './new-key.js'
import { type Result, sendWrite } from './send-write.js'

/** A write that is on its way. */
export interface Waiting {
  /** The service knows by it that a write which comes again was done before. */
  key: string
  write: DeskWrite
  /** Whether it may have reached the service. */
  sent: boolean
}

/** What came of a write for one statement. */
export type Outcome = Result & { id: string; waiting: Waiting }

interface Hindered {
  hindrance: Hindrance
  /** Milliseconds after which the service wants to be asked again. */
  after?: number | undefined
}

/** Where writes are kept until the service has acknowledged them: `sessionStorage`, or an object of a test. */
export type Keep = Pick<Storage, 'getItem' | 'setItem'>

export interface OutboxOptions {
  client: Client
  keep: Keep
  /** Who writes: what one person has decided is never sent for another one. */
  owner: string
  onOutcome: (outcome: Outcome) => void
  /** Milliseconds before the first further try; they double up to 10 s. */
  pause?: number
}

/**
 * Sends writes in the background, one after the other, in the order in which they were made. Each is kept until the service
 * has acknowledged it, and sent again with the same key when no answer came.
 */
export class Outbox {
  readonly waiting = signal<readonly Waiting[]>([])
  readonly hindrance = signal<Hindrance | null>(null)
  readonly #options: OutboxOptions
  readonly #name: string
  #sending = false
  #wake: () => void = () => {}

  constructor(options: OutboxOptions) {
    this.#options = options
    this.#name = `onrecord-outbox:${options.owner}`
    this.waiting.value = JSON.parse(options.keep.getItem(this.#name) ?? '[]')
  }

  /** Puts a write at the end, and begins to send. */
  add(write: DeskWrite): string {
    const key = newKey()
    this.#set([...this.waiting.value, { key, write, sent: false }])
    void this.send()
    return key
  }

  /** Takes a write back that was not sent yet. Returns whether it was still there. */
  takeBack(key: string): boolean {
    const rest = this.waiting.value.filter((one) => one.key !== key || one.sent)
    if (rest.length === this.waiting.value.length) return false
    this.#set(rest)
    return true
  }

  /** Whether something about a statement is on its way. */
  hasFor(statementId: string): boolean {
    return this.waiting.value.some(({ write }) => idsOf(write).includes(statementId))
  }

  /** Takes in that the session has ended, before something was sent. */
  signedOut(): void {
    this.hindrance.value = 'signed-out'
  }

  /** Tries at once, as when the network is back. */
  hurry(): void {
    this.#wake()
    void this.send()
  }

  /** Sends what waits. */
  async send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    try {
      for (let tries = 0; this.waiting.value[0]; ) {
        const [first] = this.waiting.value
        this.#set(this.waiting.value.map((one) => (one === first ? { ...one, sent: true } : one)))
        const outcome = await this.#sendOne(this.waiting.value[0])
        this.hindrance.value = Array.isArray(outcome) ? null : outcome.hindrance
        if (Array.isArray(outcome)) {
          tries = 0
          this.#settle(this.waiting.value[0], outcome)
        } else if (outcome.hindrance === 'signed-out') return
        else await this.#pause(outcome.after ?? Math.min((this.#options.pause ?? 500) * 2 ** tries++, 10_000))
      }
    } finally {
      this.#sending = false
    }
  }

  async #sendOne({ key, write }: Waiting): Promise<Result[] | Hindered> {
    try {
      return await sendWrite(this.#options.client, key, write)
    } catch (error) {
      const { kind, reason } = failureOf(error)
      if (kind === 'refused') return idsOf(write).map(() => ({ kind, message: reason }))
      // Whether it was done or not, the same write with the same key does no harm.
      return { hindrance: kind, after: error instanceof OnRecordError ? error.retryAfter : undefined }
    }
  }

  /**
   * Takes a write away that has an answer. What follows about a statement of it follows the version that was made, or falls
   * where the write has failed; what the write did for its other statements stays done.
   */
  #settle(waiting: Waiting, results: readonly Result[]): void {
    const outcomes = idsOf(waiting.write).flatMap((id, index) => {
      const result = results[index]
      return result ? [{ ...result, id, waiting }] : []
    })
    const rest = this.waiting.value.slice(1).flatMap((one) => {
      const write = outcomes.reduce<DeskWrite | null>(after, one.write)
      return write ? [{ ...one, write }] : []
    })
    this.#set(rest)
    for (const outcome of outcomes) this.#options.onOutcome(outcome)
  }

  #set(waiting: readonly Waiting[]): void {
    this.waiting.value = waiting
    this.#options.keep.setItem(this.#name, JSON.stringify(waiting))
  }

  async #pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** What is left of a write once something has come of the one before it. */
const after = (write: DeskWrite | null, outcome: Outcome): DeskWrite | null => {
  if (write === null) return null
  return outcome.kind === 'done' ? following(write, outcome.id, outcome.version) : without(write, outcome.id)
}
