import { type Client, mutate, OnRecordError } from '@onrecord/sdk'
import { signal } from '@preact/signals'
import type { DeskWrite } from './desk-write.js'
import { messageOf } from './message-of.js'
import { newKey } from './new-key.js'

/** A write that is on its way. */
export interface Waiting {
  /** The service knows by it that a write which comes again was done before. */
  key: string
  write: DeskWrite
  /** Whether it may have reached the service. */
  sent: boolean
}

/** What came of a write. */
export type Outcome =
  | { kind: 'done'; waiting: Waiting; version: number; status: string }
  | { kind: 'conflict'; waiting: Waiting }
  | { kind: 'refused'; waiting: Waiting; message: string }

/** Why nothing is sent at the moment. */
export type Hindrance = 'unreachable' | 'busy' | 'signed-out' | null

interface Hindered {
  hindrance: Exclude<Hindrance, null>
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
  readonly hindrance = signal<Hindrance>(null)
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
    return this.waiting.value.some(({ write }) => write.input.id === statementId)
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
        this.hindrance.value = 'hindrance' in outcome ? outcome.hindrance : null
        if (!('hindrance' in outcome)) {
          tries = 0
          this.#settle(outcome)
        } else if (outcome.hindrance === 'signed-out') return
        else await this.#pause(outcome.after ?? Math.min((this.#options.pause ?? 500) * 2 ** tries++, 10_000))
      }
    } finally {
      this.#sending = false
    }
  }

  async #sendOne(waiting: Waiting): Promise<Outcome | Hindered> {
    try {
      const result = await sendWrite(this.#options.client, waiting)
      if (result?.__typename === 'StatementSuccess') {
        const { version, reviewStatus } = result.statement
        return { kind: 'done', waiting, version, status: reviewStatus }
      }
      if (result?.__typename === 'ConflictError') return { kind: 'conflict', waiting }
      return { kind: 'refused', waiting, message: messageOf(result) }
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error
      const { kind, message, retryAfter } = error
      if (kind === 'unauthorized') return { hindrance: 'signed-out' }
      if (kind === 'bad-request' || kind === 'graphql') return { kind: 'refused', waiting, message }
      // Whether it was done or not, the same write with the same key does no harm.
      return { hindrance: kind === 'rate-limited' ? 'busy' : 'unreachable', after: retryAfter }
    }
  }

  /** Takes a write away that has an answer. What follows about the same statement follows its new version, or falls with it. */
  #settle(outcome: Outcome): void {
    const { key, write } = outcome.waiting
    const { id } = write.input
    const rest = this.waiting.value.filter((one) => one.key !== key)
    this.#set(
      outcome.kind === 'done'
        ? rest.map((one) => (one.write.input.id === id ? withVersion(one, outcome.version) : one))
        : rest.filter((one) => one.write.input.id !== id),
    )
    this.#options.onOutcome(outcome)
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

const withVersion = (waiting: Waiting, expectedVersion: number): Waiting => ({
  ...waiting,
  write: { ...waiting.write, input: { ...waiting.write.input, expectedVersion } } as DeskWrite,
})

const RESULT = {
  $on: {
    StatementSuccess: { statement: { version: true, reviewStatus: true } },
    ConflictError: { currentVersion: true },
    NotFoundError: { message: true },
    ValidationError: { message: true },
    ForbiddenError: { message: true },
  },
} as const

async function sendWrite(client: Client, { key, write }: Waiting) {
  const options = { retry: 0 }
  switch (write.kind) {
    case 'review': {
      const input = { ...write.input, idempotencyKey: key }
      return (await mutate(client, { statementReview: { $: { input }, ...RESULT } }, options)).statementReview
    }
    case 'update': {
      const input = { ...write.input, idempotencyKey: key }
      return (await mutate(client, { statementUpdate: { $: { input }, ...RESULT } }, options)).statementUpdate
    }
    case 'revert': {
      const input = { ...write.input, idempotencyKey: key }
      return (await mutate(client, { statementRevert: { $: { input }, ...RESULT } }, options)).statementRevert
    }
  }
}
