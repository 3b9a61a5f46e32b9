import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { equalInConstantTime } from '../../record/api-key/key-text.js'

/** Milliseconds after which a session ends that nobody uses. */
export const SESSION_AGE = 12 * 3_600_000

const CIPHER = 'aes-256-gcm'
const [IV, TAG] = [12, 16]

/** What the cookie of somebody who has signed in holds. */
export interface Session {
  /** The API key, which authorises each request anew: a session ends with its key. */
  key: string
  /** Distinguishes the sessions of a key. */
  id: string
  /** When the cookie was written, in milliseconds since 1970. */
  at: number
}

/** Seals sessions, so that only holders of the secret can read or make them. */
export class SessionSeal {
  readonly #sealing: Uint8Array
  readonly #proving: Uint8Array
  readonly #now: () => number

  /** @param now gives the time in milliseconds since 1970. */
  constructor(secret: Uint8Array, now: () => number = Date.now) {
    const derived = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
    this.#sealing = derived('onrecord session')
    this.#proving = derived('onrecord csrf')
    this.#now = now
  }

  /** A new session of a key, or the same one with a new age. */
  begin(key: string, id = randomBytes(12).toString('base64url')): Session {
    return { key, id, at: this.#now() }
  }

  /** The value of a session's cookie. */
  seal(session: Session): string {
    const iv = randomBytes(IV)
    const cipher = createCipheriv(CIPHER, this.#sealing, iv)
    const sealed = Buffer.concat([cipher.update(JSON.stringify(session), 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
  }

  /** The session of a cookie; null when we have not sealed it, when somebody changed it, and when it is too old. */
  open(value: string): Session | null {
    const bytes = Buffer.from(value, 'base64url')
    if (bytes.length <= IV + TAG) return null
    const decipher = createDecipheriv(CIPHER, this.#sealing, bytes.subarray(0, IV), { authTagLength: TAG })
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
    try {
      const text = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()])
      const session = JSON.parse(text.toString('utf8')) as Session
      return this.age(session) < SESSION_AGE ? session : null
    } catch {
      // Not sealed with our secret.
      return null
    }
  }

  /** Milliseconds since a session's cookie was written. */
  age({ at }: Session): number {
    return this.#now() - at
  }

  /** What a page of the session sends in the header `x-onrecord-csrf`: no other site can read it. */
  proofOf({ id }: Session): string {
    return createHmac('sha256', this.#proving).update(id).digest('base64url')
  }

  isProof(session: Session, proof: string): boolean {
    return equalInConstantTime(this.proofOf(session), proof)
  }
}
