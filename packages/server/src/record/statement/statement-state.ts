import type { Transaction } from '../../database/database.js'
import type { ExtractionMethod, RejectionReason, ReviewStatus } from '../../generated/prisma/enums.js'
import { readStatementFields } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { type StatementRow, statementInclude } from './statement-row.js'

/** What changes about a statement besides its editable fields. The history shows these changes, too. */
export interface StatementFacts {
  reviewStatus: ReviewStatus
  rejectionReason: RejectionReason | null
  reviewNote: string | null
  agent: string
  confidence: number | null
  deletedAt: Date | null
}

/** A statement whose row this transaction has locked. */
export interface StatementState {
  id: string
  articleId: string
  version: number
  method: ExtractionMethod
  reviewedAt: Date | null
  reviewedBy: string | null
  /** When a person last changed its fields; null when no person has. */
  editedAt: Date | null
  facts: StatementFacts
  fields: StatementFields
  /** The text before and after each anchor. */
  surroundings: { prefix: string; suffix: string }[]
}

/**
 * Locks statements and reads them, with two SQL statements.
 *
 * @returns the statements that exist, in the order of their places in the article.
 */
export async function loadStatements(
  tx: Transaction,
  which: { ids: readonly string[] } | { articleId: string },
): Promise<StatementState[]> {
  const ids = 'ids' in which ? which.ids : []
  const articleId = 'articleId' in which ? which.articleId : null
  // Locks in the order of ids, so that two writers cannot deadlock. NO KEY lets others insert rows that refer to these.
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
    fields: readStatementFields(row),
  }
}
