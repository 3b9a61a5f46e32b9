import { attempt, type OnRecordError } from './error.js'
import type { Operation } from './operation.js'

/** What a request says: the operation's text, or its hash, or both, so that the service learns it. */
export interface Body {
  operationName: string | undefined
  variables?: object
  query?: string
  extensions?: { persistedQuery: { version: 1; sha256Hash: unknown } }
}

/**
 * The body of the first try.
 *
 * @param given what {@link variablesOf} gives.
 */
export async function bodyOf(
  document: unknown,
  query: string,
  { name }: Operation,
  given: string,
  persisted: string,
): Promise<Body> {
  const body: Body = { operationName: name, ...JSON.parse(given) }
  if (persisted === 'off') body.query = query
  else {
    const sha256Hash = Object(document).__meta__?.hash ?? (await sha256(query))
    body.extensions = { persistedQuery: { version: 1, sha256Hash } }
  }
  return body
}

/**
 * Whether the service refused an operation because it does not know its hash. Any refusal may mean that, but a part of a
 * mutation may have run before another part was refused.
 */
export const isUnknown = ({ kind, code = '' }: OnRecordError, { once }: Operation): boolean =>
  once ? code.startsWith('PERSISTED') : kind === 'bad-request'

/**
 * The variables as JSON, as they are now: `{"variables":…}`.
 *
 * @throws OnRecordError when a variable is none of JSON, such as a BigInt.
 */
export const variablesOf = (variables: unknown): string =>
  attempt('the variables are no JSON: a BigInt, or circular?', () => JSON.stringify({ variables }))

/** The lower-case hex SHA-256 of a text in UTF-8. */
async function sha256(text: string): Promise<string> {
  const hash = await attempt('persisted needs crypto.subtle: https on pages', () =>
    crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  )
  return new Uint8Array(hash).reduce((hex, byte) => hex + (byte + 256).toString(16).slice(1), '')
}
