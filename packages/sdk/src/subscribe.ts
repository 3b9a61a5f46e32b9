import { checkAnswer, readAnswer } from './answer.js'
import type { Client } from './client.js'
import type { TypedDocument } from './document.js'
import { OnRecordError } from './error.js'
import { readEvents } from './events.js'
import { type Body, failureFrom, pauseAfter, post } from './http.js'
import { bodyOf } from './persist.js'

export interface SubscribeOptions<Result> {
  /** Ends the subscription: the iterator is done, without an error. */
  signal?: AbortSignal
  /** Tries in a row to get the connection back before it gives up: 10 by default. */
  retry?: number
  /**
   * Milliseconds without anything from the service, not even one of the pings that it sends every 12 s, after which the
   * line counts as broken: 30,000 by default.
   */
  timeout?: number
  /**
   * The place of an event, passed as the variable `after` when the line broke; `cursor` of the event's first field by
   * default. Without one the subscription starts anew, and events in between are lost.
   */
  cursorOf?: (event: Result) => string | null | undefined
}

const TIMEOUT = 30_000
const RETRIES = 10

/**
 * The events of a subscription, over server-sent events (GraphQL over SSE, distinct connections mode). A broken line is
 * taken up again after the last event seen. Leaving the loop closes the connection; so does `return()`, at once.
 *
 * @example
 * for await (const { statementChanged } of subscribe(client, StatementChanged)) console.log(statementChanged.kind)
 *
 * @throws OnRecordError for an error of the operation, and when the line cannot be had back.
 */
export function subscribe<Result, Variables>(
  client: Client,
  document: TypedDocument<Result, Variables> | string,
  variables?: Variables,
  options: SubscribeOptions<Result> = {},
): AsyncGenerator<Result, void, undefined> {
  let line = new AbortController()
  let left = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const { signal, retry = RETRIES, timeout = TIMEOUT, cursorOf = firstCursor } = options
  const leave = () => {
    left = true
    line.abort()
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => line.abort(), timeout)
  }
  const open = async (body: Body) => {
    const response = await post(body, 'text/event-stream', line.signal, client.options)
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) return response
    await readAnswer(response)
    throw new OnRecordError('invalid-response', 'no events came: is this a subscription?')
  }
  async function* follow(): AsyncGenerator<Result, void, undefined> {
    let after: string | null | undefined
    let failures = 0
    let pause = 0
    signal?.addEventListener('abort', leave)
    if (signal?.aborted) leave()
    try {
      const body = await bodyOf(document as object, String(document), variables, client.options)
      while (!left) {
        try {
          wait()
          const response = await open({ ...body, variables: after ? { ...variables, after } : variables })
          for await (const { event, data, retry } of readEvents(response, wait)) {
            pause = retry ?? pause
            if (event === 'complete') return
            if (event !== 'next') continue
            const answer = JSON.parse(data)
            checkAnswer(answer)
            failures = 0
            after = cursorOf(answer.data) ?? after
            // However long the loop's body takes, the line is not to blame.
            clearTimeout(timer)
            yield answer.data
            wait()
          }
          throw new Error('the stream ended')
        } catch (error) {
          if (left) return
          clearTimeout(timer)
          line = new AbortController()
          const failure = failureFrom(error, client.options)
          if (pause) Object.assign(failure, { retryAfter: pause })
          if (!body.query && client.options.persisted === 'auto' && failure.kind === 'bad-request')
            body.query = String(document)
          else if (failures >= retry) throw failure
          else await pauseAfter(failure, Math.min(failures++, 6), line.signal, Number.POSITIVE_INFINITY)
        }
      }
    } finally {
      leave()
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
    }
  }
  const events = follow()
  const end = events.return
  // The generator's own waits for the next event first.
  events.return = (value) => {
    leave()
    return end.call(events, value)
  }
  return events
}

const firstCursor = (event: unknown): string | undefined =>
  Object.values((event ?? {}) as Record<string, { cursor?: string } | null>)[0]?.cursor
