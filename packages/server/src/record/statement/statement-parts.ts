import type { Transaction } from '../../database/database.js'
import { addArticleTopics } from '../article/add-article-topics.js'
import { uuidOf } from '../global-id.js'
import type { Contents } from './field.js'
import { STATEMENT_FIELD_ENTRIES } from './field-table.js'
import type { StatementFields } from './statement-fields.js'

/** One statement, and the fields whose rows in other tables are to be written. Rows of absent fields stay. */
export interface StatementWithParts {
  id: string
  articleId: string
  fields: Partial<StatementFields>
}

/** The two methods of Prisma's client that write a table of parts. */
interface PartWriter {
  deleteMany(args: { where: { statementId: { in: string[] } } }): Promise<unknown>
  createMany(args: { data: object[] }): Promise<unknown>
}

/**
 * Writes the parts of statements, which are their rows in other tables: deletes the old rows and inserts the new ones.
 * That takes two SQL statements for each table, however many statements there are.
 *
 * @param fresh the statements are new, so that there are no old rows to delete.
 * @param contents texts that are known already. The texts of all other anchors are read.
 */
export async function storeParts(
  tx: Transaction,
  statements: readonly StatementWithParts[],
  { fresh = false, contents = new Map() }: { fresh?: boolean; contents?: Contents } = {},
): Promise<void> {
  const texts = await withContents(
    tx,
    contents,
    statements.flatMap(({ fields }) => fields.anchors ?? []),
  )
  for (const [name, { parts }] of STATEMENT_FIELD_ENTRIES) {
    const having = statements.filter(({ fields }) => fields[name] !== undefined)
    if (!parts || having.length === 0) continue
    const table = tx[parts.table] as unknown as PartWriter
    const ids = having.map(({ id }) => id)
    if (!fresh) await table.deleteMany({ where: { statementId: { in: ids } } })
    const data = having.flatMap(({ id: statementId, articleId, fields }) =>
      parts.rows(fields[name], { statementId, articleId, contents: texts }),
    )
    if (data.length > 0) await table.createMany({ data })
  }
  await linkToArticles(tx, statements)
}

/** Adds to the known contents those of all other texts that the anchors point into. */
async function withContents(
  tx: Transaction,
  contents: Contents,
  anchors: readonly { articleTextId: string }[],
): Promise<Contents> {
  const ids = new Set(
    anchors.map(({ articleTextId }) => uuidOf(articleTextId)).filter((id) => !contents.has(id)),
  )
  if (ids.size === 0) return contents
  const select = { id: true, content: true }
  const texts = await tx.articleText.findMany({ where: { id: { in: [...ids] } }, select })
  return new Map([...contents, ...texts.map(({ id, content }) => [id, content] as const)])
}

/** Links each article to the speakers and topics of its statements. */
async function linkToArticles(tx: Transaction, statements: readonly StatementWithParts[]): Promise<void> {
  const speakers = statements.flatMap(({ articleId, fields }) =>
    (fields.attributions ?? []).flatMap(({ speakerId }) =>
      speakerId === null ? [] : [{ articleId, speakerId: uuidOf(speakerId) }],
    ),
  )
  const topics = statements.flatMap(({ articleId, fields }) =>
    (fields.topicIds ?? []).map((id) => ({ articleId, topicId: uuidOf(id) })),
  )
  if (speakers.length > 0) await tx.articleSpeaker.createMany({ data: speakers, skipDuplicates: true })
  await addArticleTopics(tx, topics)
}
