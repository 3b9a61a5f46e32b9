import { checkAnswer, readAnswer } from './answer.js'
import type { Client } from './client.js'
import type { TypedDocument } from './document.js'
import { OnRecordError } from './error.js'
import { readEvents } from './events.js'
import { type Body, type ClientOptions, failureFrom, pauseAfter, post } from './http.js'
import { bodyOf } from './persist.js'

export interface SubscribeOptions<Result> {
  /** Ends the subscription. The iterator is then done, without an error. */
  signal?: AbortSignal
  /** Tries in a row to open a new connection before it gives up. Default: 10. */
  retry?: number
  /**
   * Milliseconds without any data from the service after which the connection counts as broken. The service sends a ping
   * every 12 s. Default: 30,000.
   */
  timeout?: number
  /**
   * Gives the cursor of an event, which is passed as the variable `after` when the connection breaks. Default: `cursor`
   * of the event's first field. Without a cursor, the events up to the new connection are lost.
   */
  cursorOf?: (event: Result) => string | null | undefined
}

const TIMEOUT = 30_000
const RETRIES = 10

/**
 * Gives the events of a subscription over server-sent events (GraphQL over SSE, distinct connections mode). When the
 * connection breaks, it opens a new one after the last event. Leaving the loop closes the connection, and so does
 * `return()`, at once.
 *
 * @example
 * for await (const { statementChanged } of subscribe(client, StatementChanged)) console.log(statementChanged.kind)
 *
 * @throws OnRecordError for an error of the operation, and when no new connection can be opened.
 */
export function subscribe<Result, Variables>(
  client: Client,
  document: TypedDocument<Result, Variables> | string,
  variables?: Variables,
  options: SubscribeOptions<Result> = {},
): AsyncGenerator<Result, void, undefined> {
  const end = new AbortController()
  const events = follow(client.options, document as object, variables, options, end)
  const finish = events.return
  // Without this, `return` would first wait for the next event.
  events.return = (value) => {
    end.abort()
    return finish.call(events, value)
  }
  return events
}

/** Gives the events, over as many connections as it takes, until `end` is aborted. */
async function* follow<Result>(
  client: ClientOptions,
  document: object,
  variables: unknown,
  { signal, retry = RETRIES, timeout = TIMEOUT, cursorOf = firstCursor }: SubscribeOptions<Result>,
  end: AbortController,
): AsyncGenerator<Result, void, undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let after: string | null | undefined
  let failures = 0
  let pause = 0
  const leave = () => end.abort()
  signal?.addEventListener('abort', leave)
  if (signal?.aborted) leave()
  try {
    const body = await bodyOf(document, String(document), variables, client)
    while (!end.signal.aborted) {
      const connection = new AbortController()
      const wait = () => {
        clearTimeout(timer)
        timer = setTimeout(() => connection.abort(), timeout)
      }
      end.signal.onabort = () => connection.abort()
      try {
        wait()
        body.variables = after ? { ...(variables as object), after } : variables
        const response = await open(body, connection.signal, client)
        for await (const { event, data, retry } of readEvents(response, wait)) {
          pause = retry ?? pause
          if (event === 'complete') return
          if (event !== 'next') continue
          const answer = JSON.parse(data)
          checkAnswer(answer)
          failures = 0
          after = cursorOf(answer.data) ?? after
          // The body of the caller's loop may take any time. The timeout is only for the service.
          clearTimeout(timer)
          yield answer.data
          wait()
        }
        throw new Error('stream ended')
      } catch (error) {
        clearTimeout(timer)
        if (end.signal.aborted) return
        const failure = failureFrom(error, client)
        if (pause) Object.assign(failure, { retryAfter: pause })
        if (!body.query && client.persisted === 'auto' && failure.kind === 'bad-request')
          body.query = String(document)
        else if (failures >= retry) throw failure
        else await pauseAfter(failure, Math.min(failures++, 6), end.signal, Number.POSITIVE_INFINITY)
      }
    }
  } finally {
    leave()
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

/** Opens a stream of events. */
async function open(body: Body, signal: AbortSignal, client: ClientOptions): Promise<Response> {
  const response = await post(body, 'text/event-stream', signal, client)
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) return response
  await readAnswer(response)
  throw new OnRecordError('invalid-response', 'no events: not a subscription?')
}

const firstCursor = (event: unknown): string | undefined =>
  Object.values((event ?? {}) as Record<string, { cursor?: string } | null>)[0]?.cursor
