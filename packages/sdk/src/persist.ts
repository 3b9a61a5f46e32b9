import type { Body, ClientOptions } from './http.js'

/** The body of the first try. */
export async function bodyOf(
  document: { __meta__?: Record<string, unknown> },
  query: string,
  variables: unknown,
  { persisted = 'off' }: ClientOptions,
): Promise<Body> {
  if (persisted === 'off') return { query, variables }
  const sha256Hash = document.__meta__?.hash ?? (await sha256(query))
  return { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }
}

/** The lower-case hex SHA-256 of a text in UTF-8. */
async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return new Uint8Array(hash).reduce((hex, byte) => hex + (byte + 256).toString(16).slice(1), '')
}
