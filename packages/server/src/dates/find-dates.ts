import { monthNumber } from './month-names.js'
import { type PartialDate, parsePartialDate } from './partial-date.js'

/** A date in a text, and where its words stand. */
export interface FoundDate {
  date: PartialDate
  start: number
  end: number
}

const YEAR = '([12]\\d{3})(?![\\d/-])'
const DAY = '(\\d{1,2})'
const NAME = '(\\p{L}{3,12})\\.?'
/** What stands between the parts of a date: "3. März 2026", "3rd of March, 2026", "3 de marzo de 2026", "03-Mar-2026". */
const GAP = '(?:\\s*[,./-]\\s*|\\s+)(?:(?:de|of|del)\\s+)?'
const CLOCK = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?\\s?(?:Z\\b|[+-]\\d{2}:?\\d{2})?)?'

/** The forms that dates are written in. Each pattern begins with figures or a name, so that a search takes linear time. */
const FORMS: readonly [pattern: string, read: (parts: string[], language: string | null) => string | null][] =
  [
    [`\\d{4}-\\d{2}-\\d{2}(?!\\d)${CLOCK}`, ([whole = '']) => whole.trim()],
    [`(\\d{4})([./-])${DAY}\\2${DAY}(?!\\d)`, ([, y, , m, d]) => iso(y, m, d)],
    [`(\\d{4})\\s?[年년]\\s?${DAY}\\s?[月월]\\s?${DAY}\\s?[日일]`, ([, y, m, d]) => iso(y, m, d)],
    [
      `${DAY}(?:st|nd|rd|th|er|º|°|ª)?${GAP}${NAME}${GAP}${YEAR}`,
      ([, d, name, y], language) => named(y, name, d, language),
    ],
    [
      `${NAME}\\s*${DAY}(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)${YEAR}`,
      ([, name, d, y], language) => named(y, name, d, language),
    ],
    [
      `${DAY}([./-])${DAY}\\2(\\d{4}|\\d{2})(?![\\d./-]*\\d)`,
      ([, a, sign, b, y], language) => figures(a, b, y, sign, language),
    ],
    [`${DAY}\\.\\s${DAY}\\.\\s(\\d{4})(?!\\d)`, ([, d, m, y]) => iso(y, m, d)],
    [`(\\d{4})\\.\\s${DAY}\\.\\s${DAY}(?!\\d)`, ([, y, m, d]) => iso(y, m, d)],
  ]
const PATTERNS = FORMS.map(([pattern, read]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\d./:-])(?:${pattern})`, 'giu'),
  read,
}))

/**
 * Finds the dates in a short text as pages print them, in the order of the text: "3 March 2026", "Mar 3rd, 2026",
 * "3. März 2026", "03.03.2026", "2026-03-03T10:15+01:00". Months are read in twenty languages. In "3/4/2026" the language
 * says which is the month; where it does not, such as in "en", the date is left out unless there is only one way to read it.
 *
 * @param language the tag of the text's language, if it is known.
 */
export function findDates(text: string, language: string | null = null): FoundDate[] {
  const found: FoundDate[] = []
  for (const { pattern, read } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && end > other.start)) continue
      const value = read([...match], language)
      const date = value === null ? null : tryDate(value, match[0])
      if (date) found.push({ date, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Reads ISO 8601 that may go on with something else, such as a time that is not one; null when there is no date. */
export function tryDate(iso: string, asWritten: string): PartialDate | null {
  for (const value of [iso, iso.slice(0, 10)]) {
    try {
      return { ...parsePartialDate(value), asWritten: asWritten.trim() }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  return null
}

const iso = (year = '', month: string | number = '', day = '') =>
  `${year.padStart(4, '0')}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`

function named(year = '', name = '', day = '', language: string | null): string | null {
  const month = monthNumber(name, language)
  return month === null ? null : iso(year, month, day)
}

/** Languages and countries that put the month first. */
const MONTH_FIRST = /^(?:en-(?:us|ph|ca)|fil|es-us)$/i
/** English is written with the month first or last, depending on the country. */
const EITHER = /^en$/i

function figures(first = '', second = '', year = '', sign = '', language: string | null): string | null {
  const full = year.length === 4 ? year : `${Number(year) > 70 ? '19' : '20'}${year}`
  const dayFirst = iso(full, second, first)
  const monthFirst = iso(full, first, second)
  if (first === second || Number(first) > 12) return dayFirst
  if (Number(second) > 12) return monthFirst
  if (sign === '.') return dayFirst
  if (language === null || EITHER.test(language)) return null
  return MONTH_FIRST.test(language) ? monthFirst : dayFirst
}
