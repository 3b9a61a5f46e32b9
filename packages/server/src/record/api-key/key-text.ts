import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** The kind of database that a key is for: `local`, an embedded database; `live`, a PostgreSQL server. */
export type Environment = 'local' | 'live'

const DIGITS = '0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const ALPHABET = DIGITS + LOWER.toUpperCase() + LOWER

const LENGTH = { keyId: 12, secret: 43, checksum: 6 }
const FORM = new RegExp(
  `^(or_[a-z]+_([0-9a-z]{${LENGTH.keyId}})_([0-9A-Za-z]{${LENGTH.secret}}))([0-9A-Za-z]{${LENGTH.checksum}})$`,
)

/** The parts of a key. */
export interface ParsedKey {
  /** The name of the key in lists and logs. It is not secret. */
  keyId: string
  /** 43 random letters of an alphabet of 62: 256 bits. */
  secret: string
}

/** A new key: `or_<environment>_<keyId>_<secret><checksum>`. */
export function newKey(environment: Environment): ParsedKey & { key: string } {
  const keyId = random(LENGTH.keyId, DIGITS + LOWER)
  const secret = random(LENGTH.secret, ALPHABET)
  return { key: formatKey(environment, { keyId, secret }), keyId, secret }
}

/** A key from its parts. */
export function formatKey(environment: Environment, { keyId, secret }: ParsedKey): string {
  const body = `or_${environment}_${keyId}_${secret}`
  return body + checksum(body)
}

/** The parts of a key; null when the text is not a whole key, which its checksum shows without the database. */
export function parseKey(text: string): ParsedKey | null {
  const [, body = '', keyId = '', secret = '', sum = ''] = FORM.exec(text) ?? []
  if (body === '' || !equalInConstantTime(checksum(body), sum)) return null
  return { keyId, secret }
}

/** The SHA-256 of a secret in lower-case hex, which the database stores. 256 random bits need no slow hash. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Whether two texts are equal. The time does not depend on where they differ, only on their lengths. */
export function equalInConstantTime(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const random = (length: number, alphabet: string): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** The CRC-32 of a text in base 62. */
function checksum(body: string): string {
  let rest = crc32(body)
  let text = ''
  for (let place = 0; place < LENGTH.checksum; place++) {
    text = ALPHABET[rest % ALPHABET.length] + text
    rest = Math.floor(rest / ALPHABET.length)
  }
  return text
}
