import type { Transaction } from '../../database/database.js'
import { storedDate } from '../../dates/date-columns.js'
import type { DateFields } from '../../dates/fuzzy-date.js'
import type {
  AlterationKind,
  AnchorStatus,
  AttributionBasis,
  AttributionRole,
  EventPhase,
  ExtractionMethod,
  RejectionReason,
  ReviewStatus,
  StatementKind,
  StatementMedium,
} from '../../generated/prisma/enums.js'
import { encodeGlobalId } from '../global-id.js'
import type { NounName } from '../nouns.js'

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
 * extractor's better proposal and a revert are all a part of this.
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

/** What else changes about a statement, and is in its history, too. */
export interface StatementFacts {
  reviewStatus: ReviewStatus
  rejectionReason: RejectionReason | null
  reviewNote: string | null
  agent: string
  confidence: number | null
  deletedAt: Date | null
}

/** A statement that this transaction holds. */
export interface StatementState {
  id: string
  articleId: string
  version: number
  method: ExtractionMethod
  reviewedAt: Date | null
  reviewedBy: string | null
  /** When a person last changed what it says; null when only machines wrote it. */
  editedAt: Date | null
  facts: StatementFacts
  fields: StatementFields
  /** What stands around each anchor. */
  surroundings: { prefix: string; suffix: string }[]
}

const byPosition = { orderBy: { position: 'asc' } } as const

const everything = {
  anchors: byPosition,
  alterations: byPosition,
  attributions: byPosition,
  topics: { select: { topicId: true }, orderBy: { topicId: 'asc' } },
  mentions: { select: { speakerId: true }, orderBy: { speakerId: 'asc' } },
  references: { orderBy: { id: 'asc' } },
} as const

/**
 * Locks statements and reads all of them, with two SQL statements.
 *
 * @returns those that are there, in the order of their places.
 */
export async function loadStatements(
  tx: Transaction,
  which: { ids: readonly string[] } | { articleId: string },
): Promise<StatementState[]> {
  const ids = 'ids' in which ? which.ids : []
  const articleId = 'articleId' in which ? which.articleId : null
  // In the order of ids, so that two writers wait for each other; NO KEY, so that those who only refer to it do not.
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Statement" WHERE id = ANY(${ids}::uuid[]) OR "articleId" = ${articleId}::uuid
    ORDER BY id FOR NO KEY UPDATE`
  if (locked.length === 0) return []
  const rows = await tx.statement.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    include: everything,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    articleId: row.articleId,
    version: row.version,
    method: row.method,
    reviewedAt: row.reviewedAt,
    reviewedBy: row.reviewedBy,
    editedAt: row.editedAt,
    surroundings: row.anchors.map(({ prefix, suffix }) => ({ prefix, suffix })),
    facts: {
      reviewStatus: row.reviewStatus,
      rejectionReason: row.rejectionReason,
      reviewNote: row.reviewNote,
      agent: row.agent,
      confidence: row.confidence,
      deletedAt: row.deletedAt,
    },
    fields: {
      kind: row.kind,
      medium: row.medium,
      anchors: row.anchors.map(({ textId, start, end, exact, status }) => ({
        articleTextId: encodeGlobalId('ArticleText', textId),
        start,
        end,
        exact,
        status,
      })),
      alterations: row.alterations.map(({ kind, start, end }) => ({ kind, start, end })),
      attributions: row.attributions.map(({ speakerId, role, asWritten, cue, basis, confidence }) => ({
        speakerId: globalId('Speaker', speakerId),
        role,
        asWritten,
        cue,
        basis,
        confidence,
      })),
      saidAt: storedDate(row.saidEdtf, row.saidBasis, row.saidAsWritten),
      eventId: globalId('Event', row.eventId),
      eventPhase: row.eventPhase,
      placeId: globalId('Place', row.placeId),
      topicIds: row.topics.map(({ topicId }) => encodeGlobalId('Topic', topicId)),
      withinId: globalId('Statement', row.withinId),
      threadId: globalId('StatementThread', row.threadId),
      mentionIds: row.mentions.map(({ speakerId }) => encodeGlobalId('Speaker', speakerId)),
      references: row.references.map(({ documentId, asWritten, start, end }) => ({
        documentId: encodeGlobalId('Document', documentId),
        asWritten,
        start,
        end,
      })),
    },
  }))
}

const globalId = (type: NounName, id: string | null) => (id === null ? null : encodeGlobalId(type, id))
