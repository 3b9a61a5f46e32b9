import { replaceInvalidCharacters } from '../../../text/clean-text.js'

/** Characters that nobody sees: soft hyphens, zero-width spaces, marks of the direction of writing. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF]+/g
const JOINERS = /[\u200C\u200D]/
/** Joiners that change no sign: they do so in scripts whose letters join, and between the parts of an emoji. */
const IDLE_JOINERS =
  /[\u200C\u200D](?![\p{L}\p{So}])|[\u200C\u200D](?=\p{Script=Latin})|[\u200C\u200D](?<![\p{L}\p{M}\p{So}].)/gu
/** Spaces of other widths, also those where no line may end. */
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F]/g

/** The characters of a text that people see. Runs of white space become one space; in `<pre>` line ends stay. */
export function visibleText(content: string, inPre: boolean): string {
  const seen = content.replace(INVISIBLE, '').replace(SPACES, ' ')
  const joined = JOINERS.test(seen) ? seen.replace(IDLE_JOINERS, '') : seen
  // A pattern that leaves single spaces alone takes a tenth of the time.
  return joined.replace(inPre ? /[ \t\r\f]{2,}|[\t\r\f]/g : /[ \t\n\r\f]{2,}|[\t\n\r\f]/g, ' ')
}

/** Removes spaces that nobody sees: several in a row, at ends of lines, around the whole. */
export function tidyLine(line: string): string {
  const tidy = line.replace(/ {2,}/g, ' ').replace(/ ?([\n\t]) ?/g, '$1')
  return replaceInvalidCharacters(tidy.replace(/^[ \t\n]+/, '').trimEnd())
}
