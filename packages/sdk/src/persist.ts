import type { Answer } from './answer.js'
import type { ClientOptions } from './http.js'

/**
 * Sends an operation, as its hash alone when persisted operations are on; `auto` sends the text after it when the
 * service does not know the hash yet (automatic persisted queries).
 *
 * @param send takes the body of a request.
 */
export async function persist(
  { persisted = 'off' }: ClientOptions,
  query: string,
  variables: unknown,
  send: (body: string) => Promise<Answer>,
): Promise<Answer> {
  if (persisted === 'off') return send(JSON.stringify({ query, variables }))
  const extensions = { persistedQuery: { version: 1, sha256Hash: await sha256(query) } }
  return send(JSON.stringify({ variables, extensions })).catch((error: { code?: string }) => {
    if (persisted === 'only' || error.code !== 'PERSISTED_QUERY_NOT_FOUND') throw error
    return send(JSON.stringify({ query, variables, extensions }))
  })
}

/** Lower-case hex SHA-256 of a text in UTF-8. */
async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(hash), (byte) => (byte + 256).toString(16).slice(1)).join('')
}
