import { german } from './de/german.js'
import { english } from './en/english.js'
import type { Language } from './language.js'

/** The languages that are read, by their primary BCP 47 subtag. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['en', english],
  ['de', german],
])

/** What pages and topics are looked at with when nothing is known of their language. */
export const FALLBACK = english

/** By a BCP 47 tag, English without one; undefined when nothing is known of the language. */
export const languageOf = (tag: string | undefined): Language | undefined =>
  LANGUAGES.get((tag ?? 'en').split('-')[0]?.toLowerCase() ?? '')

/** The language whose way of naming times the words are; English when they are nobody's. */
export const languageOfTime = (words: string): Language =>
  [...LANGUAGES.values()].find(({ times }) => times.pattern.exec(words)?.[0] === words) ?? FALLBACK
