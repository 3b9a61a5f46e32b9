import type { DateBasis as Basis, DatePrecision as Precision } from '../generated/prisma/enums.js'
import { parsePartialDate } from '../ingest/partial-date.js'
import { wrong } from '../write/input.js'
import { words } from '../write/line.js'
import { builder } from './builder.js'
import { DateBasis } from './fuzzy-date.js'

/** A date as a person gives it, and as revisions hold it; null when nothing is known. */
export interface DateFields {
  edtf: string | null
  basis: Basis
  asWritten: string | null
}

/** What the tables hold of a date besides. Days are `YYYY-MM-DD`. */
export interface DateBounds {
  earliest: string | null
  latest: string | null
  /** RFC 3339 in UTC when the precision is INSTANT. */
  instant: string | null
  precision: Precision
}

export const FuzzyDateInput = builder.inputType('FuzzyDateInput', {
  description: 'A date that may be partial or unknown.',
  fields: (t) => ({
    edtf: t.string({
      description:
        'Extended Date/Time Format (ISO 8601-2): `2026`, `2026-03`, `2026-03-02`, `2026-03-02T10:30:00+01:00`, or an interval of two of them, one of which may be `..`: `../2026-03` is not after March 2026. Years 1 to 9999. Absent when only the words are known.',
    }),
    basis: t.field({
      type: DateBasis,
      required: true,
      defaultValue: 'STATED',
      description: 'How it is known; UNKNOWN without `edtf`.',
    }),
    asWritten: t.string({ description: 'The words in the text, e.g. "On Tuesday".' }),
  }),
})

const UNKNOWN: DateBounds = { earliest: null, latest: null, instant: null, precision: 'UNKNOWN' }

/**
 * Checks a date and brings it into its one form.
 *
 * @throws InputError naming the field; also for an input that says nothing, which would silently remove a date.
 */
export function dateFields(
  input: typeof FuzzyDateInput.$inferInput | null,
  path: string[],
): DateFields | null {
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
    return { edtf: read(edtf).edtf, basis, asWritten }
  } catch (error) {
    if (error instanceof RangeError) throw wrong([...path, 'edtf'], error.message)
    throw error
  }
}

/** Whether a text is a date that {@link dateFields} takes. */
export function isEdtf(text: string): boolean {
  try {
    read(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The days between which a date lies. */
export const dateBounds = (date: DateFields | null): DateBounds =>
  date?.edtf == null ? UNKNOWN : read(date.edtf).bounds

/** @throws RangeError whose message, put after the field's name, says what is accepted. */
function read(edtf: string): { edtf: string; bounds: DateBounds } {
  const [first = '', last, ...rest] = edtf.split('/')
  if (rest.length > 0) throw new RangeError(`is "${edtf.slice(0, 60)}", but an interval has two ends`)
  if (last === undefined) {
    const { earliest, latest, instant, precision, edtf: canonical } = parsePartialDate(first)
    return { edtf: canonical, bounds: { earliest, latest, instant, precision } }
  }
  const [from, until] = [first, last].map((end) => (end === '..' ? null : parsePartialDate(end)))
  if (!from && !until) throw new RangeError('is an interval without ends: leave it out when nothing is known')
  const [earliest, latest] = [from?.earliest ?? null, until?.latest ?? null]
  if (earliest !== null && latest !== null && latest < earliest) {
    throw new RangeError(`is an interval that ends before it begins: swap its ends`)
  }
  return {
    edtf: `${from?.edtf ?? '..'}/${until?.edtf ?? '..'}`,
    bounds: { earliest, latest, instant: null, precision: common(earliest, latest) },
  }
}

/** How much of a date two days have in common. */
function common(earliest: string | null, latest: string | null): Precision {
  if (earliest === null || latest === null) return 'UNKNOWN'
  if (earliest === latest) return 'DAY'
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return 'MONTH'
  return earliest.slice(0, 4) === latest.slice(0, 4) ? 'YEAR' : 'UNKNOWN'
}
