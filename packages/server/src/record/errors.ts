import type { Scope } from './viewer.js'

/** The codes that `extensions.code` of an error can have. `docs/errors.md` says what to do about each. */
export type ErrorExtensionCode =
  | 'BAD_REQUEST'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'BAD_USER_INPUT'
  | 'CURSOR_EXPIRED'
  | 'OPERATION_TOO_COMPLEX'
  | 'ANSWER_TOO_LARGE'
  | 'REQUEST_ENTITY_TOO_LARGE'
  | 'REQUEST_TIMEOUT'
  | 'RATE_LIMITED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_ALLOWED'
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  | 'INTROSPECTION_DISABLED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'SERVICE_UNAVAILABLE'
  | 'EXTRACTOR_FAILED'
  | 'INTERNAL_SERVER_ERROR'

/** An error whose message is shown to the caller, with its code in `extensions.code`. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  /** The code and any other extensions. graphql-js copies them into the error of the response. */
  readonly extensions: Readonly<Record<string, unknown>>
  constructor(code: ErrorExtensionCode, message: string, extensions = {}) {
    super(message)
    this.extensions = { code, ...extensions }
  }
}

/** The error for a wrong argument. The message names the argument and says what to change. */
export const badUserInput = (message: string): RequestError => new RequestError('BAD_USER_INPUT', message)

/** The error for an invalid key. The response has the HTTP status 401, whatever the operation is. */
export const unauthenticated = (message: string): RequestError =>
  new RequestError('UNAUTHENTICATED', message, {
    http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  })

/** The input of a write is wrong. In the result of the mutation it becomes a ValidationError. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly fields: { path: string[]; message: string }[]
  constructor(path: string[], message: string) {
    super(message)
    this.fields = [{ path, message }]
  }
}

/** A write names an object that does not exist. In the result of the mutation it becomes a NotFoundError. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
  readonly id: string
  /** @param path where the id stands, for the message: "input.id". */
  constructor(type: string, id: string, path = 'input.id') {
    super(`${path}: there is no ${type} with this id: pass the \`id\` of one that is there`)
    this.id = id
  }
}

/** The object has changed since the caller read it. In the result of the mutation it becomes a ConflictError. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
  readonly currentVersion: number
  /** @param path where the version stands, for the message: "input.expectedVersion". */
  constructor(currentVersion: number, expectedVersion: number, path = 'input.expectedVersion') {
    super(
      `${path} is ${expectedVersion}, but the version is ${currentVersion} now: read the object again, and repeat what still applies`,
    )
    this.currentVersion = currentVersion
  }
}

/**
 * The words of an anchor do not stand at its place. In the result of the mutation it becomes an AnchorMismatchError.
 */
export class AnchorMismatchError extends Error {
  override readonly name = 'AnchorMismatchError'
  readonly expected: string
  readonly found: string
  /** @param path where the anchor stands: "input.anchors[0]". @param hint what to change. */
  constructor(path: string, expected: string, found: string, hint: string) {
    super(`${path}: the words are not at this place: ${hint}`)
    this.expected = expected
    this.found = found
  }
}

/**
 * The caller lacks a scope. In the result of a mutation it becomes a ForbiddenError, elsewhere an error with the code
 * FORBIDDEN.
 */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError'
  readonly requiredScope: Scope
  constructor(requiredScope: Scope) {
    super(
      `this needs the scope ${requiredScope.toUpperCase()}: send a key that has it as "authorization: Bearer …"`,
    )
    this.requiredScope = requiredScope
  }
}
