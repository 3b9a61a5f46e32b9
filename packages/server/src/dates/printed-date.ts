import type { PartialDate } from './partial-date.js'
import { parsePartialDate } from './partial-date.js'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const ZONED_TIME = '(?:\\s+(\\d{2}:\\d{2}:\\d{2})\\s+(GMT|UTC|Z|[+-]\\d{4}))?'

const DAY_FIRST = new RegExp(`^${WEEKDAY}${DAY}\\s+${MONTH},?\\s+(\\d{4})${ZONED_TIME}(?!\\d)`, 'i')
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}\\s+${DAY},?\\s+(\\d{4})(?!\\d)`, 'i')
const MONTH_ONLY = new RegExp(`^${MONTH},?\\s+(\\d{4})$`, 'i')

/**
 * Reads a date as pages print it: ISO 8601, "March 2, 2026", "2 Mar 2026", "March 2026", and the form of e-mail
 * and feeds ("Mon, 02 Mar 2026 10:30:00 GMT"). It does not read dates of figures alone ("03/04/2026"), because nobody
 * knows which figure is the month. It ignores a time of day without an offset.
 *
 * @returns null when the text has none of these forms.
 */
export function parsePrintedDate(text: string): PartialDate | null {
  const written = text.trim().replace(/\s+/g, ' ').slice(0, 100)
  return tryDate(written) ?? tryDate(isoOf(written), written)
}

function isoOf(written: string): string {
  const dayFirst = DAY_FIRST.exec(written)
  if (dayFirst) {
    const [, day = '', month = '', year, time, zone = ''] = dayFirst
    const offset = /^[+-]/.test(zone) ? zone : 'Z'
    return `${year}-${monthNumber(month)}-${day.padStart(2, '0')}${time ? `T${time}${offset}` : ''}`
  }
  const monthFirst = MONTH_FIRST.exec(written)
  if (monthFirst) {
    const [, month = '', day = '', year] = monthFirst
    return `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`
  }
  const [, month = '', year] = MONTH_ONLY.exec(written) ?? []
  return year === undefined ? '' : `${year}-${monthNumber(month)}`
}

const monthNumber = (name: string) =>
  String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0')

function tryDate(iso: string, asWritten: string = iso): PartialDate | null {
  try {
    return { ...parsePartialDate(iso), asWritten }
  } catch {
    return null
  }
}

/** Reads the date in the path of a URL: `/2026/03/02/…`, `/2026-03-02-…`, `/2026/03/…`. Null when there is none. */
export function dateFromUrl(url: string): PartialDate | null {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  const match = /\/((?:19|20)\d{2})([/-])(\d{2})(?:\2(\d{2}))?(?=[/-]|$)/.exec(path)
  if (!match) return null
  const [, year, , month, day] = match
  const found = tryDate([year, month, day].filter(Boolean).join('-'))
  return found && { ...found, basis: 'EXTERNAL', asWritten: match[0].slice(1) }
}
