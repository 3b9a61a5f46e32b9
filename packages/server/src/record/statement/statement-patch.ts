import type {
  AttributionBasis,
  AttributionRole,
  EventPhase,
  StatementKind,
  StatementMedium,
  StatementPolarity,
} from '../../generated/prisma/enums.js'
import { MOST_PARTS } from '../most-parts.js'
import type { FuzzyDate } from '../write/read-date.js'

/** Most values of each list of a patch. */
export const MOST = {
  anchors: MOST_PARTS.anchors,
  attributions: MOST_PARTS.attributions,
  references: MOST_PARTS.references,
  topicIds: 50,
  mentionIds: 100,
}

/** A place in the article's newest text, and the words that stand there. */
export interface AnchorInput {
  articleTextId: string
  start: number
  end: number
  exact: string
}

/** Who a statement is attributed to: `speakerId`, `asWritten`, or both. */
export interface AttributionInput {
  speakerId?: string | null | undefined
  role: AttributionRole
  asWritten?: string | null | undefined
  cue?: string | null | undefined
  basis: AttributionBasis
}

/** A document that a statement cites; `start` and `end` together or not at all. */
export interface ReferenceInput {
  documentId: string
  asWritten: string
  start?: number | null | undefined
  end?: number | null | undefined
}

/** The types of the fields that a patch shares with `StatementFields`. */
export interface StatementInputs {
  kind: StatementKind
  polarity: StatementPolarity
  medium: StatementMedium
  anchors: readonly AnchorInput[]
  attributions: readonly AttributionInput[]
  saidAt: FuzzyDate
  eventId: string
  eventPhase: EventPhase
  placeId: string
  topicIds: readonly string[]
  withinId: string
  mentionIds: readonly string[]
  references: readonly ReferenceInput[]
}

/** A change to a statement. An absent field stays as it is, null empties a field that can be empty. */
export type StatementPatch = {
  [Field in keyof StatementInputs]?: StatementInputs[Field] | null | undefined
} & {
  /** Global id of a statement whose thread this one joins; null takes this one out of its thread. */
  threadOfId?: string | null | undefined
}
