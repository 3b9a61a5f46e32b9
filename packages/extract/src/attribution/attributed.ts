import type { Entity } from '../names/entity.js'
import type { Sentence } from '../text/sentence.js'
import type { Range } from '../text/token.js'
import type { VerbClass, VerbTrait } from '../text/verb-form.js'
import type { AttributionBasis, Span, StatementKind, StatementMedium, StatementPolarity } from '../types.js'

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
  polarity: StatementPolarity
  entity: Entity | null
  /** Who says it together with `entity`. */
  together: Entity[]
  source: Span | null
  cue: string | null
  traits: ReadonlySet<VerbTrait>
  verbClass: VerbClass
  basis: AttributionBasis
  rule: Rule
  /** Where it was said, if the way it is printed tells that, as the turn of an interview does. */
  medium: StatementMedium | null
  /** What names the speaker at the cue. */
  subject: 'NAME' | 'PRONOUN' | 'NOUN'
  /** The verb narrates as often as it reports, or tells what may be said. */
  doubtful: boolean
  /** The words open with "that" or are in quotation marks from the start. */
  plain: boolean
  /**
   * Subject and verb together, as tokens of `sentence`; `head` is the index after the subject's head. Null without a
   * cue.
   */
  cueTokens: (Range & { head: number }) | null
  /** The sentence of the cue. */
  sentence: Sentence
  /** The statement whose words hold these; null for most. */
  within: Attributed | null
  /** The statement whose speaker it inherits; null when it has a cue. */
  from: Attributed | null
}
