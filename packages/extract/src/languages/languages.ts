import { german } from './de/german.js'
import { english } from './en/english.js'
import type { Language } from './language.js'

const LANGUAGES = new Map<string, Language>([
  ['en', english],
  ['de', german],
])

/** By a BCP 47 tag, English without one; undefined when nothing is known of the language. */
export const languageOf = (tag: string | undefined): Language | undefined =>
  LANGUAGES.get((tag ?? 'en').split('-')[0]?.toLowerCase() ?? '')
