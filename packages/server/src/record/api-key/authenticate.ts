import { unauthenticated } from '../errors.js'
import type { Viewer } from '../viewer.js'
import type { KeyRing, KnownKey } from './key-ring.js'
import { parseKey } from './key-text.js'
import { viewerWith } from './roles.js'

/** Who sent a request. */
export interface Caller {
  viewer: Viewer
  /** The id of the key that was sent; null without one. */
  keyId: string | null
}

/**
 * Who sent a request, by its `authorization` header. An invalid key is refused: its sender is never treated as a caller
 * without a key, because nobody sends a key to be anonymous.
 *
 * @param nobody the viewer that a caller without a key is.
 * @throws RequestError UNAUTHENTICATED
 */
export async function authenticate(header: string | null, keys: KeyRing, nobody: Viewer): Promise<Caller> {
  if (header === null) return { viewer: nobody, keyId: null }
  const text = bearer(header)
  if (text === null) {
    throw unauthenticated('send the key as "authorization: Bearer or_…", or no such header')
  }
  const known: KnownKey = await keys.open(text)
  return { viewer: viewerWith(known.name, known.scopes, nobody.sight), keyId: known.keyId }
}

/** The id of the key in an `authorization` header, whether the key is valid or not; null when the header has no key. */
export const keyIdOf = (header: string | null): string | null =>
  parseKey(bearer(header ?? '') ?? '')?.keyId ?? null

function bearer(header: string): string | null {
  const [scheme, text, ...rest] = header.trim().split(/\s+/)
  return scheme?.toLowerCase() === 'bearer' && text !== undefined && rest.length === 0 ? text : null
}
