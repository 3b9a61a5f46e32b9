import { casual } from 'chrono-node/en'
import type { SaidAt } from '../types.js'

type Resolved = Pick<SaidAt, 'edtf' | 'earliest' | 'latest' | 'precision' | 'basis'>

const UNKNOWN: Resolved = { edtf: null, earliest: null, latest: null, precision: 'UNKNOWN', basis: 'UNKNOWN' }
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/
/** Spans of days that no date of this precision names. */
const LOOSE = /\b(?:week|weekend|weeks|spring|summer|autumn|fall|winter)\b/i
const PUBLISHED = /^\d{4}-\d{2}-\d{2}$/

/**
 * The date that a reporter's words name, "on Tuesday": by themselves if they print the year, else counted back from
 * `publishedAt`.
 *
 * @param publishedAt the day of publication, `YYYY-MM-DD`, when it is known.
 */
export function resolveDate(asWritten: string, publishedAt: string | undefined): Resolved {
  const printed = YEAR.exec(asWritten)?.[0]
  const published = publishedAt !== undefined && PUBLISHED.test(publishedAt) ? publishedAt : undefined
  if ((!printed && !published) || LOOSE.test(asWritten)) return UNKNOWN
  const basis = printed ? 'STATED' : 'INFERRED'
  const reference = new Date(`${published ?? `${printed}-12-31`}T12:00:00Z`)
  if (Number.isNaN(reference.getTime())) return UNKNOWN
  const start = casual.parse(asWritten, { instant: reference, timezone: 0 })[0]?.start
  if (!start) return printed ? yearOf(printed, basis) : UNKNOWN
  const certain = (part: 'year' | 'month' | 'day' | 'weekday') => start.isCertain(part)
  const date = new Date(
    Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1),
  )
  if (!printed && date > reference) {
    // Nobody reports what will be said: the latest such day that was.
    if (certain('weekday')) date.setUTCDate(date.getUTCDate() - 7)
    else if (certain('month') && !certain('year')) date.setUTCFullYear(date.getUTCFullYear() - 1)
    else return UNKNOWN
  }
  const iso = date.toISOString().slice(0, 10)
  const sameDay = /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i.test(asWritten)
  if (certain('day') || certain('weekday') || sameDay) return dayOf(iso, basis)
  if (certain('month')) return monthOf(iso.slice(0, 7), basis)
  return certain('year') ? yearOf(iso.slice(0, 4), basis) : UNKNOWN
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
