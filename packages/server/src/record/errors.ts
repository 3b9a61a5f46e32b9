import type { Scope } from './viewer.js'

/** Codes that `extensions.code` of an error in `errors` can have; `docs/errors.md` says what to do about each. */
export type ErrorExtensionCode =
  | 'BAD_REQUEST'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'BAD_USER_INPUT'
  | 'OPERATION_TOO_COMPLEX'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'SERVICE_UNAVAILABLE'
  | 'EXTRACTOR_FAILED'
  | 'INTERNAL_SERVER_ERROR'

/** An error that the caller sees as it is: its message, and its code in `extensions.code`. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  /** The code and what else `extensions` of the answer's error hold; graphql-js takes them from here. */
  readonly extensions: Readonly<Record<string, unknown>>
  constructor(code: ErrorExtensionCode, message: string, extensions = {}) {
    super(message)
    this.extensions = { code, ...extensions }
  }
}

/** The caller's argument is wrong; the message names the argument and says what to change. */
export const badUserInput = (message: string): RequestError => new RequestError('BAD_USER_INPUT', message)

/** The key that came with the request is not good: HTTP 401, whatever was asked. */
export const unauthenticated = (message: string): RequestError =>
  new RequestError('UNAUTHENTICATED', message, {
    http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  })

/** A write's input is wrong: ValidationError in its result. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly fields: { path: string[]; message: string }[]
  constructor(path: string[], message: string) {
    super(message)
    this.fields = [{ path, message }]
  }
}

/** There is no object with the id that a write is to change: NotFoundError in its result. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
  readonly id: string
  /** @param path where the id stands, for the message: "input.id". */
  constructor(type: string, id: string, path = 'input.id') {
    super(`${path}: there is no ${type} with this id: pass the \`id\` of one that is there`)
    this.id = id
  }
}

/** The object changed since the caller read it: ConflictError in a write's result. */
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

/** The words of an anchor are not at its place: AnchorMismatchError in a write's result. */
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

/** The caller lacks a scope: ForbiddenError in a write's result, else an error with the code FORBIDDEN. */
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
