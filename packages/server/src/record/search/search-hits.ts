import { allOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { fold } from '../../text/fold.js'
import { type ArticleFilter, articles } from '../article/list.js'
import { inItsLanguage, matching } from '../lists/conditions.js'
import type { CursorScope } from '../lists/cursor.js'
import { conditionsOf, type List } from '../lists/list.js'
import { type AliasedNoun, NOUN_OF, NOUNS, type SearchableNoun } from '../nouns.js'
import { type SpeakerFilter, speakers } from '../speaker/list.js'
import type { StatementFilter } from '../statement/filter.js'
import { statements } from '../statement/list.js'
import { type TopicFilter, topics } from '../topic/list.js'
import type { Reading, Seeing } from '../viewer.js'

/** The types of objects that a search finds. */
export type SearchType = (typeof NOUNS)[SearchableNoun]['entityType']

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

/** A search whose arguments were checked. */
export interface Search {
  query: string
  types: readonly SearchType[]
  /** Conditions on the rows `t` of each type. */
  conditions: Record<SearchType, Sql[]>
}

/**
 * The conditions that the filters set, and what the viewer may see.
 *
 * @throws RequestError BAD_USER_INPUT naming the field.
 */
export function searchConditions(filter: SearchFilter, seeing: Seeing): Search['conditions'] {
  const of = <Filter extends object>(list: List<Filter>, field: keyof SearchFilter) =>
    conditionsOf(list, (filter[field] ?? {}) as Filter, seeing, { at: `filter.${field}` })
  return {
    SPEAKER: of(speakers, 'speakers'),
    TOPIC: of(topics, 'topics'),
    ARTICLE: of(articles, 'articles'),
    STATEMENT: of(statements, 'statements'),
  }
}

// Options of ts_rank_cd: 1 divides the rank by 1 + the logarithm of the text's length, 32 brings it below 1.
const RANKING = raw('1 | 32')

/** SQL of the `id` of each match, the latest first, at most `limit`. */
const MATCHES: Record<SearchType, (search: Search, limit: Sql) => Sql> = {
  STATEMENT: ({ query, conditions }, limit) => sql`
    SELECT t.id FROM "Statement" t WHERE ${allOf([...conditions.STATEMENT, matching(sql`t`, query)])}
    ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${limit}`,
  ARTICLE: ({ query, conditions }, limit) => sql`
    SELECT id FROM (
      (SELECT t.id, t."publishedSort" FROM "Article" t JOIN "ArticleText" x ON x.id = t."currentTextId"
       WHERE ${allOf([...conditions.ARTICLE, matching(sql`x`, query)])}
       ORDER BY t."publishedSort" DESC, t.id DESC LIMIT ${limit})
      UNION
      (SELECT t.id, t."publishedSort" FROM "Article" t
       WHERE ${allOf([...conditions.ARTICLE, matching(sql`t`, query)])}
       ORDER BY t."publishedSort" DESC, t.id DESC LIMIT ${limit})) m
    ORDER BY "publishedSort" DESC, id DESC LIMIT ${limit}`,
  SPEAKER: (search, limit) => named(search, 'SPEAKER', limit),
  TOPIC: (search, limit) => named(search, 'TOPIC', limit),
}

/** A UNION lets PostgreSQL use the index of each half; an OR of a column and a sub-query would read the whole table. */
const named = ({ query, conditions }: Search, type: 'SPEAKER' | 'TOPIC', limit: Sql) => {
  const { table, alias, owner } = nameTables(NOUN_OF[type])
  return sql`
    SELECT t.id FROM ${table} t WHERE ${allOf(conditions[type])} AND t.id IN (
      SELECT n.id FROM ${table} n WHERE ${hasName(sql`n`, query)}
      UNION SELECT n.${owner} FROM ${alias} n WHERE ${hasName(sql`n`, query)})
    ORDER BY t."nameFolded", t.id LIMIT ${limit}`
}

interface NameTables {
  table: Sql
  alias: Sql
  /** The foreign key in `alias` that refers to `table`. */
  owner: Sql
}

/** The table of a noun and the table of its aliases. */
export function nameTables(noun: AliasedNoun): NameTables {
  const { table, column } = NOUNS[noun].aliases
  return { table: raw(`"${noun}"`), alias: raw(`"${table}"`), owner: raw(`"${column}"`) }
}

const hasName = (row: Sql, query: string) =>
  sql`name_vector(${row}."nameFolded") @@ web_query('simple', ${fold(query)})`

/**
 * SQL of the score of each match `m`, 0 to 1. A word in a title or a name weighs ten times as much as one in a text.
 */
const SCORES: Record<SearchType, (query: string) => Sql> = {
  STATEMENT: (query) => sql`
    SELECT m.id, ts_rank_cd(t."searchVector", ${inItsLanguage(sql`t`, query)}, ${RANKING}) AS score
    FROM m JOIN "Statement" t ON t.id = m.id`,
  ARTICLE: (query) => sql`
    SELECT m.id, ts_rank_cd(t."searchVector" || x."searchVector", ${inItsLanguage(sql`t`, query)}, ${RANKING}) AS score
    FROM m JOIN "Article" t ON t.id = m.id JOIN "ArticleText" x ON x.id = t."currentTextId"`,
  SPEAKER: (query) => bestName(query, nameTables('Speaker')),
  TOPIC: (query) => bestName(query, nameTables('Topic')),
}

const bestName = (query: string, { table, alias, owner }: NameTables) => sql`
  SELECT m.id, (SELECT max(ts_rank_cd(name_vector(n."nameFolded"), web_query('simple', ${fold(query)}), ${RANKING}))
    FROM (SELECT t."nameFolded" FROM ${table} t WHERE t.id = m.id
      UNION ALL SELECT a."nameFolded" FROM ${alias} a WHERE a.${owner} = m.id) n) AS score
  FROM m`

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

/**
 * SQL of the best matches, as one JSON value.
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
    const matches = MATCHES[type](search, raw(String(most + 1)))
    return sql`SELECT ${raw(`'${type}' AS type, ${place} AS place, ${most} AS most`)}, id,
      round(coalesce(score, 0)::numeric, 6)::float8 AS score
      FROM (WITH m AS MATERIALIZED (${matches}) ${SCORES[type](search.query)}) s`
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

/** Counts the matches of all types. Counting stops at `limit + 1`, which says that there are more than `limit`. */
export async function countHits({ prisma }: Reading, search: Search, limit: number): Promise<number> {
  const most = raw(String(limit + 1))
  const matches = search.types.map((type) => sql`(${MATCHES[type](search, most)})`)
  const [row] = await prisma.$queryRaw<{ count: number }[]>(
    sql`SELECT count(*)::int AS count FROM (SELECT FROM (${join(matches, ' UNION ALL ')}) m LIMIT ${most}) c`,
  )
  return row?.count ?? 0
}
