import type { DateFields } from '../../dates/fuzzy-date.js'
import type {
  AlterationKind,
  AnchorStatus,
  AttributionBasis,
  AttributionRole,
  EventPhase,
  StatementKind,
  StatementMedium,
  StatementPolarity,
} from '../../generated/prisma/enums.js'

/** A place in an article's text, and the words of the statement that stand there. */
export interface AnchorFields {
  /** Global id. */
  articleTextId: string
  start: number
  end: number
  exact: string
  status: AnchorStatus
}

export interface AttributionFields {
  speakerId: string | null
  role: AttributionRole
  asWritten: string | null
  cue: string | null
  basis: AttributionBasis
  confidence: number | null
}

/** A change that the article's author made to the quoted words. Offsets count in the text of the anchors. */
export interface AlterationFields {
  kind: AlterationKind
  start: number
  end: number
}

export interface ReferenceFields {
  documentId: string
  asWritten: string
  start: number | null
  end: number | null
}

/**
 * The fields of a statement that a person can edit, in the form that revisions hold: ids are global, sets are sorted. A
 * patch, a new proposal of an extractor and a revert each change some of them. `STATEMENT_FIELDS` says how each field
 * is read, written and kept.
 */
export interface StatementFields {
  kind: StatementKind
  polarity: StatementPolarity
  medium: StatementMedium
  anchors: AnchorFields[]
  alterations: AlterationFields[]
  attributions: AttributionFields[]
  saidAt: DateFields | null
  eventId: string | null
  eventPhase: EventPhase | null
  placeId: string | null
  topicIds: string[]
  withinId: string | null
  threadId: string | null
  mentionIds: string[]
  references: ReferenceFields[]
}
