import type { SentenceDraft } from './sentence-draft.js'

/** Their subject may as well be a thing: "the figures suggest a rise". */
const INANIMATE = new Set('suggest indicate imply reveal signal underline underscore reflect'.split(' '))
/** As participles they take a thing as often as words: "adding a few days", "indicating the door". */
const ADDING = new Set(
  'add indicate emphasize emphasise reveal report propose promise mention predict'.split(' '),
)
/** "wrote some verses", "muttered something": not what they say. */
const WRITING = new Set('write mutter murmur whisper read'.split(' '))
const FINITE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|do|does|did|he|she|they|it|we|there)\b|n['’]t\b|\p{L}{3,}ed\b/iu
const LEAST_WORDS = 3

/** Leaves out what a verb takes that reports only now and then: too few words, or none that open a clause. */
export function isWorthwhile(text: string, draft: SentenceDraft): boolean {
  if (draft.hasQuote || draft.shape === 'RUN') return true
  const { cue, subject } = draft
  const words = draft.segments.map((span) => text.slice(span.start, span.end)).join(' ')
  const infinitive = /^(?:not )?to\b/.test(words)
  if (infinitive && /^(?:decline|refuse)$/.test(cue.lemma)) return true
  if (words.split(/\s+/).length + (draft.that ? 1 : 0) < LEAST_WORDS) return false
  if (draft.shape === 'BEFORE') return true
  const opensClause = draft.that || infinitive || /^(?:how|why|what|whether)\b/i.test(words)
  if (cue.weak && !opensClause) return false
  if (draft.shape !== 'AFTER' || opensClause) return true
  if (WRITING.has(cue.lemma) || cue.lemma === 'add' || (ADDING.has(cue.lemma) && cue.tense === 'ing'))
    return FINITE.test(words)
  if (cue.nounLike && cue.verbClass === 'CLAUSE') return /^(?:it|he|she|they|the)\b/i.test(words)
  if (cue.verbClass === 'HEARER' && cue.lemma !== 'tell') return false
  return !(subject.kind === 'NOUN' && INANIMATE.has(cue.lemma))
}
