import type { Subject } from '../cues/subject.js'
import type { Range } from '../text/token.js'
import type { VerbForm } from '../text/verb-form.js'

/** Words that a sentence reports without quotation marks around all of them. */
export interface Reported {
  kind: 'VERB' | 'ACCORDING'
  /** Where the words stand. */
  parts: Range[]
  subject: Subject
  /** The words that report, and those with the speaker. */
  verb: Range
  group: Range
  form: VerbForm | undefined
  /** "that" stands before the words. */
  that: boolean
}
