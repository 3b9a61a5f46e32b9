import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from './logger.js'
import type { SpareMemory } from './spare-memory.js'

/**
 * The answers that clients have not taken yet. One that is not taken in time is dropped with its connection. When all
 * together have too many bytes, those that have waited longest are dropped.
 */
export class WaitingAnswers {
  readonly #waiting = new Map<ServerResponse, { bytes: number; timer: NodeJS.Timeout }>()
  readonly #known = new WeakSet<ServerResponse>()
  readonly #time: number
  readonly #most: number
  readonly #logger: Logger
  #bytes = 0

  constructor(
    { answerTime, waitingAnswers }: { answerTime: number; waitingAnswers: number },
    logger: Logger,
  ) {
    this.#time = answerTime
    this.#most = waitingAnswers
    this.#logger = logger
  }

  /** Bytes that wait now. */
  get bytes(): number {
    return this.#bytes
  }

  /** Counts what a response has written and its client has not taken. */
  note(response: ServerResponse): void {
    const bytes = response.writableLength + (unwritten.get(response) ?? 0)
    const known = this.#waiting.get(response)
    if (bytes === 0 && !known) return
    if (known) {
      this.#bytes += bytes - known.bytes
      known.bytes = bytes
    } else {
      const timer = setTimeout(() => this.#drop(response, 'it was not taken in time'), this.#time)
      this.#waiting.set(response, { bytes, timer })
      this.#bytes += bytes
      this.#listen(response)
    }
    while (this.#bytes > this.#most) {
      const [oldest] = this.#waiting.keys()
      if (!oldest) return
      this.#drop(oldest, 'too many answers wait')
    }
  }

  /** A stream is noted again after each part that its client was slow to take; all of an answer has to be taken in time. */
  #listen(response: ServerResponse): void {
    if (this.#known.has(response)) return
    this.#known.add(response)
    for (const event of ['finish', 'close']) response.on(event, () => this.#forget(response))
    response.on('drain', () => (unwritten.get(response) ? this.note(response) : this.#forget(response)))
  }

  #drop(response: ServerResponse, reason: string): void {
    this.#logger.warn({ bytes: this.#waiting.get(response)?.bytes, reason }, 'an answer is dropped')
    this.#forget(response)
    // One that waits for another answer on the same connection has no socket of its own yet.
    const { socket } = response.req
    response.destroy()
    // Otherwise the system would keep what it has of the answer, for as long as the client does not read.
    socket.resetAndDestroy()
  }

  #forget(response: ServerResponse): void {
    const known = this.#waiting.get(response)
    if (!known) return
    clearTimeout(known.timer)
    this.#bytes -= known.bytes
    this.#waiting.delete(response)
  }
}

const unwritten = new WeakMap<ServerResponse, number>()

/** Tells how many bytes of an answer there are beside those that are written. They wait, too. */
export const tellUnwritten = (response: ServerResponse, bytes: number) => void unwritten.set(response, bytes)

const begun = new WeakMap<ServerResponse, () => void>()

/** Calls a function once, when a response begins to be written or its connection is closed. */
export function onceBegun(response: ServerResponse, then: () => void): void {
  const once = () => {
    if (begun.delete(response)) then()
  }
  begun.set(response, once)
  response.once('close', once)
}

/** A class of responses that tells how large they are, and what their clients have not taken yet. */
export function responseClass(waiting: WaitingAnswers, memory: SpareMemory): typeof ServerResponse {
  class WatchedResponse<Request extends IncomingMessage> extends ServerResponse<Request> {
    // biome-ignore lint/suspicious/noExplicitAny: the method has many forms, and all are passed on
    override write(...given: any): boolean {
      const taken = super.write(...(given as Parameters<ServerResponse['write']>))
      begun.get(this)?.()
      if (!taken) waiting.note(this)
      return taken
    }
    // biome-ignore lint/suspicious/noExplicitAny: the method has many forms, and all are passed on
    override end(...given: any): this {
      const [body] = given as [unknown]
      if (typeof body === 'string' || Buffer.isBuffer(body)) memory.note(body.length)
      super.end(...(given as Parameters<ServerResponse['end']>))
      begun.get(this)?.()
      waiting.note(this)
      return this
    }
  }
  return WatchedResponse
}
