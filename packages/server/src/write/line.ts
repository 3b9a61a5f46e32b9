import { wrong } from './input.js'

const LONGEST = 500

/**
 * A name or title as it is stored: one line in NFC, runs of white space as one space.
 *
 * @throws InputError when nothing is left of it, or too much.
 */
export function line(value: string, path: string[]): string {
  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === '') throw wrong(path, 'is empty: pass a name')
  if (text.length > LONGEST) throw wrong(path, `has ${text.length} characters: pass at most ${LONGEST}`)
  return text
}

/** {@link line} of each, without repeats, sorted. */
export const lines = (values: readonly string[], path: string[], most: number): string[] => {
  if (values.length > most) throw wrong(path, `has ${values.length} entries: pass at most ${most}`)
  return [...new Set(values.map((value, index) => line(value, [...path, String(index)])))].sort()
}
