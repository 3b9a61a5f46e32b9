import type { LanguageCoverage } from '../types.js'
import { german } from './de/german.js'
import { english } from './en/english.js'
import { spanish } from './es/spanish.js'
import { french } from './fr/french.js'
import type { Language } from './language.js'
import { unread } from './und/unread.js'

/** The languages that have rules, by their primary BCP 47 subtag, with what is found in them. */
const LANGUAGES: ReadonlyMap<string, { language: Language; coverage: LanguageCoverage }> = new Map([
  ['en', { language: english, coverage: 'ALL_SPEECH' }],
  ['de', { language: german, coverage: 'ALL_SPEECH' }],
  ['fr', { language: french, coverage: 'DIRECT_SPEECH' }],
  ['es', { language: spanish, coverage: 'DIRECT_SPEECH' }],
])

const WITHOUT_RULES = { language: unread, coverage: 'MARKED_SPEECH' } as const

/** Returns the primary subtag of a BCP 47 tag in lower case: "en" of "en-GB". */
export const primarySubtag = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? ''

/** Returns the rules for a language by its BCP 47 tag, and what they find. */
export const rulesFor = (tag: string) => LANGUAGES.get(primarySubtag(tag)) ?? WITHOUT_RULES

/** The languages that have rules, by their primary subtag. */
export const languagesWithRules = (): [tag: string, language: Language][] =>
  [...LANGUAGES].map(([tag, { language }]) => [tag, language])

/** The language whose way of naming times the words are; English when they are nobody's. */
export const languageOfTime = (words: string): Language =>
  languagesWithRules()
    .map(([, language]) => language)
    .find(({ times }) => times.pattern.exec(words)?.[0] === words) ?? english
