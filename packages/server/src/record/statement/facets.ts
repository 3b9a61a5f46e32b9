import { allOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { encodeGlobalId } from '../global-id.js'
import type { NounName } from '../nouns.js'
import type { View } from '../visibility/view.js'
import { visible } from '../visibility/visible.js'
import { type CountedList, countedStatements, readLimit } from './counted-statements.js'

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
  /** The object behind the key; null for a key that is no id. */
  node: unknown
}

/** How many statements of a list have each value of one property. */
export interface Facet {
  by: FacetBy
  buckets: FacetBucket[]
  /** How many statements were counted. */
  counted: number
  isExact: boolean
}

/** Property, key, label, count, and the object behind the key as the caller of {@link countFacets} reads it. */
type Row = [by: FacetBy, key: string, label: string, count: number, object: unknown]

/** What the SQL of {@link countFacets} gives: the rows, and how many statements were read. */
interface Read {
  rows: Row[] | null
  read: number
}

/** What is counted. */
interface Asked {
  by: readonly FacetBy[]
  /** Most buckets of each facet, the largest first. */
  top: number
  /** How many statements are read. */
  upTo: number
}

/** The nouns whose objects are behind keys. */
export const FACET_NOUNS: readonly NounName[] = Object.values(DIMENSIONS).flatMap((dimension: Dimension) =>
  dimension.node ? [dimension.node] : [],
)

/**
 * SQL that counts the statements of a list by any number of properties, as one JSON value, and what that value means.
 *
 * @param objectOf SQL that reads an object by its id as JSON.
 * @throws RequestError BAD_USER_INPUT naming `upTo`.
 */
export function countFacets(
  list: CountedList,
  { by, top, upTo }: Asked,
  view: View,
  objectOf: (noun: NounName, id: Sql) => Sql,
) {
  const limit = readLimit(upTo, list.lists)
  const { before, name: table } = countedStatements(list, limit)
  const counts = by.map((name) => {
    const { key, join: joined = sql`` }: Dimension = DIMENSIONS[name]
    const counted = sql`SELECT ${raw(`'${name}'`)} AS by, ${key}::text AS key, count(*) AS count
      FROM ${table} b ${joined} WHERE b.place <= ${raw(String(limit))} AND ${key} IS NOT NULL GROUP BY ${key}`
    // Topics are checked as lists check them. Every other value of a visible statement is visible with it.
    return name === 'TOPIC' && view.sight !== 'EVERYTHING'
      ? sql`SELECT c.* FROM (${counted}) c JOIN "Topic" t ON t.id = c.key::uuid WHERE ${allOf(visible('Topic', view))}`
      : counted
  })
  const [label, object] = [
    byNoun(
      by,
      (noun) => sql`(SELECT o.name FROM ${raw(`"${noun}"`)} o WHERE o.id = r.key::uuid)`,
      sql`r.key`,
    ),
    byNoun(by, (noun) => objectOf(noun, sql`r.key::uuid`), sql`NULL::json`),
  ]
  return {
    select: sql`${before}SELECT json_build_object('read', (SELECT count(*) FROM ${table}), 'rows', (
        SELECT json_agg(json_build_array(by, key, ${label}, count, ${object}) ORDER BY rank) FROM (
          SELECT *, row_number() OVER (PARTITION BY by ORDER BY count DESC, key) AS rank
          FROM (${join(counts, ' UNION ALL ')}) c) r
        WHERE rank <= ${raw(String(top))}))`,
    /** @param node makes an object of what `objectOf` read. */
    read: ({ rows, read }: Read, node: (noun: NounName, json: unknown) => unknown): Facet[] =>
      by.map((name) => ({
        by: name,
        buckets: (rows ?? []).filter(([of]) => of === name).map((row) => bucket(row, node)),
        counted: Math.min(read, limit),
        isExact: read <= limit,
      })),
  }
}

/** An expression for those properties whose keys are ids of a noun, and another for all others. */
function byNoun(by: readonly FacetBy[], of: (noun: NounName) => Sql, otherwise: Sql): Sql {
  const cases = by.flatMap((name) => {
    const { node }: Dimension = DIMENSIONS[name]
    return node ? [sql`WHEN ${raw(`'${name}'`)} THEN ${of(node)}`] : []
  })
  return cases.length > 0 ? sql`CASE r.by ${join(cases, ' ')} ELSE ${otherwise} END` : otherwise
}

function bucket(
  [by, key, label, count, object]: Row,
  node: (noun: NounName, json: unknown) => unknown,
): FacetBucket {
  const { node: noun }: Dimension = DIMENSIONS[by]
  return {
    key: noun ? encodeGlobalId(noun, key) : key,
    label: label ?? key,
    count,
    node: noun ? node(noun, object) : null,
  }
}
