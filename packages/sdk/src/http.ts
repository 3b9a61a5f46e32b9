import { ADVICE, type ErrorKind, OnRecordError } from './error.js'

export interface ClientOptions {
  /** The GraphQL endpoint: "https://record.example/graphql". */
  url: string
  /** Sent as `authorization: Bearer …`. */
  apiKey?: string
  /** Sent with every request. */
  headers?: Record<string, string>
  /** The runtime's own by default. */
  fetch?: typeof globalThis.fetch
  /** Milliseconds that a call may take, its retries included: 30,000 by default, at most 2,147,483,647. */
  timeout?: number
  /**
   * `off` by default. `auto` sends the SHA-256 of an operation first, and its text only when the service does not know
   * it; `only` never sends a text, for services that take a closed list of operations.
   */
  persisted?: 'off' | 'auto' | 'only'
  /**
   * Further tries after the first: 2 by default. Mutations are tried again only when they are `idempotent` or their
   * input has an `idempotencyKey`.
   */
  retry?: number
}

/** What is sent of an operation: its text, or its hash, or both to make the hash known. */
export interface Body {
  query?: string
  variables: unknown
  extensions?: { persistedQuery: { version: 1; sha256Hash: unknown } }
}

/** Kinds of failure after which the same request may succeed. */
const RETRYABLE: readonly ErrorKind[] = ['network', 'rate-limited', 'unavailable']

/** Milliseconds: the longest wait before the first retry, doubled for each further one. */
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

/** What an exception of `fetch`, or of reading its answer, means. */
export const failureFrom = (cause: unknown, { url }: ClientOptions): OnRecordError =>
  cause instanceof OnRecordError
    ? cause
    : new OnRecordError('network', `no answer from ${url}: ${ADVICE}`, { cause })

/**
 * Waits before the next try: as long as the service says, else up to {@link BACKOFF} and its doubles, at random, so that
 * clients that failed together part ways.
 *
 * @param tries again, so far.
 * @param until when the wait must be over: milliseconds since 1970.
 * @throws the failure, when the same request cannot succeed, or not in time.
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
