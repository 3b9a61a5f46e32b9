import type { DateFields } from '../../dates/fuzzy-date.js'
import type {
  AlterationKind,
  AnchorStatus,
  AttributionBasis,
  AttributionRole,
  EventPhase,
  StatementKind,
  StatementMedium,
} from '../../generated/prisma/enums.js'

/** A place of a statement; the words stand there. */
export interface AnchorFields {
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

/** A change by the article's author; offsets are in the text of the anchors. */
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
 * What a person can edit of a statement, as revisions hold it: ids are global, sets are sorted. A patch, an
 * extractor's better proposal and a revert are all a part of this. `STATEMENT_FIELDS` says of each field how it is
 * read, written and kept.
 */
export interface StatementFields {
  kind: StatementKind
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
