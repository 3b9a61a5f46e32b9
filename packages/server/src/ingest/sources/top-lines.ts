import type { PartialDate } from '../../dates/partial-date.js'
import { isPossibleDate } from '../../dates/possible-date.js'
import { hasWords } from '../../text/clean-text.js'
import { isByline, personNames } from './metadata/person-names.js'
import { dateOfLine } from './metadata/printed-dates.js'

/** The number of lines at the top of a text that are searched, and the most characters of a line. */
const [LINES, MAX_LINE] = [6, 120]

/**
 * Reads the authors and the date of an article that stand between its title and its first paragraphs: a line "By Ida Berg
 * and Jon Lund", a line with a date.
 *
 * @param language the tag of the text's language, if it is known.
 */
export function readTopLines(
  text: string,
  language: string | null,
  now = new Date(),
): { authors: string[]; published: PartialDate | null } {
  const top = text.trimStart().slice(0, 10_000).split('\n').filter(hasWords).slice(0, LINES)
  const lines = top.map((line) => line.trim()).filter((line) => line.length <= MAX_LINE)
  const bylines = lines.filter((line) => isByline(line) && !/[.!?]$/.test(line))
  const dates = top.flatMap((line) => dateOfLine(line.trim(), language) ?? [])
  return {
    authors: bylines.map((line) => personNames(line, [], true)).find((names) => names.length > 0) ?? [],
    published: dates.find((date) => isPossibleDate(date, now)) ?? null,
  }
}
