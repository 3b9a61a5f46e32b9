import type { Cue } from '../cues/cue.js'
import type { Subject } from '../cues/subject.js'
import type { Span } from '../types.js'
import type { Content } from './content.js'

/** Words found in one sentence with the cue that reports them; nobody is resolved yet. */
export interface SentenceDraft {
  segments: Span[]
  cue: Cue
  shape: Content['shape']
  subject: Subject
  /** Share of the words that stand in quotation marks, 0 to 1. */
  quoted: number
  hasQuote: boolean
  /** "that" stands before the words. */
  that: boolean
  /** The draft of this sentence whose words hold this one's cue and words; null for most. */
  outer: SentenceDraft | null
}
