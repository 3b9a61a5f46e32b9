import type { Sql } from '../../database/sql.js'
import type { NounName } from '../nouns.js'
import type { Reading } from '../viewer.js'
import { followMerges } from '../visibility/merged.js'
import { type View, viewOf } from '../visibility/view.js'
import { visible } from '../visibility/visible.js'
import { checkFilter } from './conditions.js'
import type { SortType } from './cursor.js'
import { type FilterTable, filterConditions } from './filter-table.js'

/** A column to sort by; all columns of an order go in the same direction and are never null. */
export interface SortColumn {
  /** With the list's alias `t`: t."saidSort". */
  column: Sql
  type: SortType
}

/** One list of nodes as data: everything that paging, counting and filtering need to write its SQL. */
export interface List<Filter extends object = object, Orders extends string = string> {
  /** Prisma's model, which is also the GraphQL type. */
  model: ListModel
  /** Table with the alias `t`: "Statement" t. */
  from: Sql
  /** By name as in the order's enum. */
  orders: Readonly<Record<Orders, readonly SortColumn[]>>
  defaultOrder: { field: Orders; direction: 'ASC' | 'DESC' }
  /**
   * Which rows a viewer may see, where the list hangs on an object that they see and its noun's own rule would only look
   * for that object again. Default: the noun's own rule.
   */
  shown?(view: View): Sql[]
  /** What it can be narrowed to; none for a list without a filter. */
  filter?: FilterTable<Filter>
}

export type ListModel = NounName

/** A filter that may ask for the bin. */
export interface AnyFilter {
  includeDeleted?: boolean | null | undefined
}

/** How a list is to be sorted. */
export interface Order {
  field: string
  direction: 'ASC' | 'DESC'
}

/**
 * What a list is narrowed to, for one caller: by what they may see, and by a filter. The only place from which pages,
 * counts, facets and search take it.
 *
 * @param at where the filter stands, for messages.
 * @param few the rows are narrowed to few by something else, such as their parent.
 * @throws RequestError BAD_USER_INPUT naming the field; ForbiddenError when the bin is not theirs to see.
 */
export async function conditionsOf<Filter extends object>(
  list: List<Filter>,
  filter: Filter,
  { viewer, prisma }: Reading,
  { at = 'filter', few = false } = {},
): Promise<Sql[]> {
  checkFilter(filter, at)
  const { filter: table, shown = (seen: View) => visible(list.model, seen, few) } = list
  const followed = table ? await followMerges(prisma, table, filter) : filter
  const view = viewOf(viewer, (followed as AnyFilter).includeDeleted ?? false)
  const asked = table ? filterConditions(table, followed, at, view) : []
  return [...shown(view), ...asked]
}
