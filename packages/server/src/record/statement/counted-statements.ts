import { allOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { badUserInput } from '../errors.js'
import { ofEachParent, type WholeList } from '../lists/read-pages.js'
import type { Reading } from '../viewer.js'

/** Statements that a facet or a timeline reads unless asked for more or fewer. */
export const DEFAULT_READ = 10_000
/** Most statements that one of them reads, for all its parents together. */
export const MOST_READ = 100_000

/** What `upTo` says of a facet or a timeline. */
export const UP_TO = `How many statements are read, the latest said first: 1 to ${MOST_READ}. Below many parents at once, each reads its share of ${MOST_READ}.`

/**
 * The statements of a list that are counted, as `b` of a query that begins with it: `parent`, `id` and what they are
 * counted by. Each parent's latest said, up to a limit and one more, which has the place after it.
 */
export function countedStatements(lists: WholeList, limit: number): Sql {
  const columns = ['id', 'articleId', 'kind', 'medium', 'language', 'reviewStatus', 'eventId', 'placeId']
  const dates = ['saidSort', 'saidEarliest', 'saidLatest']
  const selected = join([...columns, ...dates].map((column) => raw(`t."${column}"`)))
  return sql`WITH b AS MATERIALIZED (${ofEachParent(
    lists,
    (where) => sql`SELECT *, row_number() OVER ()::int AS place FROM (
      SELECT ${selected} FROM "Statement" t WHERE ${allOf(where)}
      ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${raw(String(limit + 1))}) s`,
  )})`
}

/** @throws GraphQLError BAD_USER_INPUT naming the argument. */
export function readLimit(upTo: number, parents: number): number {
  if (upTo < 1 || upTo > MOST_READ) throw badUserInput(`upTo is ${upTo}: pass 1 to ${MOST_READ}`)
  return Math.max(1, Math.min(upTo, Math.floor(MOST_READ / parents)))
}

/** Runs a query of {@link countedStatements}, whose rows name their parent, and gives each parent's. */
export async function readByParent<Row extends { parent: string }>(
  { prisma }: Reading,
  { parents }: WholeList,
  query: Sql,
): Promise<Row[][]> {
  const byParent = Map.groupBy(await prisma.$queryRaw<Row[]>(query), (row) => row.parent)
  return parents.map((parent) => byParent.get(parent) ?? [])
}
