import { attempt, type OnRecordError } from './error.js'
import type { Operation } from './operation.js'

/** What a request says besides its variables: the operation's text, or its hash, or both, so that the service learns it. */
export interface Body {
  operationName: string | undefined
  query?: string
  extensions?: { persistedQuery: { version: 1; sha256Hash: unknown } }
}

/** The body of the first try. */
export async function bodyOf(
  document: unknown,
  query: string,
  { name }: Operation,
  persisted = 'off',
): Promise<Body> {
  const body = { operationName: name }
  if (persisted === 'off') return { ...body, query }
  const sha256Hash = Object(document).__meta__?.hash ?? (await sha256(query))
  return { ...body, extensions: { persistedQuery: { version: 1, sha256Hash } } }
}

/**
 * Whether the service refused an operation because it does not know its hash. Any refusal may mean that, but a part of a
 * mutation may have run before another part was refused.
 */
export const isUnknown = ({ kind, code = '' }: OnRecordError, { once }: Operation): boolean =>
  once ? code.startsWith('PERSISTED') : kind === 'bad-request'

/**
 * The JSON of a body is this behind the JSON of {@link Body} without its last bracket.
 *
 * @throws OnRecordError when a variable is none of JSON, such as a BigInt.
 */
export function endOfBody(variables: unknown): string {
  return attempt('the variables are no JSON: is there a BigInt, or a circular object?', () => {
    const json = JSON.stringify({ variables }).slice(1)
    return json[1] ? `,${json}` : json
  })
}

/** The lower-case hex SHA-256 of a text in UTF-8. */
async function sha256(text: string): Promise<string> {
  const hash = await attempt('persisted needs crypto.subtle, which pages without https lack', () =>
    crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  )
  return new Uint8Array(hash).reduce((hex, byte) => hex + (byte + 256).toString(16).slice(1), '')
}
