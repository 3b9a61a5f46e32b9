import { parsePartialDate } from './partial-date.js'

/** How much of a date is known. */
export type DatePrecision = 'UNKNOWN' | 'YEAR' | 'MONTH' | 'DAY' | 'INSTANT'

/** How a date is known. */
export type DateBasis = 'STATED' | 'INFERRED' | 'EXTERNAL' | 'UNKNOWN'

/** A date as a person enters it and as a revision stores it. Where nothing is known, null stands instead. */
export interface DateFields {
  edtf: string | null
  basis: DateBasis
  asWritten: string | null
}

/** Values that are computed from a date and stored beside it. Days are `YYYY-MM-DD`. */
export interface DateBounds {
  earliest: string | null
  latest: string | null
  /** RFC 3339 in UTC when the precision is INSTANT. */
  instant: string | null
  precision: DatePrecision
}

const UNKNOWN: DateBounds = { earliest: null, latest: null, instant: null, precision: 'UNKNOWN' }

/** Whether `readEdtf` accepts a text. */
export function isEdtf(text: string): boolean {
  try {
    readEdtf(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The first and the last day that a date can be. */
export const dateBounds = (date: DateFields | null): DateBounds =>
  date?.edtf == null ? UNKNOWN : readEdtf(date.edtf).bounds

/**
 * Reads a date or an interval of the Extended Date/Time Format.
 *
 * @throws RangeError when the text is neither. The message follows the field's name and says what is accepted.
 */
export function readEdtf(edtf: string): { edtf: string; bounds: DateBounds } {
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
    bounds: { earliest, latest, instant: null, precision: commonPrecision(earliest, latest) },
  }
}

/** How much of their dates two days have in common. */
function commonPrecision(earliest: string | null, latest: string | null): DatePrecision {
  if (earliest === null || latest === null) return 'UNKNOWN'
  if (earliest === latest) return 'DAY'
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return 'MONTH'
  return earliest.slice(0, 4) === latest.slice(0, 4) ? 'YEAR' : 'UNKNOWN'
}
