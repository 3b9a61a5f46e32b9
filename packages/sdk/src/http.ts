import { OnRecordError } from './error.js'

export interface ClientOptions {
  /** The GraphQL endpoint: "https://record.example/graphql". */
  url: string
  /** Sent as `authorization: Bearer …`. */
  apiKey?: string
  headers?: Record<string, string>
  /** The runtime's own by default. */
  fetch?: typeof globalThis.fetch
  /** Milliseconds that a call may take, its retries included: 30,000 by default. */
  timeout?: number
  /**
   * `off` by default. `auto` sends the SHA-256 of an operation first, and its text only when the service does not know
   * it; `only` never sends a text, for services that take a closed list of operations.
   */
  persisted?: 'off' | 'auto' | 'only'
  /** Further tries after the first: 2 by default. Mutations are tried again only when they are `idempotent`. */
  retry?: number
}

/** Kinds of failure after which the same request may succeed. */
export const RETRYABLE: ReadonlySet<string> = new Set(['network', 'rate-limited', 'unavailable'])

/** Milliseconds: the longest wait before the first retry, doubled for each further one up to 64 times. */
const BACKOFF = 300

/** A wait of up to {@link BACKOFF} and its doubles, at random, so that clients that failed together part ways. */
export const backoff = (attempt: number): number => Math.random() * BACKOFF * 2 ** Math.min(attempt, 6)

export const post = (
  { url, apiKey, headers, fetch = globalThis.fetch }: ClientOptions,
  body: string,
  accept: string,
  signal: AbortSignal,
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept,
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
      ...headers,
    },
    body,
    signal,
  })

export const cut = (url: string, cause: unknown) =>
  new OnRecordError('network', `no answer from ${url}: is it right, and up?`, { cause })

/** Waits, or until the signal ends it. */
export const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
