import { allOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { badUserInput } from '../errors.js'

/** How many statements a facet or a timeline reads when the caller passes no `upTo`. */
export const DEFAULT_READ = 10_000
/** The most statements that a facet or a timeline reads, for all its parents together. */
export const MOST_READ = 100_000

/** Describes the argument `upTo` of facets and timelines. */
export const UP_TO = `How many statements are read, the latest said first: 1 to ${MOST_READ}. Below lists, each entry that their pages can have reads its share of ${MOST_READ}.`

/** A list of statements `t` that is counted as a whole. */
export interface CountedList {
  where: readonly Sql[]
  /** The largest number of such lists that one operation reads. */
  lists: number
  /** Makes a table of rows that are read more than once. */
  table(rows: Sql): CountedTable
}

/** Rows that are read once. */
export interface CountedTable {
  /** What stands before the SELECT that reads them. */
  before: Sql
  /** Their name: FROM … */
  name: Sql
}

/**
 * The statements to count. Each row has `id`, the columns to count by, and `place`, which starts at 1. They are the latest
 * ones, one more than `limit`: a row with a place above `limit` shows that there are more.
 */
export function countedStatements({ where, table }: CountedList, limit: number): CountedTable {
  const columns = ['id', 'articleId', 'kind', 'polarity', 'medium', 'language', 'reviewStatus']
  const links = ['eventId', 'placeId']
  const dates = ['saidSort', 'saidEarliest', 'saidLatest']
  const selected = join([...columns, ...links, ...dates].map((column) => raw(`t."${column}"`)))
  return table(sql`SELECT *, row_number() OVER ()::int AS place FROM (
    SELECT ${selected} FROM "Statement" t WHERE ${allOf(where)}
    ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${raw(String(limit + 1))}) s`)
}

/**
 * How many statements to read of each list.
 *
 * @throws RequestError BAD_USER_INPUT naming the argument.
 */
export function readLimit(upTo: number, lists: number): number {
  if (upTo < 1 || upTo > MOST_READ) throw badUserInput(`upTo is ${upTo}: pass 1 to ${MOST_READ}`)
  return Math.max(1, Math.min(upTo, Math.floor(MOST_READ / lists)))
}
