import { createHash, randomBytes } from 'node:crypto'

/** Links that sign in once with a key, as `onrecord serve` prints one for who has started it. */
export class OneTimeLinks {
  /** The keys by the hashes of their tokens: a look-up by a hash takes the same time for all wrong tokens. */
  readonly #keys = new Map<string, string>()

  /** Makes a link's token. */
  make(key: string): string {
    const token = randomBytes(24).toString('base64url')
    this.#keys.set(hashOf(token), key)
    return token
  }

  /** The key of a token, which is used up by it; null when there is no such token any more. */
  take(token: string): string | null {
    const hash = hashOf(token)
    const key = this.#keys.get(hash) ?? null
    this.#keys.delete(hash)
    return key
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64')
