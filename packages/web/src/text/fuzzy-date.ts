/** A date as the record has it: it may be known to the year or the month only. */
export interface ShownDate {
  precision: string
  basis?: string
  earliest: string | null
  latest: string | null
  edtf?: string | null
  asWritten?: string | null
}

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const DAY = format({ day: 'numeric', month: 'long', year: 'numeric' })
const MONTH = format({ month: 'long', year: 'numeric' })
const YEAR = format({ year: 'numeric' })

/** A date as people write it: "3 March 2025", "March 2025", "2025", "by 3 March 2025"; null when nothing is known. */
export function dateWords({ precision, earliest, latest }: ShownDate): string | null {
  const formatter = precision === 'YEAR' ? YEAR : precision === 'MONTH' ? MONTH : DAY
  if (earliest && (earliest === latest || precision !== 'UNKNOWN')) return words(formatter, earliest)
  if (earliest && latest) return `between ${words(DAY, earliest)} and ${words(DAY, latest)}`
  if (latest) return `by ${words(DAY, latest)}`
  return earliest ? `after ${words(DAY, earliest)}` : null
}

/** The day, month or year of a date in ISO 8601: "2025-03"; null when there is none. */
export function isoDate({ precision, earliest }: ShownDate): string | null {
  if (!earliest || precision === 'UNKNOWN') return null
  return precision === 'YEAR' ? earliest.slice(0, 4) : precision === 'MONTH' ? earliest.slice(0, 7) : earliest
}

/** The date of an instant or a day: "3 March 2025". */
export const dayWords = (instant: string): string => words(DAY, instant)

/** "March 2025", of any of its days. */
export const monthWords = (day: string): string => words(MONTH, day)

function words(formatter: Intl.DateTimeFormat, day: string): string {
  const date = new Date(day)
  return Number.isNaN(date.getTime()) ? day : formatter.format(date)
}
