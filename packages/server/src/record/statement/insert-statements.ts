import type { Prisma } from '../../generated/prisma/client.js'
import type { ExtractionMethod } from '../../generated/prisma/enums.js'
import type { Write } from '../write/write.js'
import type { Contents } from './field.js'
import { columnsOf } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { storeParts } from './statement-parts.js'

/** A statement to be proposed. */
export interface NewStatement {
  id: string
  articleId: string
  language: string | null
  method: ExtractionMethod
  agent: string
  confidence: number | null
  fields: StatementFields
}

/** Makes statements, as PROPOSED ones, with a fixed number of SQL statements for all of them together. */
export async function insertStatements(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  made: readonly NewStatement[],
  contents?: Contents,
): Promise<void> {
  if (made.length === 0) return
  await tx.statement.createMany({
    data: made.map(
      ({ fields, ...row }) => ({ ...row, ...columnsOf(fields) }) as Prisma.StatementCreateManyInput,
    ),
  })
  await storeParts(tx, made, { fresh: true, ...(contents ? { contents } : {}) })
  record(
    ...made.map(({ id }) => ({
      type: 'STATEMENT' as const,
      entityId: id,
      action: 'CREATED' as const,
      version: 1,
    })),
  )
}
