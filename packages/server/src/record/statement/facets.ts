import { allOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { encodeGlobalId } from '../global-id.js'
import type { WholeList } from '../lists/read-pages.js'
import type { NounName } from '../nouns.js'
import type { Reading } from '../viewer.js'
import { viewOf } from '../visibility/view.js'
import { visible } from '../visibility/visible.js'
import { countedStatements, readByParent, readLimit } from './counted-statements.js'

/** One property that statements can be counted by. */
interface Dimension {
  /** The value of a statement `b`. */
  key: Sql
  /** Joins the rows `l` that hold the key, when it is not a column of the statement. */
  join?: Sql
  /** The noun whose ids the keys are; absent when the keys are no ids. */
  node?: NounName
}

/** OFFSET 0 makes PostgreSQL look up the rows of each statement: a hash join would read the whole other table. */
const each = (rows: Sql) => sql`CROSS JOIN LATERAL (${rows} OFFSET 0) l`

const DIMENSIONS = {
  SPEAKER: {
    key: sql`l."speakerId"`,
    join: each(sql`SELECT DISTINCT a."speakerId" FROM "Attribution" a WHERE a."statementId" = b.id`),
    node: 'Speaker',
  },
  TOPIC: {
    key: sql`l."topicId"`,
    join: each(sql`SELECT a."topicId" FROM "StatementTopic" a WHERE a."statementId" = b.id`),
    node: 'Topic',
  },
  KIND: { key: sql`b.kind` },
  POLARITY: { key: sql`b.polarity` },
  MEDIUM: { key: sql`b.medium` },
  SITE: {
    key: sql`l."siteId"`,
    join: each(sql`SELECT a."siteId" FROM "Article" a WHERE a.id = b."articleId"`),
    node: 'Site',
  },
  EVENT: { key: sql`b."eventId"`, node: 'Event' },
  PLACE: { key: sql`b."placeId"`, node: 'Place' },
  LANGUAGE: { key: sql`b.language` },
  REVIEW_STATUS: { key: sql`b."reviewStatus"` },
} as const satisfies Record<string, Dimension>

/** The properties that statements can be counted by. */
export type FacetBy = keyof typeof DIMENSIONS

/** How many statements have one value. */
export interface FacetBucket {
  key: string
  label: string
  count: number
  node: { typename: NounName; id: string } | null
}

/** How many statements of a list have each value of one property. */
export interface Facet {
  by: FacetBy
  buckets: FacetBucket[]
  isExact: boolean
}

interface FacetRow {
  parent: string
  /** null in the row whose `count` is the number of all statements read. */
  by: FacetBy | null
  key: string | null
  label: string | null
  count: number
}

/**
 * Counts the statements of each parent with one SQL statement, however many properties `by` names.
 *
 * @param top most buckets of each facet, the largest first.
 * @param upTo how many statements are read.
 */
export async function readFacets(
  reading: Reading,
  lists: WholeList,
  by: readonly FacetBy[],
  top: number,
  upTo: number,
): Promise<Facet[][]> {
  const limit = readLimit(upTo, lists.parents.length)
  const view = viewOf(reading.viewer)
  const counts = by.map((name) => {
    const { key, join: joined = sql`` }: Dimension = DIMENSIONS[name]
    const counted = sql`SELECT b.parent, ${raw(`'${name}'`)} AS by, ${key}::text AS key, count(*)::int AS count
      FROM b ${joined} WHERE b.place <= ${raw(String(limit))} AND ${key} IS NOT NULL GROUP BY b.parent, ${key}`
    // Topics are checked as lists check them. Every other value of a visible statement is visible with it.
    return name === 'TOPIC' && view.sight !== 'EVERYTHING'
      ? sql`SELECT c.* FROM (${counted}) c JOIN "Topic" t ON t.id = c.key::uuid WHERE ${allOf(visible('Topic', view))}`
      : counted
  })
  const rows = await readByParent<FacetRow>(
    reading,
    lists,
    sql`${countedStatements(lists, limit)}
      SELECT parent, by, key, ${labels(by)} AS label, count FROM (
        SELECT *, row_number() OVER (PARTITION BY parent, by ORDER BY count DESC, key) AS rank
        FROM (${join(counts, ' UNION ALL ')}) c) r
      WHERE rank <= ${raw(String(top))}
      UNION ALL SELECT parent, NULL, NULL, NULL, count(*)::int FROM b GROUP BY parent`,
  )
  return rows.map((ofParent) => {
    const read = ofParent.find((row) => row.by === null)?.count ?? 0
    return by.map((name) => ({
      by: name,
      buckets: ofParent.filter((row) => row.by === name).map((row) => bucket(name, row)),
      isExact: read <= limit,
    }))
  })
}

/**
 * The label of a key: the name of the object with that id, or the key itself. Looked up for the returned buckets only.
 */
function labels(by: readonly FacetBy[]): Sql {
  const named = by.flatMap((name) => {
    const { node }: Dimension = DIMENSIONS[name]
    const look = sql`(SELECT o.name FROM ${raw(`"${node}"`)} o WHERE o.id = key::uuid)`
    return node ? [sql`WHEN ${raw(`'${name}'`)} THEN ${look}`] : []
  })
  return named.length > 0 ? sql`CASE by ${join(named, ' ')} ELSE key END` : sql`key`
}

function bucket(by: FacetBy, { key, label, count }: FacetRow): FacetBucket {
  const { node }: Dimension = DIMENSIONS[by]
  const id = key ?? ''
  return {
    key: node ? encodeGlobalId(node, id) : id,
    label: label ?? id,
    count,
    node: node ? { typename: node, id } : null,
  }
}
