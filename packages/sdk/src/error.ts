/**
 * Why a request failed. The list is closed.
 *
 * - `network`: no answer came, because the host is unknown, or the connection was refused or cut.
 *   `timeout`: no answer came in time. `aborted`: the caller's signal ended the call, or one of the client's hooks did.
 * - `http`: the answer has an HTTP status of failure and no GraphQL in it. `invalid-response`: the answer is no GraphQL,
 *   or lacks something that the schema promises.
 * - `unauthorized`: the key is missing, wrong or expired, or lacks a scope, or `apiKey` threw. `rate-limited`: there were too many requests;
 *   `retryAfter` says how long to wait.
 * - `bad-request`: the operation, its variables or an option are wrong; `code` says how when the service refused them.
 *   `unavailable`: the service cannot answer now. `graphql`: any other error of the operation.
 */
export type ErrorKind =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'http'
  | 'invalid-response'
  | 'unauthorized'
  | 'rate-limited'
  | 'bad-request'
  | 'unavailable'
  | 'graphql'

/** One entry of an answer's `errors`. */
export interface GraphQLFailure {
  message: string
  path?: readonly (string | number)[]
  extensions?: { code?: string } & Record<string, unknown>
}

/**
 * The rest of the caller's quota, from the headers `RateLimit-Limit`, `-Remaining` and `-Reset`
 * (draft-ietf-httpapi-ratelimit-headers, version 7). A value is NaN when the service does not send it, or when the
 * browser may not read it.
 */
export interface RateLimit {
  limit: number
  remaining: number
  /** Seconds until the quota is full again. */
  reset: number
}

/** Facts about an HTTP answer. */
export interface AnswerFacts {
  /** HTTP status. */
  status: number
  /** The header `x-request-id`. Quote it when you ask the operator. */
  requestId: string | undefined
  /** Milliseconds to wait before the next try, from the header `Retry-After`. */
  retryAfter: number | undefined
  rateLimit: RateLimit
}

/** What is known about a failure. The facts of an answer are there only when an answer came. */
export interface ErrorFacts extends Partial<AnswerFacts> {
  /** `extensions.code` of the first error. */
  code?: string | undefined
  errors?: readonly GraphQLFailure[]
  /** The data that came with the errors. */
  data?: unknown
  /** `extensions` of the whole answer. `cost` says what the operation cost and what is left. */
  extensions?: Record<string, unknown> | undefined
  cause?: unknown
}

/** Thrown for every failure of a request. `kind` is for programs, `message` for people. */
export class OnRecordError extends Error {
  override readonly name = 'OnRecordError'
  declare readonly kind: ErrorKind
  declare readonly code: ErrorFacts['code']
  declare readonly status: ErrorFacts['status']
  declare readonly requestId: ErrorFacts['requestId']
  declare readonly retryAfter: ErrorFacts['retryAfter']
  declare readonly rateLimit: ErrorFacts['rateLimit']
  declare readonly data: unknown
  declare readonly extensions: ErrorFacts['extensions']
  readonly errors: readonly GraphQLFailure[] = []

  constructor(kind: ErrorKind, message: string, facts?: ErrorFacts) {
    // This makes a cause of what is given as one, which is not listed among the facts.
    super(message, facts)
    Object.assign(this, facts, { kind })
  }

  /** What `JSON.stringify` writes: the facts, the message, and the message of the cause. */
  toJSON(): object {
    const { message, cause } = this
    return { ...this, message, cause: (cause as Error | undefined)?.message }
  }
}

/** @throws OnRecordError of the kind `bad-request`, with the reason, when something does not fit. */
export function check(fits: unknown, reason: string): void {
  if (!fits) throw new OnRecordError('bad-request', reason)
}

/**
 * Does what throws when something does not fit. The exception is not passed on, for it may show a key.
 *
 * @throws OnRecordError of the kind `bad-request`, with the reason.
 */
export function attempt<Result>(reason: string, work: () => Result): Result {
  try {
    return work()
  } catch {
    throw new OnRecordError('bad-request', reason)
  }
}

/** Makes a failure of an exception. */
export const failureFrom = (cause: unknown, kind: ErrorKind, message: string): OnRecordError =>
  cause instanceof OnRecordError ? cause : new OnRecordError(kind, message, { cause })

/** Advice for a message when something else than the service answers, or nothing does. */
export const ADVICE = 'check url, key and service'

/** The message when `onRequest`, `onResponse` or `cursorOf` throws. */
export const FOREIGN = 'a function of the options failed'
