import type { Prisma, Statement } from '../../generated/prisma/client.js'

const byPosition = { orderBy: { position: 'asc' } } as const

/** Everything that the fields of a statement are read from, besides its own columns. */
export const statementInclude = {
  anchors: byPosition,
  alterations: byPosition,
  attributions: byPosition,
  topics: { select: { topicId: true }, orderBy: { topicId: 'asc' } },
  mentions: { select: { speakerId: true }, orderBy: { speakerId: 'asc' } },
  references: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.StatementInclude

/** A statement with all of that. */
export type StatementRow = Prisma.StatementGetPayload<{ include: typeof statementInclude }>

/** Columns of "Statement" and their values. */
export type StatementColumns = Partial<Statement>

/** The tables that hold parts of statements, as Prisma's client names them. */
export type PartTable =
  | 'anchor'
  | 'alteration'
  | 'attribution'
  | 'statementTopic'
  | 'statementMention'
  | 'reference'
