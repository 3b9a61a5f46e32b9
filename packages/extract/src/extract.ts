import { dateOf } from './about/resolve-date.js'
import { extractIn } from './extract-in.js'
import { detectLanguage } from './languages/detect-language.js'
import { languageOfTime, rulesFor } from './languages/languages.js'
import type { Extraction, ExtractOptions, LanguageCoverage } from './types.js'

export { isFullName, mayBeOnePerson } from './compare-names.js'
export type * from './extractor.js'
export { detectLanguage } from './languages/detect-language.js'
export { TOPICS as topicList } from './languages/en/topics.js'
export type * from './types.js'

/**
 * Finds who says what in the text of one article.
 *
 * All offsets are UTF-16 code units of `text`, ends exclusive: `text.slice(start, end)` of each segment of a
 * statement is the words. The same text and options always give the same result. Never throws on a string.
 */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const language = options.language ?? detectLanguage(text)
  const { language: rules, coverage } = rulesFor(language ?? DEFAULT)
  return { ...extractIn(rules, text, options), language, coverage }
}

/** The language of a text that has too few words to tell. */
const DEFAULT = 'en'

/** Tells what {@link extract} finds in a language. @param language a BCP 47 tag. */
export const coverageOf = (language: string): LanguageCoverage => rulesFor(language).coverage

/**
 * The date that a reporter's words name, "on Tuesday": by themselves if they print the year, else counted back from
 * `publishedAt`. The words themselves tell their language.
 *
 * @param publishedAt the day of publication, `YYYY-MM-DD`, when it is known.
 */
export const resolveDate = (asWritten: string, publishedAt: string | undefined) =>
  dateOf(asWritten, publishedAt, languageOfTime(asWritten))
