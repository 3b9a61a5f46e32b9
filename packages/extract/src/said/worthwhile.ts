import type { Sentence } from '../text/sentence.js'
import { isTitleCase } from '../text/title-case.js'
import { is } from '../text/token.js'
import type { SentenceDraft } from './sentence-draft.js'

/** Fewer words are hardly what somebody said. */
const LEAST_WORDS = 3

/** Whether what a verb takes is worth a statement: there are enough words, and they may be a clause. */
export function isWorthwhile(text: string, sentence: Sentence, draft: SentenceDraft): boolean {
  const { cue, subject } = draft
  if (namesThing(sentence, draft)) return false
  if (draft.hasQuote || draft.segments.length === 0) return true
  const words = draft.segments.map((span) => text.slice(span.start, span.end)).join(' ')
  const infinitive = /^(?:not )?to\b/.test(words)
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

/** Tells whether a noun has a name and nobody speaks: "a play called “The Weir”", "a group called Free Ruhn". */
function namesThing({ tokens }: Sentence, { cue, subject, shape }: SentenceDraft): boolean {
  if (!cue.traits.has('NAMING') || shape !== 'AFTER' || subject.kind !== 'NOUN') return false
  const plain = cue.from === subject.to && cue.tense === 'past'
  const named = tokens[cue.to]
  return plain && (named?.capital === true || (named?.kind === 'quote' && isTitleCase(named)))
}

/** "wrote some verses", "adding a few days": the verb takes a thing as often as words. */
const takesThings = ({ cue: { lemma, traits, tense } }: SentenceDraft) =>
  traits.has('COMPOSING') || lemma === 'add' || (traits.has('ADDING') && tense === 'ing')

/** Tells whether the words have a finite verb of their own, before a comma or a relative clause. */
function hasFiniteVerb({ tokens }: Sentence, { segments }: SentenceDraft): boolean {
  const [segment] = segments
  const inside = tokens.filter(({ start, end }) => segment && segment.start <= start && end <= segment.end)
  const close = inside.findIndex((token) => token.text === ',' || is(token, 'clauseOpener'))
  return inside
    .slice(0, close < 0 ? inside.length : close)
    .some(
      (token, i) =>
        is(token, 'clauseSign') || (is(token, 'pastEnding') && i > 0 && !is(inside[i - 1], 'determiner')),
    )
}
