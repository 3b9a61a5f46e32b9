import type { Prisma } from '../../generated/prisma/client.js'
import type { ExtractionMethod } from '../../generated/prisma/enums.js'
import type { Write } from '../write/write.js'
import type { Contents } from './field.js'
import { columnsOf } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { storeParts } from './statement-parts.js'

/** A statement to insert. */
export interface NewStatement {
  id: string
  articleId: string
  language: string | null
  method: ExtractionMethod
  agent: string
  confidence: number | null
  fields: StatementFields
}

/**
 * Inserts statements with the review status PROPOSED. The number of SQL statements does not grow with their number.
 *
 * @param contents texts of the anchors that are known already.
 */
export async function insertStatements(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  statements: readonly NewStatement[],
  contents?: Contents,
): Promise<void> {
  if (statements.length === 0) return
  await tx.statement.createMany({
    data: statements.map(
      ({ fields, ...row }) => ({ ...row, ...columnsOf(fields) }) as Prisma.StatementCreateManyInput,
    ),
  })
  await storeParts(tx, statements, { fresh: true, ...(contents ? { contents } : {}) })
  record(
    ...statements.map(({ id }) => ({
      type: 'STATEMENT' as const,
      entityId: id,
      action: 'CREATED' as const,
      version: 1,
    })),
  )
}
