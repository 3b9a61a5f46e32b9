import { allOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { fold } from '../../text/fold.js'
import { inConfiguration } from '../lists/conditions.js'
import { type AliasedNoun, NOUN_OF, NOUNS, type SearchableNoun } from '../nouns.js'

/** The types of objects that a search finds. */
export type SearchType = (typeof NOUNS)[SearchableNoun]['entityType']

/** A search whose arguments were checked. */
export interface Search {
  query: string
  types: readonly SearchType[]
  /** Conditions on the rows `t` of each type. */
  conditions: Record<SearchType, Sql[]>
}

/** The table of the texts of each type that can match so often that it matters how they are read. */
const TEXTS: Partial<Record<SearchType, string>> = { STATEMENT: 'Statement', ARTICLE: 'ArticleText' }

/**
 * SQL of what a search looks for, as the table `q` of a WITH clause: the `readings` of the query in every language that is
 * stemmed, `whole` for an index that finds any of them, `name` for names, and for a type of {@link TEXTS} whether the
 * matches are common.
 *
 * @param most how many matches of a type are read.
 */
export function querySql({ query, types }: Search, most: (type: SearchType) => number): Sql {
  const common = types.flatMap((type) => {
    const table = TEXTS[type]
    return table ? [sql`is_common(${raw(`'"${table}"'`)}, whole, ${raw(`${most(type)}) AS "${type}"`)}`] : []
  })
  return sql`r AS MATERIALIZED (SELECT web_queries(${query}) AS readings),
    w AS MATERIALIZED (SELECT readings, any_reading(readings) AS whole FROM r),
    q AS MATERIALIZED (SELECT ${join([sql`readings, whole, web_query('simple', ${fold(query)}) AS name`, ...common])} FROM w)`
}

const READINGS = sql`(SELECT q.readings FROM q)`
const WHOLE = sql`(SELECT q.whole FROM q)`
export const NAME = sql`(SELECT q.name FROM q)`

/** The reading of the query in the language of a row. */
export const readingOf = (row: Sql): Sql => inConfiguration(READINGS, row)

/** The condition that a row is a match, so that PostgreSQL finds the row by the index of words. */
const isRareMatch = (row: Sql): Sql =>
  sql`${row}."searchVector" @@ ${WHOLE} AND NOT (${row}."searchVector" @@ !!${readingOf(row)})`

/**
 * The condition that a row is a match, so that PostgreSQL goes through the rows in their order. It negates twice, because
 * the planner then expects nearly every row to be a match.
 */
const isCommonMatch = (row: Sql): Sql =>
  sql`NOT (${row}."searchVector" @@ !!${WHOLE}) AND NOT (${row}."searchVector" @@ !!${readingOf(row)})`

/** The two branches of a statement, for rare and for common matches. One of them is run. */
const eitherWay = (type: SearchType, row: Sql, select: (conditions: Sql[]) => Sql): Sql => {
  const isCommon = sql`(SELECT q.${raw(`"${type}"`)} FROM q)`
  return sql`(${select([sql`NOT ${isCommon}`, isRareMatch(row)])})
    UNION ALL (${select([isCommon, isCommonMatch(row)])})`
}

/**
 * SQL of the matches of a type, the latest first, at most `limit`: `id`, and of a statement what its score needs.
 * {@link querySql} stands before it.
 */
export const MATCHES: Record<SearchType, (search: Search, limit: Sql) => Sql> = {
  STATEMENT: ({ conditions }, limit) =>
    eitherWay(
      'STATEMENT',
      sql`t`,
      (matching) => sql`SELECT t.id, t."searchVector", t.language FROM "Statement" t
        WHERE ${allOf([...matching, ...conditions.STATEMENT])} ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${limit}`,
    ),
  ARTICLE: ({ conditions }, limit) => sql`
    SELECT id FROM (
      ${eitherWay(
        'ARTICLE',
        sql`x`,
        (
          matching,
        ) => sql`SELECT t.id, t."publishedSort" FROM "Article" t JOIN "ArticleText" x ON x.id = t."currentTextId"
          WHERE ${allOf([...matching, ...conditions.ARTICLE])} ORDER BY t."publishedSort" DESC, t.id DESC LIMIT ${limit}`,
      )}
      UNION
      (SELECT t.id, t."publishedSort" FROM "Article" t WHERE ${allOf([isRareMatch(sql`t`), ...conditions.ARTICLE])}
       ORDER BY t."publishedSort" DESC, t.id DESC LIMIT ${limit})) m
    ORDER BY "publishedSort" DESC, id DESC LIMIT ${limit}`,
  SPEAKER: (search, limit) => named(search, 'SPEAKER', limit),
  TOPIC: (search, limit) => named(search, 'TOPIC', limit),
}

/** A UNION lets PostgreSQL use the index of each half; an OR of a column and a sub-query would read the whole table. */
const named = ({ conditions }: Search, type: 'SPEAKER' | 'TOPIC', limit: Sql) => {
  const { table, alias, owner } = nameTables(NOUN_OF[type])
  return sql`
    SELECT t.id FROM ${table} t WHERE ${allOf(conditions[type])} AND t.id IN (
      SELECT n.id FROM ${table} n WHERE ${HAS_NAME}
      UNION SELECT n.${owner} FROM ${alias} n WHERE ${HAS_NAME})
    ORDER BY t."nameFolded", t.id LIMIT ${limit}`
}

const HAS_NAME = sql`name_vector(n."nameFolded") @@ ${NAME}`

export interface NameTables {
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
