import { parseAnswer, readAnswer } from './answer.js'
import type { Client } from './client.js'
import { type TypedDocument, textOf } from './document.js'
import { endable } from './endable.js'
import { ADVICE, check, FOREIGN, failureFrom, OnRecordError } from './error.js'
import { readEvents } from './events.js'
import { type CallOptions, pauseAfter } from './http.js'
import { readOperation } from './operation.js'
import { checkCall } from './options.js'
import { bodyOf, isUnknown, variablesOf } from './persist.js'

export interface SubscribeOptions<Result> extends CallOptions {
  /** Which operation of the document is run, when it has several. */
  operationName?: string | undefined
  /** Ends the subscription. The iterator is then done, without an error. */
  signal?: AbortSignal | undefined
  /** Tries in a row to open a new connection before it gives up. Default: 10; without end when it is `endless`. */
  retry?: number | undefined
  /**
   * Whether it goes on when the service completes the stream, as it does before it stops or restarts. Default: false.
   */
  endless?: boolean | undefined
  /**
   * Milliseconds without any data from the service after which the connection counts as broken. The service sends a ping
   * every 12 s. Default: 30,000.
   */
  timeout?: number | undefined
  /**
   * Gives the cursor of an event, which is passed as the variable `after` when the connection breaks. Default: `cursor`
   * of the event's first field. Without a cursor, the events up to the new connection are lost.
   */
  cursorOf?: ((event: Result) => string | null | undefined) | undefined
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
  document: TypedDocument<Result, Variables, 'subscription'> | string,
  variables?: Variables | undefined,
  options: SubscribeOptions<Result> = {},
): AsyncGenerator<Result, void, undefined> {
  return endable(options.signal, (end) => follow(client, document, variables, options, end))
}

/** Gives the events, over as many connections as it takes, until `end` is aborted. */
async function* follow<Result>(
  { send, persisted, url }: Client,
  document: unknown,
  variables: unknown,
  options: SubscribeOptions<Result>,
  end: AbortController,
): AsyncGenerator<Result, void, undefined> {
  const { endless, retry = endless ? Infinity : RETRIES, timeout = TIMEOUT, cursorOf = firstCursor } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  let after: string | null | undefined
  let failures = 0
  let tries = 0
  let pause = 0
  try {
    checkCall(timeout, retry)
    const query = textOf(document)
    const operation = readOperation(query, variables, options.operationName)
    check(operation.kind === 'subscription', 'the document is no subscription: use client.request')
    const body = await bodyOf(document, query, operation, variablesOf(variables), persisted)
    while (!end.signal.aborted) {
      const connection = new AbortController()
      let waits = 0
      const wait = () => {
        clearTimeout(timer)
        timer = setTimeout(() => connection.abort(), timeout)
        // The first wait is for the connection, the second ends with the ping at its beginning. A third shows that it holds.
        if (waits++ > 1) failures = 0
      }
      end.signal.onabort = () => connection.abort()
      // Whether an exception comes from the stream, or from a function of the program that uses the SDK.
      let streaming = false
      try {
        wait()
        if (after) body.variables = { ...body.variables, after }
        const response = await send(operation, body, STREAM, tries++, options, connection.signal, opened)
        streaming = true
        for await (const { event, data, retry } of readEvents(response, wait)) {
          pause = retry ?? pause
          if (event === 'complete' && !endless) return
          if (event !== 'next') continue
          const answer = parseAnswer(data, 'invalid-response', { status: 200 })
          streaming = false
          after = cursorOf(answer.data as Result) ?? after
          streaming = true
          // The body of the caller's loop may take any time. The timeout is only for the service.
          clearTimeout(timer)
          yield answer.data as Result
          wait()
        }
        throw new Error('stream ended')
      } catch (error) {
        clearTimeout(timer)
        if (end.signal.aborted) return
        const failure = streaming
          ? failureFrom(error, 'network', `no answer from ${url}: ${ADVICE}`)
          : failureFrom(error, 'aborted', FOREIGN)
        if (pause) Object.assign(failure, { retryAfter: pause })
        if (!body.query && persisted === 'auto' && isUnknown(failure, operation)) body.query = query
        else if (failures >= retry) throw failure
        else await pauseAfter(failure, Math.min(failures++, 4), end.signal, Infinity)
      }
    }
  } finally {
    end.abort()
    clearTimeout(timer)
  }
}

const STREAM = 'text/event-stream'

/** Gives a response that is a stream of events, before its end. */
async function opened(response: Response): Promise<Response> {
  if (response.headers.get('content-type')?.startsWith(STREAM)) return response
  await readAnswer(response)
  throw new OnRecordError('invalid-response', 'no events: not a subscription?')
}

const firstCursor = (event: unknown): string | undefined =>
  Object.values((event ?? {}) as Record<string, { cursor?: string } | null>)[0]?.cursor
