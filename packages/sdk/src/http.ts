import { ADVICE, type ErrorKind, OnRecordError } from './error.js'

export interface ClientOptions {
  /** The GraphQL endpoint: "https://record.example/graphql". */
  url: string
  /** Sent as `authorization: Bearer …`. */
  apiKey?: string
  /** Sent with every request. */
  headers?: Record<string, string>
  /** Default: the `fetch` of the runtime. */
  fetch?: typeof globalThis.fetch
  /** Milliseconds that a call may take with its retries. Default: 30,000. At most 2,147,483,647. */
  timeout?: number
  /**
   * `auto` sends the SHA-256 of an operation first, and its text only when the service does not know the hash. `only`
   * never sends a text, for services that accept a closed list of operations. Default: `off`.
   */
  persisted?: 'off' | 'auto' | 'only'
  /**
   * Further tries after the first. Mutations are tried again only when they are `idempotent` or their input has an
   * `idempotencyKey`. Default: 2.
   */
  retry?: number
}

/** The body of a request: the operation's text, or its hash, or both, so that the service learns the hash. */
export interface Body {
  query?: string
  variables: unknown
  extensions?: { persistedQuery: { version: 1; sha256Hash: unknown } }
}

/** Kinds of failure after which the same request may succeed. */
const RETRYABLE: readonly ErrorKind[] = ['network', 'rate-limited', 'unavailable']

/** Milliseconds: the longest wait before the first retry. It doubles with each further retry. */
const BACKOFF = 300

export const post = (
  body: Body,
  accept: string,
  signal: AbortSignal,
  { url, apiKey, headers, fetch = globalThis.fetch }: ClientOptions,
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept,
      ...(apiKey && { authorization: `Bearer ${apiKey}` }),
      ...headers,
    },
    body: JSON.stringify(body),
    signal,
  })

/** Turns an exception of `fetch`, or of reading its answer, into a failure. */
export const failureFrom = (cause: unknown, { url }: ClientOptions): OnRecordError =>
  cause instanceof OnRecordError
    ? cause
    : new OnRecordError('network', `no answer from ${url}: ${ADVICE}`, { cause })

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
    const timer = setTimeout(resolve, wait)
    signal.onabort = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}
