import type { Sentence } from '../text/sentence.js'
import { is } from '../text/token.js'
import type { SentenceDraft } from './sentence-draft.js'

/** Fewer words are hardly what somebody said. */
const LEAST_WORDS = 3

/** Whether what a verb takes is worth a statement: there are enough words, and they may be a clause. */
export function isWorthwhile(text: string, sentence: Sentence, draft: SentenceDraft): boolean {
  if (draft.hasQuote || draft.shape === 'RUN') return true
  const { cue, subject } = draft
  const words = draft.segments.map((span) => text.slice(span.start, span.end)).join(' ')
  const infinitive = /^(?:not )?to\b/.test(words)
  if (infinitive && cue.traits.has('REFUSING')) return true
  if (words.split(/\s+/).length + (draft.that ? 1 : 0) < LEAST_WORDS) return false
  if (draft.shape === 'BEFORE') return true
  const asks = cue.traits.has('QUESTIONING') && /^if\b/.test(words)
  const opensClause = draft.that || infinitive || asks || /^(?:how|why|what|whether)\b/i.test(words)
  if (cue.weak && !opensClause) return false
  if (draft.shape !== 'AFTER' || opensClause) return true
  if (takesThings(draft)) return hasFiniteVerb(sentence, draft)
  if (cue.nounLike && cue.verbClass === 'CLAUSE') return /^(?:it|he|she|they|the)\b/i.test(words)
  if (cue.verbClass === 'HEARER' && cue.lemma !== 'tell') return false
  // "the figures suggest a rise"
  return !(subject.kind === 'NOUN' && cue.traits.has('INANIMATE'))
}

/** "wrote some verses", "adding a few days": the verb takes a thing as often as words. */
const takesThings = ({ cue: { lemma, traits, tense } }: SentenceDraft) =>
  traits.has('COMPOSING') || lemma === 'add' || (traits.has('ADDING') && tense === 'ing')

const hasFiniteVerb = ({ tokens }: Sentence, { segments }: SentenceDraft): boolean =>
  tokens.some(
    (token) =>
      (is(token, 'clauseSign') || is(token, 'pastEnding')) &&
      segments.some(({ start, end }) => start <= token.start && token.end <= end),
  )
