import { type DateBasis, type DateFields, readEdtf } from '../../dates/fuzzy-date.js'
import { wrong } from './input.js'
import { words } from './line.js'

/** A date as an input gives it. */
export interface FuzzyDate {
  edtf?: string | null | undefined
  basis: DateBasis
  asWritten?: string | null | undefined
}

/**
 * Checks a date and brings its EDTF into the one form in which it is stored.
 *
 * @throws InputError naming the field; also for an input without `edtf` and `asWritten`, which would silently remove a
 *   date.
 */
export function readDate(input: FuzzyDate | null, path: string[]): DateFields | null {
  if (input === null) return null
  const { basis } = input
  const asWritten = words(input.asWritten, [...path, 'asWritten'])
  const edtf = input.edtf?.trim() ?? null
  if (edtf === '') throw wrong([...path, 'edtf'], 'is empty: leave it out when only the words are known')
  if (edtf === null && asWritten === null) {
    throw wrong(path, 'says nothing: pass edtf, asWritten, or both; null when nothing is known')
  }
  if (edtf === null) return { edtf, basis: 'UNKNOWN', asWritten }
  try {
    return { edtf: readEdtf(edtf).edtf, basis, asWritten }
  } catch (error) {
    if (error instanceof RangeError) throw wrong([...path, 'edtf'], error.message)
    throw error
  }
}
