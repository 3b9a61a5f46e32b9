import { readAnswer } from './answer.js'
import type { Client } from './client.js'
import type { TypedDocument } from './document.js'
import { OnRecordError } from './error.js'
import { readEvents } from './events.js'
import { backoff, cut, pause, post, RETRYABLE } from './http.js'

export interface SubscribeOptions<Result> {
  /** Ends the subscription: the iterator is done, without an error. */
  signal?: AbortSignal
  /** Tries in a row to get the connection back before it gives up: 10 by default. */
  retry?: number
  /**
   * The place of an event, passed as the variable `after` when the line broke; `cursor` of the event's first field by
   * default. Without one the subscription starts anew, and events in between are lost.
   */
  cursorOf?: (event: Result) => string | null | undefined
}

/**
 * The events of a subscription, over server-sent events (GraphQL over SSE, distinct connections mode). A broken line is
 * taken up again after the last event seen. Leaving the loop closes the connection.
 *
 * @example
 * for await (const { statementChanged } of subscribe(client, StatementChanged)) console.log(statementChanged.kind)
 *
 * @throws OnRecordError for an error of the operation, and when the line cannot be had back.
 */
export async function* subscribe<Result, Variables>(
  client: Client,
  document: TypedDocument<Result, Variables> | string,
  variables?: Variables,
  { signal, retry = 10, cursorOf = firstCursor }: SubscribeOptions<Result> = {},
): AsyncGenerator<Result, void, undefined> {
  const { options } = client
  const controller = new AbortController()
  const end = () => controller.abort()
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  let after: string | null | undefined
  let failures = 0
  try {
    while (!controller.signal.aborted) {
      try {
        const query = String(document)
        const body = JSON.stringify({ query, variables: after ? { ...variables, after } : variables })
        const response = await post(options, body, 'text/event-stream', controller.signal)
        if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
          await readAnswer(response, false)
          throw new OnRecordError('invalid-response', 'no stream of events came: is this a subscription?')
        }
        for await (const { event, data } of readEvents(response)) {
          if (event === 'complete') return
          if (event !== 'next') continue
          const answer = JSON.parse(data)
          const [error] = answer.errors ?? []
          if (error)
            throw new OnRecordError('graphql', error.message, { code: error.extensions?.code, ...answer })
          failures = 0
          after = cursorOf(answer.data) ?? after
          yield answer.data
        }
        throw cut(options.url, 'the stream ended')
      } catch (error) {
        if (controller.signal.aborted) return
        const failure = error instanceof OnRecordError ? error : cut(options.url, error)
        if (!RETRYABLE.has(failure.kind) || failures >= retry) throw failure
        await pause(failure.retryAfter ?? backoff(failures++), controller.signal)
      }
    }
  } finally {
    end()
    signal?.removeEventListener('abort', end)
  }
}

const firstCursor = (event: unknown): string | undefined =>
  Object.values(event as Record<string, { cursor?: string } | null>)[0]?.cursor
