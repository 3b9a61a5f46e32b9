import { ADVICE, attempt, check, type ErrorKind, failureFrom, type OnRecordError } from './error.js'
import type { Operation } from './operation.js'
import {
  type ClientOptions,
  type FetchOptions,
  type HeaderOptions,
  LONGEST,
  type RequestEvent,
} from './options.js'
import type { Body } from './persist.js'

/** What a call says besides the operation. */
export interface CallOptions {
  /** Sent besides the client's `headers`, and in place of those with the same name. */
  headers?: HeaderOptions | undefined
  /** Passed to `fetch` besides the client's `fetchOptions`: `{ cache: 'no-store' }`. */
  fetchOptions?: FetchOptions | undefined
}

/**
 * Sends an operation once, and reads what comes.
 *
 * @param accept the content type that is asked for.
 * @param sent how often the operation was sent before.
 * @throws OnRecordError when no answer comes, and when `read` throws; what a function of the client's options throws.
 */
export type Send = <Result>(
  operation: Operation,
  body: Body,
  accept: string,
  sent: number,
  call: CallOptions,
  signal: AbortSignal,
  read: (response: Response) => Promise<Result>,
) => Promise<Result>

/** Kinds of failure after which the same request may succeed. */
const RETRYABLE: readonly ErrorKind[] = ['network', 'rate-limited', 'unavailable']

/** Milliseconds: the longest wait before the first retry. It doubles with each further retry. */
const BACKOFF = 300

/** @throws OnRecordError when an option is wrong. */
export function createSend(url: string, options: ClientOptions): Send {
  const { apiKey, headers, fetchOptions, onRequest, onResponse, fetch: custom } = options
  attempt('url takes an http(s) address without password', () => {
    // A path is for a page, or for a fetch of the program's own.
    const isPath = url[0] === '/' && (custom || globalThis.location)
    const { protocol, username } = new URL(isPath ? `http://page${url}` : url)
    check(/^http/.test(protocol) && !username, '')
  })
  for (const each of [custom, onRequest, onResponse])
    check(!each || each.call, 'fetch, onRequest and onResponse take functions')
  headersOf(typeof apiKey === 'function' ? '' : apiKey, headers)
  return async (operation, body, accept, sent, call, signal, read) => {
    const request: RequestEvent = { ...operation, url, attempt: sent + 1, headers: new Headers() }
    await onRequest?.(request)
    const own = { accept, 'content-type': 'application/json' }
    const all = headersOf(await keyOf(apiKey), own, headers, call.headers, request.headers)
    const started = Date.now()
    let response: Response | undefined
    let error: OnRecordError | undefined
    let result: unknown
    try {
      const given = {
        ...fetchOptions,
        ...call.fetchOptions,
        method: 'POST',
        headers: all,
        body: JSON.stringify(body),
        signal,
      }
      response = await (custom ?? fetch)(url, given)
      result = await read(response)
    } catch (cause) {
      error = failureFrom(cause, 'network', `no answer from ${url}: ${ADVICE}`)
    }
    await onResponse?.({ request, response, error, duration: Date.now() - started })
    if (error) throw error
    return result as never
  }
}

async function keyOf(apiKey: ClientOptions['apiKey']) {
  try {
    return await (typeof apiKey === 'function' ? apiKey() : apiKey)
  } catch (cause) {
    throw failureFrom(cause, 'unauthorized', 'apiKey failed')
  }
}

/** All headers of a request; later ones replace those before. The error does not show them, for they may be secret. */
function headersOf(key: string | null | undefined, ...more: (HeaderOptions | undefined)[]): Headers {
  return attempt('apiKey or headers have signs that HTTP does not allow', () => {
    const all = new Headers(key ? { authorization: `Bearer ${key}` } : {})
    for (const some of more)
      new Headers(some as Headers).forEach((value, name) => {
        all.set(name, value)
      })
    return all
  })
}

/**
 * Waits before the next try: as long as the service says, or else a random time up to {@link BACKOFF} and its doubles. It
 * is random so that clients that failed at the same time do not try again at the same time.
 *
 * @param tries the number of retries so far.
 * @param until when the wait must be over, in milliseconds since 1970.
 * @throws the failure when the same request cannot succeed, or not in time.
 */
export async function pauseAfter(
  failure: OnRecordError,
  tries: number,
  signal: AbortSignal,
  until: number,
): Promise<void> {
  const wait = failure.retryAfter ?? Math.random() * BACKOFF * 2 ** tries
  if (!RETRYABLE.includes(failure.kind) || signal.aborted || Date.now() + wait >= until) throw failure
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, Math.min(wait, LONGEST))
    signal.onabort = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}
