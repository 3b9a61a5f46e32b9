import type { Prisma, Statement } from '../../generated/prisma/client.js'

const byPosition = { orderBy: { position: 'asc' } } as const

/** The relations that the fields of a statement are read from, besides its own columns. */
export const statementInclude = {
  anchors: byPosition,
  alterations: byPosition,
  attributions: byPosition,
  topics: { select: { topicId: true }, orderBy: { topicId: 'asc' } },
  mentions: { select: { speakerId: true }, orderBy: { speakerId: 'asc' } },
  references: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.StatementInclude

/** A row of "Statement" with these relations. */
export type StatementRow = Prisma.StatementGetPayload<{ include: typeof statementInclude }>

/** Values of some columns of "Statement". */
export type StatementColumns = Partial<Statement>

/** The tables that hold parts of statements. */
export type PartTable =
  | 'Anchor'
  | 'Alteration'
  | 'Attribution'
  | 'StatementTopic'
  | 'StatementMention'
  | 'Reference'
