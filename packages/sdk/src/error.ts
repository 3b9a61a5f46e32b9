/**
 * Why a request failed; the list is closed.
 *
 * - `network`: nothing came back: no such host, refused, cut off, or the url is none. `timeout`: nothing came in time.
 *   `aborted`: the caller's signal ended it.
 * - `http`: the answer has an HTTP status of failure and no GraphQL in it. `invalid-response`: it is no GraphQL answer,
 *   or lacks what the schema promises.
 * - `unauthorized`: the key is missing, wrong or expired, or lacks a scope. `rate-limited`: too many requests;
 *   `retryAfter` says when.
 * - `bad-request`: the operation or its variables are wrong, `code` says how. `unavailable`: the service cannot answer
 *   now. `graphql`: any other error of the operation.
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
 * What is left of the caller's quota, as the headers `RateLimit-Limit`, `-Remaining` and `-Reset` say
 * (draft-ietf-httpapi-ratelimit-headers, version 7).
 * NaN is what the service does not tell, or a browser may not see.
 */
export interface RateLimit {
  limit: number
  remaining: number
  /** Seconds until the quota is whole again. */
  reset: number
}

/** What an HTTP answer says about itself. */
export interface AnswerFacts {
  /** HTTP status. */
  status: number
  /** `x-request-id`: quote it when you ask the operator. */
  requestId: string | undefined
  /** Milliseconds to wait before the next try, as `Retry-After` says. */
  retryAfter: number | undefined
  rateLimit: RateLimit
}

/** What is known of a failure; the facts of an answer only when one came. */
export interface ErrorFacts extends Partial<AnswerFacts> {
  /** `extensions.code` of the first error. */
  code?: string | undefined
  errors?: readonly GraphQLFailure[]
  /** What came beside the errors. */
  data?: unknown
  /** `extensions` of the whole answer; in `cost`, what the operation cost and what is left. */
  extensions?: Record<string, unknown> | undefined
  cause?: unknown
}

/** Every failure of a request. `kind` tells what to do about it; `message` says it in words. */
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
    super(message)
    Object.assign(this, facts, { kind })
  }
}

/** What to look at when something else answers than the service, or nothing does. */
export const ADVICE = 'check url, key and service'
