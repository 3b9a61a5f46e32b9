import { findDates, tryDate } from './find-dates.js'
import { monthNumber } from './month-names.js'
import type { PartialDate } from './partial-date.js'

const MONTH_ONLY = /^(\p{L}{3,12})\.?,?\s+(?:de\s+)?(\d{4})$/u
/** "Tue, 03 Mar 2026 10:15:00 +0100" of mail and feeds, "Tue Mar 03 2026 10:15:00 GMT+0100 (CET)" of JavaScript. */
const ZONED = /(\d{1,2}:\d{2}:\d{2})\s+(?:GMT|UTC|Z)?([+-]\d{2}:?\d{2})?(?=\s|$)/
/** "Tue Mar 03 10:15:00 CET 2026" of Unix and Java. */
const YEAR_LAST = /^(?:\p{L}{3}\s+)?(\p{L}{3})\s+(\d{1,2})\s+\d{2}:\d{2}:\d{2}\s+(?:\S{1,6}\s+)?(\d{4})$/u

/**
 * Reads the date that a metadata value or a short printed text gives: ISO 8601, `20260303`, the forms of mail, feeds and
 * programs, Unix time in seconds or milliseconds, and what `findDates` finds. It ignores a time of day without an offset.
 *
 * @param language the tag of the text's language, if it is known.
 * @returns null when the text gives no date.
 */
export function parsePrintedDate(text: string, language: string | null = null): PartialDate | null {
  const written = text.trim().replace(/\s+/g, ' ').slice(0, 100)
  if (/^\d+$/.test(written)) return readFigures(written)
  const whole = tryWhole(written)
  if (whole) return whole
  const compact = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?$/i.exec(written)
  if (compact) {
    const [, year, month, day, hour, minute, second = '00', zone = ''] = compact
    return tryDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`, written)
  }
  const yearLast = YEAR_LAST.exec(written)
  const [found] = findDates(yearLast ? `${yearLast[1]} ${yearLast[2]} ${yearLast[3]}` : written, language)
  if (found) return { ...withTime(found.date, written.slice(found.end)), asWritten: written }
  const [, name = '', year] = MONTH_ONLY.exec(written) ?? []
  const month = year === undefined ? null : monthNumber(name, language)
  return month === null ? null : tryDate(`${year}-${String(month).padStart(2, '0')}`, written)
}

const tryWhole = (written: string) => (/^\d{4}(?:-\d{2})?$/.test(written) ? tryDate(written, written) : null)

/** Reads a year, a day without signs, or Unix time. */
function readFigures(written: string): PartialDate | null {
  if (written.length === 4) return tryDate(written, written)
  if (written.length === 8 || written.length === 12 || written.length === 14) {
    return tryDate(`${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6, 8)}`, written)
  }
  const milliseconds =
    written.length === 10 ? Number(written) * 1000 : written.length === 13 ? Number(written) : 0
  return milliseconds > 0 ? tryDate(new Date(milliseconds).toISOString(), written) : null
}

/** Adds the time that follows a day when it has an offset. */
function withTime(date: PartialDate, rest: string): PartialDate {
  const [whole = '', time, offset] = ZONED.exec(rest) ?? []
  if (time === undefined || date.precision !== 'DAY' || !/[A-Z+-]/.test(whole)) return date
  return tryDate(`${date.edtf}T${time.padStart(8, '0')}${offset ?? 'Z'}`, rest) ?? date
}

/** Reads the date in the path of a URL: `/2026/03/02/…`, `/2026-03-02-…`, `/2026/mar/02/…`, `/2026/03/…`. Null when there is none. */
export function dateFromUrl(url: string): PartialDate | null {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  const match = /\/((?:19|20)\d{2})([/-])(\d{1,2}|[a-z]{3})(?:\2(\d{1,2}))?(?=[/-]|$)/i.exec(path)
  if (!match) return null
  const [, year, , name = '', day] = match
  const month = /\d/.test(name) ? Number(name) : monthNumber(name, 'en')
  const parts = [year, ...[month ?? 0, day].map((part) => part && String(part).padStart(2, '0'))]
  const found = tryDate(parts.filter(Boolean).join('-'), match[0])
  return found && { ...found, basis: 'EXTERNAL', asWritten: match[0].slice(1) }
}
