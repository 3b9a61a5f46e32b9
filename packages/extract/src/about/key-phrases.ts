import type { Lexicon } from '../text/lexicon.js'
import type { Tag } from '../text/tags.js'
import type { Word } from '../text/words.js'
import type { Span } from '../types.js'

/** A key phrase stands in a text at least so often. */
export const LEAST_SPANS = 3
const MOST_PHRASES = 10
const LEAST_LETTERS = 4
/** A word with one of these tags is no part of a key phrase; neither is a verb that reports. */
const EMPTY_TAGS: readonly Tag[] = [
  'adverb',
  'adverbEnding',
  'auxiliary',
  'common',
  'conjunction',
  'determiner',
  'fronting',
  'negation',
  'participleEnding',
  'period',
  'preposition',
  'pronoun',
  'subordinator',
  'time',
]

/** Finds pairs of words that recur three times or more and are no function words: "carbon tax", "grain harbour". */
export function keyPhrases(paragraphs: Word[][], lexicon: Lexicon): { phrase: string; spans: Span[] }[] {
  const found = new Map<string, Span[]>()
  for (const words of paragraphs) {
    let before: Word | null = null
    for (const word of words) {
      const content: Word | null = isContent(word.lower, lexicon) ? word : null
      if (before && content && content.start - before.end === 1) {
        const phrase = `${before.lower} ${content.lower}`
        const spans = found.get(phrase) ?? []
        if (spans.push({ start: before.start, end: content.end }) === 1) found.set(phrase, spans)
      }
      before = content
    }
  }
  return [...found]
    .filter(([, spans]) => spans.length >= LEAST_SPANS)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_PHRASES)
    .map(([phrase, spans]) => ({ phrase, spans }))
}

function isContent(lower: string, lexicon: Lexicon): boolean {
  if (lower.length < LEAST_LETTERS || /^\p{N}/u.test(lower)) return false
  const { tags, verb } = lexicon.entryOf(lower)
  return !verb && EMPTY_TAGS.every((tag) => !tags.has(tag))
}
