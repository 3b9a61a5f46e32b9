import { allOf, raw, type Sql, sql } from '../../database/sql.js'
import type { Prisma } from '../../generated/prisma/client.js'
import type { NounName } from '../nouns.js'
import type { Seeing } from '../viewer.js'
import { type View, viewOf } from '../visibility/view.js'
import { visible } from '../visibility/visible.js'
import { checkFilter } from './conditions.js'
import type { SortType } from './cursor.js'
import { type FilterTable, filterConditions } from './filter-table.js'

/** A column to sort by. All columns of an order have the same direction and are never null. */
export interface SortColumn {
  /** The column with the list's alias `t`: t."saidSort". */
  column: Sql
  type: SortType
}

/** A list of nodes as data: all that paging, counting and filtering need to write its SQL. */
export interface List<Filter extends object = object, Orders extends string = string> {
  /** Prisma's model, which is also the GraphQL type. */
  model: ListModel
  /** The table with the alias `t`: "Statement" t. */
  from: Sql
  /** The columns of each order, by the order's name in the GraphQL enum. */
  orders: Readonly<Record<Orders, readonly SortColumn[]>>
  defaultOrder: { field: Orders; direction: 'ASC' | 'DESC' }
  /**
   * A condition that fails with an error of the database's where the list cannot go on behind a cursor.
   *
   * @param place the sort values of the cursor.
   */
  goesOn?(place: readonly Sql[]): Sql
  /**
   * The conditions that the viewer may see the rows, for a list that is only read below an object that the viewer sees.
   * They replace the rule of the noun, which would look for that object again.
   */
  shown?(view: View): Sql[]
  /** The fields of its filter; absent for a list without a filter. */
  filter?: FilterTable<Filter>
}

export type ListModel = NounName

/** A filter that may ask for what is in the bin. */
export interface AnyFilter {
  includeDeleted?: boolean | null | undefined
}

/** A table of links, through which a parent `p` has rows. */
export interface LinkTable {
  table: Prisma.ModelName
  /** The foreign key to the parent. */
  own: string
  /** The foreign key to the row. */
  other: string
}

/** How to sort a list. */
export interface Order {
  field: string
  direction: 'ASC' | 'DESC'
}

/**
 * The conditions on the rows of a list for one caller: what the caller may see, and what the filter asks for. Pages,
 * counts, facets and search all take their conditions from here.
 *
 * @param at where the filter stands, for messages.
 * @param few something else, such as a parent, narrows the rows to few. Changes how PostgreSQL searches, not what it
 *   finds.
 * @param shown something else lets the caller see all rows, so that no rule of the noun is checked.
 * @throws RequestError BAD_USER_INPUT naming the field.
 * @throws ForbiddenError when the filter asks for the bin and the caller may not see it.
 */
export function conditionsOf<Filter extends object>(
  list: List<Filter>,
  filter: Filter,
  seeing: Seeing,
  options: ConditionOptions = {},
): Sql[] {
  return conditionsWith(list, filter, seeing, options).rows(sql`t.id`)
}

/** The conditions of a list below a parent `p` that a table links to its rows. */
export interface LinkedConditions {
  /** A statement of the ids of the rows that may be meant, as an array; null when the filter does not ask for it. */
  ids: Sql | null
  /** The conditions on the rows `t`. The array is `p."once"`. */
  where: Sql[]
}

/**
 * {@link conditionsOf} for a list below a parent. What the filter asks of an id is checked before the row of the id is read.
 */
export function linkedConditions<Filter extends object>(
  list: List<Filter>,
  filter: Filter,
  seeing: Seeing,
  { table, own, other }: LinkTable,
  options: ConditionOptions = {},
): LinkedConditions {
  const of = conditionsWith(list, filter, seeing, options)
  const [parent, id] = [own, other].map((key) => sql`k.${raw(`"${key}"`)}`) as [Sql, Sql]
  const links = sql`${raw(`"${table}"`)} k WHERE ${parent} = p.id`
  const ofIds = of.filter(id, isOfId)
  const ofRows = of.rows(sql`t.id`, (field) => !isOfId(field))
  return ofIds.length === 0
    ? { ids: null, where: [sql`EXISTS (SELECT FROM ${links} AND ${id} = t.id)`, ...ofRows] }
    : {
        ids: sql`SELECT array_agg(${id}) FROM ${links} AND ${allOf(ofIds)}`,
        where: [sql`t.id = ANY(p."once")`, ...ofRows],
      }
}

const isOfId = ({ readsOnlyId = false }: IsMeant) => readsOnlyId

interface IsMeant {
  readsOnlyId?: boolean
}

/** The conditions on ids and rows that a filter sets, and those of the noun's rule, for the fields that are meant. */
function conditionsWith<Filter extends object>(
  list: List<Filter>,
  filter: Filter,
  { viewer, askedIds }: Seeing,
  { at = 'filter', few = false, shown: isShown = false }: ConditionOptions,
) {
  checkFilter(filter, at)
  const { filter: table, shown = (seen: View) => visible(list.model, seen, few) } = list
  const view = viewOf(viewer, (filter as AnyFilter).includeDeleted ?? false)
  const ofFilter = (id: Sql, isMeant?: (field: IsMeant) => boolean) =>
    table ? filterConditions(table, filter, at, { view, askedIds, few, id }, isMeant) : []
  return {
    filter: ofFilter,
    rows: (id: Sql, isMeant?: (field: IsMeant) => boolean) =>
      isShown ? ofFilter(id, isMeant) : [...shown(view), ...ofFilter(id, isMeant)],
  }
}

interface ConditionOptions {
  at?: string
  few?: boolean
  shown?: boolean
}
