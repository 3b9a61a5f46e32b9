import { readWords, spanOf, type Word } from '../text/words.js'
import type { Span, TopicEntry } from '../types.js'

/** One topic that some words stand for. */
export interface TopicMatch {
  entry: TopicEntry
  /** The words, in lower case. */
  words: string
  /** Whether the words are an alias, which tells by itself; false for a hint. */
  sure: boolean
}

interface Phrase {
  words: string[]
  matches: TopicMatch[]
}

/** Phrases of the lists seen so far; the built-in ones are read once. */
const grouped = new WeakMap<readonly TopicEntry[], Map<string, Phrase[]>>()

/** Makes a function that finds the aliases and hints of all entries in one pass over the words; the longest wins. */
export function createTopicMatcher(list: readonly TopicEntry[]) {
  const byFirst = grouped.get(list) ?? groupPhrases(list)
  grouped.set(list, byFirst)
  return (words: Word[], found: (match: TopicMatch, span: Span) => void) => {
    for (let i = 0; i < words.length; i++) {
      const phrase = byFirst
        .get(words[i]?.lower ?? '')
        ?.find((candidate) => candidate.words.every((word, k) => words[i + k]?.lower === word))
      const span = phrase && spanOf(words, i, phrase.words.length)
      if (!span) continue
      for (const match of phrase.matches) found(match, span)
      i += phrase.words.length - 1
    }
  }
}

/** Groups phrases by their first word, the longest first. */
function groupPhrases(list: readonly TopicEntry[]): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase>()
  const add = (written: string, match: Omit<TopicMatch, 'words'>) => {
    const words = wordsIn(written)
    const key = words.join(' ')
    const phrase = phrases.get(key) ?? { words, matches: [] }
    phrases.set(key, phrase)
    if (!phrase.matches.some(({ entry }) => entry === match.entry))
      phrase.matches.push({ ...match, words: key })
  }
  for (const entry of list) {
    // Hints come first, so that a name that is a hint too, such as “Water”, stays one.
    for (const hint of entry.hints ?? []) add(hint, { entry, sure: false })
    for (const alias of [entry.name, ...entry.aliases]) add(alias, { entry, sure: true })
  }
  const byFirst = new Map<string, Phrase[]>()
  for (const phrase of phrases.values()) {
    const [first] = phrase.words
    if (first === undefined) continue
    const others = byFirst.get(first)
    if (others) others.push(phrase)
    else byFirst.set(first, [phrase])
  }
  for (const candidates of byFirst.values()) candidates.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

const wordsIn = (written: string) =>
  readWords(written, { start: 0, end: written.length }).map((word) => word.lower)
