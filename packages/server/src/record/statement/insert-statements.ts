import type { ExtractionMethod } from '../../generated/prisma/enums.js'
import { uuidOf } from '../global-id.js'
import type { Write } from '../write/write.js'
import { saidColumns, wordsOf } from './save-statements.js'
import { type Contents, storeParts } from './statement-parts.js'
import type { StatementFields } from './statement-state.js'

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

/** A statement's fields when nothing but its words is known. */
export const NO_PARTICULARS = {
  alterations: [],
  saidAt: null,
  eventId: null,
  eventPhase: null,
  placeId: null,
  topicIds: [],
  withinId: null,
  threadId: null,
  mentionIds: [],
  references: [],
} satisfies Partial<StatementFields>

/** Makes statements, as PROPOSED ones, with a fixed number of SQL statements for all of them together. */
export async function insertStatements(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  made: readonly NewStatement[],
  contents?: Contents,
): Promise<void> {
  if (made.length === 0) return
  await tx.statement.createMany({
    data: made.map(({ fields, ...row }) => {
      const { kind, medium, eventPhase } = fields
      return {
        ...row,
        ...{ kind, medium, eventPhase, ...wordsOf(fields), ...saidColumns(fields.saidAt) },
        eventId: fields.eventId && uuidOf(fields.eventId),
        placeId: fields.placeId && uuidOf(fields.placeId),
        withinId: fields.withinId && uuidOf(fields.withinId),
        threadId: fields.threadId && uuidOf(fields.threadId),
      }
    }),
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
