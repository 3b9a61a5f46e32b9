/**
 * Why a request failed; the list is closed.
 *
 * - `network`: nothing came back: wrong host, refused, cut off. `timeout`: nothing came in time. `aborted`: the
 *   caller's signal ended it.
 * - `http`: the answer has an HTTP status of failure and no GraphQL in it. `invalid-response`: it is no GraphQL answer.
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

export interface ErrorFacts {
  /** `extensions.code` of the first error. */
  code?: string | undefined
  /** HTTP status, when there was an answer. */
  status?: number | undefined
  /** `x-request-id` of the answer: quote it when you ask the operator. */
  requestId?: string | undefined
  /** Milliseconds to wait before the next try, as the server says. */
  retryAfter?: number | undefined
  errors?: readonly GraphQLFailure[]
  /** What came beside the errors. */
  data?: unknown
  cause?: unknown
}

/** Every failure of a request. `kind` tells what to do about it; `message` says it in words. */
export class OnRecordError extends Error {
  override readonly name = 'OnRecordError'
  readonly kind: ErrorKind
  declare readonly code: string | undefined
  declare readonly status: number | undefined
  declare readonly requestId: string | undefined
  declare readonly retryAfter: number | undefined
  declare readonly data: unknown
  readonly errors: readonly GraphQLFailure[] = []

  constructor(kind: ErrorKind, message: string, facts: ErrorFacts = {}) {
    super(message)
    this.kind = kind
    Object.assign(this, facts)
  }
}
