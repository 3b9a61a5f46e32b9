import { verbForm } from '../cues/verb-forms.js'
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  FRONTING,
  NEGATIONS,
  PERIODS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
} from '../languages/en/words.js'
import type { Word } from '../text/words.js'
import { spanOf } from '../text/words.js'
import type { Span } from '../types.js'

const LEAST = 3
const MOST_PHRASES = 10
const CLOSED = [
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  FRONTING,
  NEGATIONS,
  PERIODS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
]
const COMMON = new Set(
  'people more them him there been very when than such make made take going want think know good time years last next new would could'.split(
    ' ',
  ),
)

/** Pairs of words that recur three times or more and are no function words: "carbon tax", "grain harbour". */
export function keyPhrases(paragraphs: Word[][]): { phrase: string; spans: Span[] }[] {
  const found = new Map<string, Span[]>()
  for (const words of paragraphs) {
    for (let i = 0; i + 1 < words.length; i++) {
      const first = words[i]
      const second = words[i + 1]
      if (!first || !second || second.start - first.end !== 1) continue
      if (!isContent(first.lower) || !isContent(second.lower)) continue
      const span = spanOf(words, i, 2)
      const phrase = `${first.lower} ${second.lower}`
      const spans = found.get(phrase) ?? []
      if (span) spans.push(span)
      found.set(phrase, spans)
    }
  }
  return [...found]
    .filter(([, spans]) => spans.length >= LEAST)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_PHRASES)
    .map(([phrase, spans]) => ({ phrase, spans }))
}

function isContent(lower: string): boolean {
  if (lower.length < 4 || /^\p{N}/u.test(lower) || lower.endsWith('ly') || lower.endsWith('ing')) return false
  return !COMMON.has(lower) && !verbForm(lower) && CLOSED.every((words) => !words.has(lower))
}
