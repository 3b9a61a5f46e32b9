import type { Transaction } from '../../database/database.js'
import type { ExtractionMethod, RejectionReason, ReviewStatus } from '../../generated/prisma/enums.js'
import { readFields } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { type StatementRow, statementInclude } from './statement-row.js'

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
    include: statementInclude,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(stateOf)
}

function stateOf(row: StatementRow): StatementState {
  const { id, articleId, version, method, reviewedAt, reviewedBy, editedAt } = row
  const { reviewStatus, rejectionReason, reviewNote, agent, confidence, deletedAt } = row
  return {
    ...{ id, articleId, version, method, reviewedAt, reviewedBy, editedAt },
    surroundings: row.anchors.map(({ prefix, suffix }) => ({ prefix, suffix })),
    facts: { reviewStatus, rejectionReason, reviewNote, agent, confidence, deletedAt },
    fields: readFields(row),
  }
}
