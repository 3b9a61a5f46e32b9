import type { Cue } from '../cues/cue.js'
import type { Subject } from '../cues/subject.js'
import type { Span, StatementPolarity } from '../types.js'
import type { Content } from './content.js'

/** Words found in one sentence, with the cue that reports them. Whom the subject means is not yet known. */
export interface SentenceDraft {
  segments: Span[]
  cue: Cue
  shape: Content['shape']
  subject: Subject
  /** Share of the words that stand in quotation marks, 0 to 1. */
  quoted: number
  hasQuote: boolean
  polarity: StatementPolarity
  /** "that" stands before the words. */
  that: boolean
  /** False for words that nobody said: "She never said “…”". */
  said: boolean
  /** The draft whose words hold the cue and the words of this one; null for most. */
  outer: SentenceDraft | null
}
