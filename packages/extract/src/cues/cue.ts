import { NO_TRAITS, type VerbClass, type VerbForm } from '../text/verb-form.js'
import type { Subject } from './subject.js'

/** Words that report, with whom they belong to. Indices are tokens of the sentence, ends exclusive. */
export interface Cue {
  kind: 'VERB' | 'NOUN' | 'ACCORDING' | 'COLON' | 'DASH'
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
  /** "said Moss" */
  inverted: boolean
  /** Its subject is that of the verb before: "… and said". */
  coordinate: boolean
  weak: boolean
  nounLike: boolean
  /** "may say", "would say" */
  modal: boolean
  /** "has not said when" */
  negated: boolean
  /** Where its words end at the latest; null when nothing but the sentence bounds them. */
  limit: number | null
}

/** A cue of which nothing is known but what `rest` says. */
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
