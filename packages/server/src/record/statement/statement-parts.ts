import type { Transaction } from '../../database/database.js'
import { insertRows, type NewRows } from '../../database/insert-rows.js'
import { mapInTurns } from '../../database/map-in-turns.js'
import { raw, sql } from '../../database/sql.js'
import { type ArticleLinks, linkArticle } from '../article/link-article.js'
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

/** The most rows that one SQL statement inserts into several tables: a database server ends statements that take too long. */
const MOST_TOGETHER = 5_000

export interface PartOptions {
  /** The statements are new, so that there are no old rows to delete. Default: false. */
  fresh?: boolean
  /** Texts that are known already. The texts of all other anchors are read. */
  contents?: Contents | undefined
  /** Speakers and topics that the articles have besides those of the statements. */
  links?: ArticleLinks | undefined
  /** UUIDs of topics that the articles only pass: they do not get these from their statements. Default: none. */
  passing?: ReadonlySet<string> | undefined
}

const NO_LINKS: ArticleLinks = { speakers: [], topics: [] }

/**
 * Writes the parts of statements, which are their rows in other tables: deletes the old rows and inserts the new ones.
 * That takes one SQL statement for each table with old rows, and two for all new ones, however many statements there are.
 */
export async function storeParts(
  tx: Transaction,
  statements: readonly StatementWithParts[],
  { fresh = false, contents = new Map(), links = NO_LINKS, passing = new Set() }: PartOptions = {},
): Promise<void> {
  const texts = await withContents(
    tx,
    contents,
    statements.flatMap(({ fields }) => fields.anchors ?? []),
  )
  const tables: NewRows[] = []
  for (const [name, { parts }] of STATEMENT_FIELD_ENTRIES) {
    const having = statements.filter(({ fields }) => fields[name] !== undefined)
    if (!parts || having.length === 0) continue
    const ids = having.map(({ id }) => id)
    if (!fresh) {
      await tx.$executeRaw(
        sql`DELETE FROM ${raw(`"${parts.table}"`)} WHERE "statementId" = ANY(${ids}::uuid[])`,
      )
    }
    const rows = await mapInTurns(having, ({ id: statementId, articleId, fields }) =>
      parts.rows(fields[name], { statementId, articleId, contents: texts }),
    )
    tables.push({ table: parts.table, rows: rows.flat() })
  }
  const isMany = tables.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_TOGETHER
  for (const some of isMany ? tables.map((table) => [table]) : [tables]) await insertRows(tx, ...some)
  const raised = linksOf(statements)
  await linkArticle(tx, {
    speakers: [...links.speakers, ...raised.speakers],
    topics: [...links.topics, ...raised.topics.filter(({ topicId }) => !passing.has(topicId))],
  })
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

/** The links of articles to the speakers and topics of their statements. */
const linksOf = (statements: readonly StatementWithParts[]): ArticleLinks => ({
  speakers: statements.flatMap(({ articleId, fields }) =>
    (fields.attributions ?? []).flatMap(({ speakerId }) =>
      speakerId === null ? [] : [{ articleId, speakerId: uuidOf(speakerId) }],
    ),
  ),
  topics: statements.flatMap(({ articleId, fields }) =>
    (fields.topicIds ?? []).map((id) => ({ articleId, topicId: uuidOf(id) })),
  ),
})
