import { fold } from '../../text/fold.js'
import { wrong } from './input.js'

const LONGEST = 500
const LONGEST_WORDS = 2_000
/** The largest number of other names that one object may have. */
export const MOST_NAMES = 100

/**
 * Brings a name or title into the form in which it is stored: one line in NFC, each run of white space and control
 * characters replaced by one space.
 *
 * @throws InputError when no visible character is left, or when the line is longer than `longest` code units.
 */
export function line(value: string, path: string[], longest = LONGEST): string {
  const text = value
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  // Marks alone, too, show nothing, and would be nothing to compare by.
  if (fold(text.replace(/\p{Cf}/gu, '')) === '') throw wrong(path, 'is empty: pass a name')
  if (text.length > longest) throw wrong(path, `has ${text.length} characters: pass at most ${longest}`)
  return text
}

/** Applies {@link line} to each value; gives the lines sorted, without repeats. */
export const lines = (values: readonly string[], path: string[], most = MOST_NAMES): string[] => {
  if (values.length > most) throw wrong(path, `has ${values.length} entries: pass at most ${most}`)
  return [...new Set(values.map((value, index) => line(value, [...path, String(index)])))].sort()
}

/**
 * Trims words that are kept as they stand in a text; null when nothing is left.
 *
 * @throws InputError when there are more than 2,000 code units.
 */
export function words(value: string | null | undefined, path: string[]): string | null {
  const text = value?.trim() || null
  if (text === null || text.length <= LONGEST_WORDS) return text
  throw wrong(path, `has ${text.length} characters: pass at most ${LONGEST_WORDS}`)
}
