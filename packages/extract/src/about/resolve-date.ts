import type { SaidAt } from '../types.js'

type Resolved = Pick<SaidAt, 'edtf' | 'earliest' | 'latest' | 'precision' | 'basis'>

const UNKNOWN: Resolved = { edtf: null, earliest: null, latest: null, precision: 'UNKNOWN', basis: 'UNKNOWN' }
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/
/** What working out dates takes from a language. */
export interface DateKnowledge {
  times: {
    /** Reads a date in words, counted from `reference` when the words do not name it whole. */
    parse(words: string, reference: { instant: Date; timezone: number }): { start: DateComponents }[]
    /** Spans of days that no date of this precision names: "weekend", "spring". */
    loose: RegExp
    /** Words for the day of publication itself: "tonight". */
    sameDay: RegExp
  }
}

/** The parts of a date, as chrono-node gives them. */
interface DateComponents {
  isCertain(part: 'year' | 'month' | 'day' | 'weekday'): boolean
  get(part: 'year' | 'month' | 'day'): number | null
}

const PUBLISHED = /^\d{4}-\d{2}-\d{2}$/

/**
 * Works out the date that a reporter's words name, "on Tuesday": by themselves if they print the year, else counted back
 * from `publishedAt`.
 *
 * @param publishedAt the day of publication, `YYYY-MM-DD`, when it is known.
 */
export function dateOf(
  asWritten: string,
  publishedAt: string | undefined,
  { times }: DateKnowledge,
): Resolved {
  const printed = YEAR.exec(asWritten)?.[0]
  const published = publishedAt !== undefined && PUBLISHED.test(publishedAt) ? publishedAt : undefined
  if ((!printed && !published) || times.loose.test(asWritten)) return UNKNOWN
  const basis = printed ? 'STATED' : 'INFERRED'
  const reference = new Date(`${published ?? `${printed}-12-31`}T12:00:00Z`)
  if (Number.isNaN(reference.getTime())) return UNKNOWN
  const start = times.parse(asWritten, { instant: reference, timezone: 0 })[0]?.start
  if (!start) return printed ? yearOf(printed, basis) : UNKNOWN
  const date = printed ? dayOfParts(start) : latestBefore(reference, start)
  if (!date) return UNKNOWN
  const iso = date.toISOString().slice(0, 10)
  if (start.isCertain('day') || start.isCertain('weekday') || times.sameDay.test(asWritten))
    return dayOf(iso, basis)
  if (start.isCertain('month')) return monthOf(iso.slice(0, 7), basis)
  return start.isCertain('year') ? yearOf(iso.slice(0, 4), basis) : UNKNOWN
}

const dayOfParts = (start: DateComponents) =>
  new Date(Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1))

/**
 * Returns the latest such day up to `reference`, since nobody reports what will be said; null when no day can be told.
 */
function latestBefore(reference: Date, start: DateComponents): Date | null {
  const date = dayOfParts(start)
  if (date <= reference) return date
  if (start.isCertain('weekday')) date.setUTCDate(date.getUTCDate() - 7)
  else if (start.isCertain('month') && !start.isCertain('year'))
    date.setUTCFullYear(date.getUTCFullYear() - 1)
  else return null
  return date
}

const dayOf = (day: string, basis: Resolved['basis']): Resolved => ({
  edtf: day,
  earliest: day,
  latest: day,
  precision: 'DAY',
  basis,
})

function monthOf(month: string, basis: Resolved['basis']): Resolved {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const latest = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  return { edtf: month, earliest: `${month}-01`, latest, precision: 'MONTH', basis }
}

const yearOf = (year: string, basis: Resolved['basis']): Resolved => ({
  edtf: year,
  earliest: `${year}-01-01`,
  latest: `${year}-12-31`,
  precision: 'YEAR',
  basis,
})
