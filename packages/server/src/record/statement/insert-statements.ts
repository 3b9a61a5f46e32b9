import { insertRows } from '../../database/insert-rows.js'
import { mapInTurns } from '../../database/map-in-turns.js'
import type { ExtractionMethod } from '../../generated/prisma/enums.js'
import type { Write } from '../write/write.js'
import { columnsOf } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { type PartOptions, storeParts } from './statement-parts.js'

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
 */
export async function insertStatements(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  statements: readonly NewStatement[],
  options: Omit<PartOptions, 'fresh'> = {},
): Promise<void> {
  const rows = await mapInTurns(statements, ({ fields, ...row }) => ({ ...row, ...columnsOf(fields) }))
  await insertRows(tx, { table: 'Statement', rows })
  await storeParts(tx, statements, { fresh: true, ...options })
  record(
    ...statements.map(({ id }) => ({
      type: 'STATEMENT' as const,
      entityId: id,
      action: 'CREATED' as const,
      version: 1,
    })),
  )
}
