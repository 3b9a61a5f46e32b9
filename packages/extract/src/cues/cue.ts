import type { Subject } from './noun-phrase.js'
import type { VerbClass, VerbForm } from './verb-forms.js'

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

export const cueOf = (kind: Cue['kind'], from: number, to: number, rest: Partial<Cue>): Cue => ({
  kind,
  from,
  to,
  groupFrom: from,
  groupTo: to,
  lemma: '',
  verbClass: 'CLAUSE',
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
