/** A date of the Extended Date/Time Format (ISO 8601-2) in the years 1 to 9999; month and day may be missing. */
export interface PartialDate {
  /** `2026`, `2026-03`, `2026-03-02` or `2026-03-02T10:30:00+01:00`. */
  edtf: string
  /** First day that the date can be, `YYYY-MM-DD`; for an instant, the day in the offset that was written. */
  earliest: string
  /** Last day that the date can be, `YYYY-MM-DD`. */
  latest: string
  precision: 'YEAR' | 'MONTH' | 'DAY' | 'INSTANT'
  /** RFC 3339 in UTC with milliseconds when the precision is INSTANT, else null. */
  instant: string | null
  /** `STATED`: the source says it. `EXTERNAL`: taken from the URL. */
  basis: 'STATED' | 'EXTERNAL'
  /** The text that was read, such as "March 2, 2026"; null when the date was not read from text. */
  asWritten: string | null
}

const ACCEPTED =
  'a year (2026), a month (2026-03), a day (2026-03-02) or a time with its offset (2026-03-02T10:30:00+01:00), in the years 1 to 9999'

const SHAPE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i

type Basis = PartialDate['basis']

/**
 * Reads a date as YAML, JSON-LD and `<time>` give it: text in ISO 8601, a whole number (a year) or a `Date`.
 *
 * A time without an offset names no instant. The function guesses no time zone and keeps only the day.
 *
 * @throws RangeError when the value is none of these. The message follows the field's name and says what is accepted.
 */
export function parsePartialDate(value: unknown, basis: Basis = 'STATED'): PartialDate {
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return { ...readIso(value.toISOString(), basis), asWritten: null }
  }
  if (Number.isInteger(value)) return readIso(String(value).padStart(4, '0'), basis, String(value))
  if (typeof value !== 'string') throw new RangeError(`must be ${ACCEPTED}`)
  return readIso(value.trim(), basis)
}

function readIso(written: string, basis: Basis, asWritten = written): PartialDate {
  const refuse = () => new RangeError(`is "${asWritten.slice(0, 60)}", but must be ${ACCEPTED}`)
  const match = SHAPE.exec(written)
  if (!match) throw refuse()
  const [, year = '', month, day, hour, minute, second = '00', fraction = '', offset] = match
  const rest = { basis, asWritten }
  if (Number(year) < 1) throw refuse()
  if (month === undefined) return { edtf: year, ...range(`${year}-01-01`, `${year}-12-31`, 'YEAR'), ...rest }
  const length = daysInMonth(Number(year), Number(month))
  if (length === 0) throw refuse()
  const edtf = `${year}-${month}`
  if (day === undefined) return { edtf, ...range(`${edtf}-01`, `${edtf}-${length}`, 'MONTH'), ...rest }
  const date = `${edtf}-${day}`
  if (Number(day) < 1 || Number(day) > length) throw refuse()
  if (hour === undefined) return { edtf: date, ...range(date, date, 'DAY'), ...rest }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw refuse()
  if (offset === undefined) return { edtf: date, ...range(date, date, 'DAY'), ...rest }
  const zone = fullOffset(offset)
  const local = `${date}T${hour}:${minute}:${second}`
  const instant = new Date(`${local}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`)
  if (Number.isNaN(instant.getTime())) throw refuse()
  const utc = instant.toISOString()
  if (!/^(?!0000)\d{4}-/.test(utc)) throw refuse()
  return { edtf: local + zone, ...range(date, date, 'INSTANT'), instant: utc, ...rest }
}

const range = (earliest: string, latest: string, precision: PartialDate['precision']) => ({
  earliest,
  latest,
  precision,
  instant: null,
})

/** Writes "+01" and "+0100" as "+01:00", and every offset of zero as "Z". */
function fullOffset(offset: string): string {
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0')
  return /^z$/i.test(offset) || digits === '0000'
    ? 'Z'
    : `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** Days of a month; 0 when the year has no such month. */
function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
