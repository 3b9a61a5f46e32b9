import { check, type OnRecordError } from './error.js'
import type { Operation } from './operation.js'

/** What `fetch` takes besides what the client itself says, such as `cache`, or `next` of Next.js. */
export interface FetchOptions extends RequestInit {
  body?: never
  headers?: never
  method?: never
  signal?: never
  [extension: string]: unknown
}

/** Names fold case. An object of the class `Headers` fits, too. */
export type HeaderOptions =
  | Headers
  | Readonly<Record<string, string>>
  | readonly (readonly [string, string])[]

/** One try to send an operation. Its response comes with the same object, so that a trace can tell which it is. */
export interface RequestEvent extends Operation {
  url: string
  /** 1 for the first try. */
  attempt: number
  /** Empty. What a hook sets here is sent: `headers.set('traceparent', …)`. The key is not here. */
  headers: Headers
}

/** What came of one try. */
export interface ResponseEvent {
  request: RequestEvent
  /** Has status and headers, and no body any more; undefined when no answer came. */
  response: Response | undefined
  /** Why the try failed. Another one may follow. */
  error: OnRecordError | undefined
  /** Milliseconds from the request to the end of the answer; of a subscription, to its beginning. */
  duration: number
}

export interface ClientOptions {
  /** The GraphQL endpoint: "https://record.example/graphql". In a browser, or with a `fetch` of yours, also "/graphql". */
  url: string | URL
  /** Sent as `authorization: Bearer …`. A function is called for each try, and may give a promise. */
  apiKey?: string | (() => string | null | undefined | Promise<string | null | undefined>) | undefined
  /** Sent with every request. */
  headers?: HeaderOptions | undefined
  /** Default: the `fetch` of the runtime. */
  fetch?: typeof globalThis.fetch | undefined
  /** Passed to `fetch` with every request. */
  fetchOptions?: FetchOptions | undefined
  /** Milliseconds that a call may take with its retries. Default: 30,000. At most 2,147,483,647. */
  timeout?: number | undefined
  /**
   * `auto` sends the SHA-256 of an operation first, and its text only when the service does not know the hash. `only`
   * never sends a text, for services that accept a closed list of operations. Default: `off`.
   */
  persisted?: 'off' | 'auto' | 'only' | undefined
  /**
   * Further tries after the first. Mutations are tried again only when they are `idempotent` or each of their fields has
   * an `idempotencyKey` in its `input`. Default: 2.
   */
  retry?: number | undefined
  /** Called before each try. When it throws, the call ends with the kind `aborted`, and the `cause`. */
  onRequest?: ((request: RequestEvent) => void | Promise<void>) | undefined
  /** Called after each try. When it throws, the call ends with the kind `aborted`, and the `cause`. */
  onResponse?: ((response: ResponseEvent) => void | Promise<void>) | undefined
}

/** The longest wait that timers know, in milliseconds: 24 days. */
export const LONGEST = 2 ** 31 - 1

/** @throws OnRecordError when a call cannot be made with these. */
export function checkCall(timeout: number, retry: number): void {
  check(
    timeout === +timeout && timeout >= 1 && timeout <= LONGEST,
    `timeout is ${timeout}: it takes 1 to ${LONGEST} ms`,
  )
  check(retry >= 0, `retry is ${retry}: it takes 0 or more`)
}
