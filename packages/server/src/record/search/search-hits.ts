import { join, raw, type Sql, sql } from '../../database/sql.js'
import { type ArticleFilter, articles } from '../article/list.js'
import type { CursorScope } from '../lists/cursor.js'
import { conditionsOf, type List } from '../lists/list.js'
import { type SpeakerFilter, speakers } from '../speaker/list.js'
import type { StatementFilter } from '../statement/filter.js'
import { statements } from '../statement/list.js'
import { type TopicFilter, topics } from '../topic/list.js'
import type { Seeing } from '../viewer.js'
import {
  MATCHES,
  NAME,
  type NameTables,
  nameTables,
  querySql,
  readingOf,
  type Search,
  type SearchType,
} from './matches.js'

/**
 * How many matches of each type are ranked: the latest ones. This limits what a search costs. Fewer articles are ranked
 * than others, because ranking goes through all words of a text.
 */
export const MOST_RANKED: Record<SearchType, number> = {
  SPEAKER: 1_000,
  TOPIC: 1_000,
  ARTICLE: 250,
  STATEMENT: 1_000,
}

/** All types, in the order of hits with equal scores. */
export const SEARCH_TYPES = Object.keys(MOST_RANKED) as readonly SearchType[]

/** The filters of a search, one for each type. */
export interface SearchFilter {
  statements?: StatementFilter | null
  articles?: ArticleFilter | null
  speakers?: SpeakerFilter | null
  topics?: TopicFilter | null
}

/**
 * The conditions that the filters set, and what the viewer may see. A type that is not searched has none; what its filter
 * says is checked all the same.
 *
 * @throws RequestError BAD_USER_INPUT naming the field.
 */
export function searchConditions(
  types: readonly SearchType[],
  filter: SearchFilter,
  seeing: Seeing,
): Search['conditions'] {
  const of = <Filter extends object>(type: SearchType, list: List<Filter>, field: keyof SearchFilter) =>
    types.includes(type) || filter[field]
      ? conditionsOf(list, (filter[field] ?? {}) as Filter, seeing, { at: `filter.${field}` })
      : []
  return {
    SPEAKER: of('SPEAKER', speakers, 'speakers'),
    TOPIC: of('TOPIC', topics, 'topics'),
    ARTICLE: of('ARTICLE', articles, 'articles'),
    STATEMENT: of('STATEMENT', statements, 'statements'),
  }
}

// Options of ts_rank_cd: 1 divides the rank by 1 + the logarithm of the text's length, 32 brings it below 1.
const RANKING = raw('1 | 32')

/**
 * SQL of the score of each match, 0 to 1. A word in a title or a name weighs ten times as much as one in a text. `OFFSET 0`
 * makes PostgreSQL look an article up by its id; it would read the whole of a small table.
 */
const SCORES: Record<SearchType, (matches: Sql) => Sql> = {
  STATEMENT: (matches) => sql`
    SELECT m.id, ts_rank_cd(m."searchVector", ${readingOf(sql`m`)}, ${RANKING}) AS score FROM (${matches}) m`,
  ARTICLE: (matches) => sql`
    SELECT m.id, ts_rank_cd(a.vector, ${readingOf(sql`a`)}, ${RANKING}) AS score FROM (${matches}) m
    CROSS JOIN LATERAL (SELECT t.language, t."searchVector" || x."searchVector" AS vector
      FROM "Article" t JOIN "ArticleText" x ON x.id = t."currentTextId" WHERE t.id = m.id OFFSET 0) a`,
  SPEAKER: (matches) => bestName(matches, nameTables('Speaker')),
  TOPIC: (matches) => bestName(matches, nameTables('Topic')),
}

const bestName = (matches: Sql, { table, alias, owner }: NameTables) => sql`
  SELECT m.id, (SELECT max(ts_rank_cd(name_vector(n."nameFolded"), ${NAME}, ${RANKING}))
    FROM (SELECT t."nameFolded" FROM ${table} t WHERE t.id = m.id
      UNION ALL SELECT a."nameFolded" FROM ${alias} a WHERE a.${owner} = m.id) n) AS score
  FROM (${matches}) m`

/** A match with its score. */
export interface SearchHit {
  type: SearchType
  id: string
  score: number
  /** The sort values as text, for the cursor: score, place of the type in {@link SEARCH_TYPES}, id. */
  keys: string[]
}

export const searchScope = (order: string): CursorScope => ({
  list: 'Search',
  order,
  types: ['float8', 'int4', 'uuid'],
})

/** Type, id, score, the sort values as text, and what was read of the object. */
export type HitRow = [
  type: SearchType,
  id: string,
  score: number,
  keys: [string, string, string],
  ...objects: unknown[],
]

/** What {@link hitsSql} gives. */
export interface FoundHits {
  /** Whether a type has more matches than are ranked. */
  capped: boolean
  hits: HitRow[]
}

/** How many matches of a type are read: one more than is ranked says that there are more. */
export const mostRead = (type: SearchType): number => MOST_RANKED[type] + 1

/**
 * SQL of the best matches, as one JSON value. {@link querySql} stands before it.
 *
 * @param after the sort values after which to begin; null to begin with the best match.
 * @param objectsOf makes expressions that read the object of a type, by its id, as JSON.
 */
export function hitsSql(
  search: Search,
  limit: number,
  after: string[] | null,
  objectsOf: (type: SearchType, id: Sql) => Sql[],
): Sql {
  const ofType = search.types.map((type) => {
    const [place, most] = [SEARCH_TYPES.indexOf(type), MOST_RANKED[type]]
    const matches = MATCHES[type](search, raw(String(mostRead(type))))
    return sql`SELECT ${raw(`'${type}' AS type, ${place} AS place, ${most} AS most`)}, id,
      round(coalesce(score, 0)::numeric, 6)::float8 AS score
      FROM (${SCORES[type](matches)}) s`
  })
  const place = after
    ? sql`WHERE (score, -place, id) < (${after[0]}::float8, -${after[1]}::int, ${after[2]}::uuid)`
    : sql``
  const objects = search.types.map((type) => objectsOf(type, sql`h.id`))
  const ofHit = (objects[0] ?? []).map((_, index) =>
    join(
      search.types.map((type, at) => sql`WHEN ${raw(`'${type}'`)} THEN ${objects[at]?.[index] as Sql}`),
      ' ',
      'CASE h.type ',
      ' END',
    ),
  )
  const keys = sql`json_build_array(h.score::text, h.place::text, h.id)`
  return sql`
    WITH hit AS MATERIALIZED (${join(ofType, ' UNION ALL ')})
    SELECT json_build_object('capped', (SELECT coalesce(bool_or(count > most), FALSE)
        FROM (SELECT count(*) AS count, most FROM hit GROUP BY type, most) n),
      'hits', (SELECT coalesce(json_agg(json_build_array(${join([sql`h.type`, sql`h.id`, sql`h.score`, keys, ...ofHit])})
          ORDER BY h.score DESC, -h.place DESC, h.id DESC), '[]')
        FROM (SELECT * FROM hit ${place}
          ORDER BY hit.score DESC, -hit.place DESC, hit.id DESC LIMIT ${raw(String(limit))}) h))`
}

/**
 * SQL of the number of matches of all types. Counting stops at `limit + 1`, which says that there are more than `limit`.
 * {@link querySql} stands before it.
 */
export function countSql(search: Search, limit: number): Sql {
  const most = raw(String(limit + 1))
  const matches = search.types.map((type) => sql`(SELECT m.id FROM (${MATCHES[type](search, most)}) m)`)
  return sql`(SELECT count(*) FROM (SELECT FROM (${join(matches, ' UNION ALL ')}) m LIMIT ${most}) c)`
}
