import { allOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { badUserInput } from '../errors.js'
import type { Reading } from '../viewer.js'
import { type CursorScope, decodeCursor, encodeCursor, type SortType } from './cursor.js'
import type { List, Order } from './list.js'

/** The arguments that ask for a page of a list. Without `first` and `last` it is the first 20 entries. */
export interface PageArguments {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

export const DEFAULT_PAGE_SIZE = 20
export const LARGEST_PAGE = 100

/** An entry of a page: the UUID to load its row by, and the cursor to go on from it. */
export interface PageEntry {
  id: string
  cursor: string
}

/** A page of ids, in order. */
export interface Page {
  entries: PageEntry[]
  hasNextPage: boolean
  hasPreviousPage: boolean
}

/** The condition that a row `t` of a nested list belongs to the parent `p.id`. */
export type ParentLink = Sql

/** Stands in place of a parent's id for a list at the root of a query. */
export const ROOT = ''

/** A request for a page of a list, checked and ready to run for any number of parents at once. */
export interface PageQuery {
  list: List
  conditions: Sql[]
  scope: CursorScope
  columns: Sql[]
  /** Most rows of a page. */
  size: number
  backwards: boolean
  descending: boolean
  after: string[] | null
  before: string[] | null
}

/**
 * Checks the arguments of a connection.
 *
 * @throws RequestError BAD_USER_INPUT naming the argument.
 */
export function pageQuery(
  list: List,
  args: PageArguments,
  order: Order | null | undefined,
  conditions: Sql[],
): PageQuery {
  const { field, direction } = order ?? list.defaultOrder
  const columns = list.orders[field]
  if (!columns) throw badUserInput(`orderBy.field ${field} is not an order of this list`)
  const types: SortType[] = [...columns.map((column) => column.type), 'uuid']
  const scope = { list: list.model, order: `${field} ${direction}`, types }
  return {
    list,
    conditions,
    scope,
    columns: [...columns.map((column) => column.column), sql`t.id`],
    ...pageSize(args),
    descending: direction === 'DESC',
    after: args.after == null ? null : decodeCursor(args.after, scope, 'after'),
    before: args.before == null ? null : decodeCursor(args.before, scope, 'before'),
  }
}

function pageSize({ first, last }: PageArguments): { size: number; backwards: boolean } {
  if (first != null && last != null) throw badUserInput('pass first or last, not both')
  const [name, size] =
    last == null ? (['first', first ?? DEFAULT_PAGE_SIZE] as const) : (['last', last] as const)
  if (size < 1 || size > LARGEST_PAGE) {
    throw badUserInput(`${name} is ${size}: ask for 1 to ${LARGEST_PAGE}, and page on with a cursor`)
  }
  return { size, backwards: last != null }
}

interface PageRow {
  parent: string
  rank: number
  [key: `k${number}`]: string
}

/**
 * Reads the page of each parent with one SQL statement that stops at the end of the page.
 *
 * A row comparison on the sort columns finds the place after a cursor in the index, however deep the page is. The limit
 * is a literal, because PostgreSQL plans a statement with a parameter there anew on each call.
 *
 * @param link null for a list at the root, whose only parent is {@link ROOT}.
 */
export async function readPages(
  { prisma }: Reading,
  query: PageQuery,
  link: ParentLink | null,
  parents: readonly string[],
): Promise<Page[]> {
  const { columns, size, scope, backwards } = query
  const forwards = query.descending === backwards
  const direction = raw(forwards ? 'ASC' : 'DESC')
  const keys = columns.map((column, index) => sql`${column}::text AS ${raw(`k${index}`)}`)
  const order = join(columns.map((column) => sql`${column} ${direction}`))
  const conditions = [...query.conditions, ...cursorConditions(query)]
  const rows = (where: Sql[]) => sql`
    SELECT ${join(keys)}, row_number() OVER (ORDER BY ${order})::int AS rank
    FROM ${query.list.from} WHERE ${allOf(where)} ORDER BY ${order} LIMIT ${raw(String(size + 1))}`
  const found = await prisma.$queryRaw<PageRow[]>(
    ofEachParent({ query: { list: query.list, conditions }, link, parents }, rows),
  )
  const byParent = Map.groupBy(found, (row) => row.parent)
  return parents.map((parent) => {
    const all = (byParent.get(parent) ?? []).sort((a, b) => a.rank - b.rank)
    const entries = all.slice(0, size).map((row) => {
      const values = columns.map((_, index) => row[`k${index}`] as string)
      return { id: values.at(-1) as string, cursor: encodeCursor(scope, values) }
    })
    const more = all.length > size
    return backwards
      ? { entries: entries.reverse(), hasNextPage: query.before !== null, hasPreviousPage: more }
      : { entries, hasNextPage: more, hasPreviousPage: query.after !== null }
  })
}

/** The conditions that a row is after the cursor `after` and before the cursor `before`. */
function cursorConditions({ columns, scope, descending, after, before }: PageQuery): Sql[] {
  const compare = (values: string[], comparison: '<' | '>') => {
    const place = values.map((value, index) => sql`${value}::${raw(scope.types[index] ?? 'text')}`)
    return sql`(${join(columns)}) ${raw(comparison)} (${join(place)})`
  }
  return [
    ...(after ? [compare(after, descending ? '<' : '>')] : []),
    ...(before ? [compare(before, descending ? '>' : '<')] : []),
  ]
}

/** The lists of some parents under one filter, not cut into pages. */
export interface WholeList {
  query: Pick<PageQuery, 'list' | 'conditions'>
  /** null for a list at the root, whose only parent is {@link ROOT}. */
  link: ParentLink | null
  parents: readonly string[]
}

/**
 * SQL that runs a sub-query for each parent. Its rows have the column `parent` and those of the sub-query.
 *
 * @param rows makes the sub-query from the conditions on the rows `t` of the list.
 */
export const ofEachParent = (
  { query: { conditions }, link, parents }: WholeList,
  rows: (conditions: Sql[]) => Sql,
): Sql =>
  link
    ? sql`SELECT p.id::text AS parent, n.* FROM unnest(${parents}::uuid[]) AS p(id)
          CROSS JOIN LATERAL (${rows([link, ...conditions])}) n`
    : sql`SELECT ${ROOT} AS parent, n.* FROM (${rows(conditions)}) n`

/** Counts the rows of each parent. Counting stops at `limit + 1`, which says that there are more than `limit`. */
export async function countUpTo({ prisma }: Reading, lists: WholeList, limit: number): Promise<number[]> {
  const { parents, query } = lists
  const found = await prisma.$queryRaw<{ parent: string; count: number }[]>(
    ofEachParent(
      lists,
      (where) => sql`SELECT count(*)::int AS count
        FROM (SELECT FROM ${query.list.from} WHERE ${allOf(where)} LIMIT ${raw(String(limit + 1))}) c`,
    ),
  )
  const counts = new Map(found.map((row) => [row.parent, row.count]))
  return parents.map((parent) => counts.get(parent) ?? 0)
}
