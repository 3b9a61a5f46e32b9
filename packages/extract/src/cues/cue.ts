import { NO_TRAITS, type VerbClass, type VerbForm } from '../text/verb-form.js'
import type { Subject } from './subject.js'

/** Words that report, with their subject. Indices are tokens of the sentence, ends exclusive. */
export interface Cue {
  kind: 'VERB' | 'NOUN' | 'ACCORDING' | 'COLON' | 'DASH' | 'COPULA'
  /** The reporting words themselves. */
  from: number
  to: number
  /** Subject and verb together: what stands between the words before and after. */
  groupFrom: number
  groupTo: number
  lemma: string
  verbClass: VerbClass
  traits: VerbForm['traits']
  tense: VerbForm['tense']
  subject: Subject | null
  /** The verb stands before its subject: "said Moss". */
  inverted: boolean
  /** It shares the subject of the verb before: "… and said". */
  coordinate: boolean
  /** As often narration as report. */
  weak: boolean
  /** As often a noun as a verb. */
  nounLike: boolean
  /** Somebody may say it, and need not have: "may say"; not "would later say", "would only say". */
  modal: boolean
  /** The verb is negated: "has not said when"; not "not only said". */
  negated: boolean
  /** Index after the last token that its words may have; null when only the sentence bounds them. */
  limit: number | null
}

/** Makes a cue that has what `rest` says, and plain values for all else. */
export const cueOf = (kind: Cue['kind'], from: number, to: number, rest: Partial<Cue>): Cue => ({
  kind,
  from,
  to,
  groupFrom: from,
  groupTo: to,
  lemma: '',
  verbClass: 'CLAUSE',
  traits: NO_TRAITS,
  tense: 'past',
  subject: null,
  inverted: false,
  coordinate: false,
  weak: false,
  nounLike: false,
  modal: false,
  negated: false,
  limit: null,
  ...rest,
})
