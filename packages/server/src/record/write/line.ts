import { wrong } from './input.js'

const LONGEST = 500
const LONGEST_WORDS = 2_000
/** Most other names of one object. */
export const MOST_NAMES = 100

/**
 * A name or title as it is stored: one line in NFC, runs of white space and control characters as one space.
 *
 * @throws InputError when nothing that can be seen is left of it, or too much.
 */
export function line(value: string, path: string[], longest = LONGEST): string {
  const text = value
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (text.replace(/\p{Cf}/gu, '') === '') throw wrong(path, 'is empty: pass a name')
  if (text.length > longest) throw wrong(path, `has ${text.length} characters: pass at most ${longest}`)
  return text
}

/** {@link line} of each, without repeats, sorted. */
export const lines = (values: readonly string[], path: string[], most = MOST_NAMES): string[] => {
  if (values.length > most) throw wrong(path, `has ${values.length} entries: pass at most ${most}`)
  return [...new Set(values.map((value, index) => line(value, [...path, String(index)])))].sort()
}

/**
 * Words as they stand in a text, without the white space around them; null when there are none.
 *
 * @throws InputError when there are too many.
 */
export function words(value: string | null | undefined, path: string[]): string | null {
  const text = value?.trim() || null
  if (text === null || text.length <= LONGEST_WORDS) return text
  throw wrong(path, `has ${text.length} characters: pass at most ${LONGEST_WORDS}`)
}
