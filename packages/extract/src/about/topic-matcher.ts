import { readWords, spanOf, type Word } from '../text/words.js'
import type { Span, TopicEntry } from '../types.js'

/** Makes a function that finds the aliases of all entries in one pass over the words; the longest alias wins. */
export function createTopicMatcher(list: readonly TopicEntry[]) {
  const byFirst = new Map<string, { words: string[]; entry: TopicEntry }[]>()
  for (const entry of list) {
    for (const alias of [entry.name, ...entry.aliases]) {
      const words = readWords(alias, { start: 0, end: alias.length }).map((word) => word.lower)
      const first = words[0]
      if (first === undefined) continue
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, entry }])
    }
  }
  for (const candidates of byFirst.values()) candidates.sort((a, b) => b.words.length - a.words.length)
  return (words: Word[], found: (entry: TopicEntry, span: Span) => void) => {
    for (let i = 0; i < words.length; i++) {
      const match = byFirst
        .get(words[i]?.lower ?? '')
        ?.find((candidate) => candidate.words.every((word, k) => words[i + k]?.lower === word))
      if (!match) continue
      const span = spanOf(words, i, match.words.length)
      if (span) found(match.entry, span)
      i += match.words.length - 1
    }
  }
}
