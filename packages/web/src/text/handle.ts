import { wordsOf } from './words.js'

/** The digits of Crockford's Base32, in lower case: no i, l, o and u, which are taken for others. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Digits of a UUID of 128 bits, 5 bits each. */
const LENGTH = 26

/** Most characters of the readable part of an address. */
const LONGEST_SLUG = 60

/** Letters that are no letter with an accent, as they are written without them. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
}

/** The types of the objects that have pages, by the first part of their addresses. */
export const FOLDERS = {
  statements: 'Statement',
  articles: 'Article',
  speakers: 'Speaker',
  topics: 'Topic',
  sites: 'Site',
  events: 'Event',
  documents: 'Document',
} as const

export type Folder = keyof typeof FOLDERS

/**
 * The path of an object's page: what it is called, then its id in 26 characters. "/speakers/anil-rao-01jx…"
 *
 * @param name what the object is called; the path is right whatever it is, and then leads to the one with its name.
 */
export function pathOf(folder: Folder, { id, name }: { id: string; name: string }): string {
  return `/${folder}/${encodeURIComponent(handleOf(id, name))}`
}

/** The last part of an object's path, as people read it. */
export function handleOf(id: string, name: string): string {
  const slug = slugOf(name)
  return slug === '' ? compactId(id) : `${slug}-${compactId(id)}`
}

/** The words of a name in small letters with hyphens between them, without accents and signs. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '')
  const words = wordsOf(plain.replace(/[øłđæœßı]/g, (letter) => LETTERS[letter] as string))
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > LONGEST_SLUG) break
    slug = longer
  }
  return slug === '' ? (words[0] ?? '').slice(0, LONGEST_SLUG).toWellFormed() : slug
}

/**
 * The global id that a handle ends in.
 *
 * @returns null when it ends in none.
 */
export function idIn(handle: string, type: (typeof FOLDERS)[Folder] | 'ArticleText'): string | null {
  const [digits] = new RegExp(`(?:^|(?<=-))[${DIGITS}]{${LENGTH}}$`).exec(handle.toLowerCase()) ?? []
  if (!digits) return null
  let value = 0n
  for (const digit of digits) value = value * 32n + BigInt(DIGITS.indexOf(digit))
  if (value >= 1n << 128n) return null
  const hex = value.toString(16).padStart(32, '0')
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return btoa(`${type}:${uuid}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The words of a handle's readable part, for where no name is known. */
export const wordsInHandle = (handle: string): string =>
  handle.slice(0, -LENGTH).replaceAll('-', ' ').trim() || handle

/** The UUID in a global id. */
export const uuidOf = (globalId: string): string =>
  atob(globalId.replaceAll('-', '+').replaceAll('_', '/')).split(':')[1] ?? ''

/** The UUID of a global id in 26 characters. */
export function compactId(globalId: string): string {
  let value = BigInt(`0x${uuidOf(globalId).replaceAll('-', '')}`)
  let digits = ''
  for (let at = 0; at < LENGTH; at++) {
    digits = DIGITS.charAt(Number(value % 32n)) + digits
    value /= 32n
  }
  return digits
}
