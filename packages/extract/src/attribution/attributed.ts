import type { Entity } from '../names/registry.js'
import type { Sentence } from '../text/sentence.js'
import type { Range } from '../text/token.js'
import type { VerbClass, VerbTrait } from '../text/verb-form.js'
import type { AttributionBasis, Span, StatementKind, StatementMedium } from '../types.js'

/** How a statement was found; its confidence rests on this. */
export type Rule =
  | 'BEFORE'
  | 'AFTER'
  | 'AROUND'
  | 'NOUN'
  | 'ACCORDING'
  | 'COLON'
  | 'DASH'
  | 'TURN'
  | 'RUN'
  | 'BARE_SENTENCE'
  | 'BARE_PARAGRAPH'
  | 'MOSTLY_QUOTED'
  | 'UNCUED'

/** A statement with its speaker resolved; medium, topics and confidence are still to come. */
export interface Attributed {
  segments: Span[]
  kind: StatementKind
  entity: Entity | null
  /** Those who say it together with `entity`. */
  together: Entity[]
  source: Span | null
  cue: string | null
  traits: ReadonlySet<VerbTrait>
  verbClass: VerbClass
  basis: AttributionBasis
  rule: Rule
  /** Where it was said, when that shows from how it is printed: the turn of an interview. */
  medium: StatementMedium | null
  /** Pronoun, name or noun at the cue. */
  subject: 'NAME' | 'PRONOUN' | 'NOUN'
  /** The verb is one that narrates as often as it reports, or says what may be said. */
  doubtful: boolean
  /** The words open with "that" or are in quotation marks from the start. */
  plain: boolean
  /** Subject and verb together, as tokens of `sentence`, and the first one after the subject's head; null without a cue. */
  cueTokens: (Range & { head: number }) | null
  /** The sentence of the cue. */
  sentence: Sentence
  /** The statement whose words hold this one. */
  within: Attributed | null
  /** The statement that it inherits from. */
  from: Attributed | null
}
