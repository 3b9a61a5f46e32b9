import type { OrderTerm, Page } from '@onrecord/pothos-read-plan'
import { join, raw, type Sql, sql } from '../database/sql.js'
import { badUserInput } from '../record/errors.js'
import { type CursorScope, decodeCursor, encodeCursor, type SortType } from '../record/lists/cursor.js'
import {
  type AnyFilter,
  conditionsOf,
  type LinkTable,
  type List,
  linkedConditions,
  type Order,
} from '../record/lists/list.js'
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE } from '../record/lists/page-size.js'
import type { Seeing } from '../record/viewer.js'
import { type View, viewOf } from '../record/visibility/view.js'

/** The arguments that ask for a page of a list. Without `first` and `last` it is the first 20 entries. */
export interface PageArguments {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

export interface ConnectionArguments extends PageArguments {
  filter?: AnyFilter | null
  orderBy?: Order | null
}

/** The condition that a row `t` of a nested list belongs to the parent `p.id`, or the table that links them. */
export type ParentLink = Sql | ((view: View) => Sql) | LinkTable

/** The list that a page is of. */
interface PageOf {
  /** Null for a list at the root. */
  link: ParentLink | null
  through?: LinkTable | undefined
  /** Whether the caller may see every row of the list. Default: false. */
  shown?: boolean | undefined
}

/**
 * The page that the arguments of a connection ask for.
 *
 * @throws RequestError BAD_USER_INPUT naming the argument.
 * @throws ForbiddenError when the filter asks for the bin and the caller may not see it.
 */
export function pageOf(
  list: List,
  { link: linkOf, through, shown = false }: PageOf,
  args: ConnectionArguments,
  seeing: Seeing,
): Page {
  const { askedIds } = seeing
  const before = askedIds.count
  if (args.filter === null) throw badUserInput('filter is null: leave it out to not filter')
  const filter = args.filter ?? {}
  const { once, where } = conditionsBelow(list, filter, seeing, linkOf, shown)
  const { field, direction } = args.orderBy ?? list.defaultOrder
  const columns = list.orders[field]
  if (!columns) throw badUserInput(`orderBy.field ${field} is not an order of this list`)
  const types: SortType[] = [...columns.map((column) => column.type), 'uuid']
  const scope = { list: list.model, order: `${field} ${direction}`, types }
  const keys = [...columns.map(({ column }) => column), sql`t.id`]
  const { size, backwards } = pageSize(args)
  const forwards = (direction === 'DESC') === backwards
  return {
    model: list.model,
    from: through ? linkedRows(list, through) : list.from,
    ...{ once, where },
    place: placeOf(list, keys, scope, direction, args),
    orderBy: keys.map((by): OrderTerm => ({ by, direction: forwards ? 'ASC' : 'DESC' })),
    limit: size,
    backwards,
    continues: (backwards ? args.before : args.after) != null,
    cursor: (values) => encodeCursor(scope, values),
    varies: askedIds.count > before,
  }
}

/** The conditions of a list, with those of its link to a parent. */
function conditionsBelow(
  list: List,
  filter: AnyFilter,
  seeing: Seeing,
  link: ParentLink | null,
  shown: boolean,
): Pick<Page, 'once' | 'where'> {
  const options = { few: link !== null, shown }
  if (link !== null && 'table' in link) {
    const { ids, where } = linkedConditions(list, filter, seeing, link, options)
    return { once: ids ?? undefined, where }
  }
  const conditions = conditionsOf(list, filter, seeing, options)
  if (link === null) return { where: conditions }
  const belongs =
    typeof link === 'function' ? link(viewOf(seeing.viewer, filter.includeDeleted ?? false)) : link
  return { where: [belongs, ...conditions] }
}

/**
 * The rows that are linked to a parent. `OFFSET 0` makes PostgreSQL look up the row of each link: a table of few rows would
 * be read as a whole for each parent.
 */
const linkedRows = ({ model }: List, { table, other }: LinkTable): Sql => sql`${raw(`"${table}"`)} l
  CROSS JOIN LATERAL (SELECT * FROM ${raw(`"${model}"`)} o WHERE o.id = l.${raw(`"${other}"`)} OFFSET 0) t`

function pageSize({ first, last }: PageArguments): { size: number; backwards: boolean } {
  if (first != null && last != null) throw badUserInput('pass first or last, not both')
  const [name, size] =
    last == null ? (['first', first ?? DEFAULT_PAGE_SIZE] as const) : (['last', last] as const)
  if (size < 1 || size > LARGEST_PAGE) {
    throw badUserInput(`${name} is ${size}: ask for 1 to ${LARGEST_PAGE}, and page on with a cursor`)
  }
  return { size, backwards: last != null }
}

/**
 * The conditions that a row is after the cursor `after` and before the cursor `before`. A row comparison on the sort
 * columns finds the place in the index, however deep the page is.
 */
function placeOf(
  { goesOn }: List,
  keys: readonly Sql[],
  scope: CursorScope,
  direction: Order['direction'],
  { after, before }: PageArguments,
): Sql[] {
  const compare = (cursor: string, name: 'after' | 'before') => {
    const values = decodeCursor(cursor, scope, name)
    const place = values.map((value, index) => sql`${value}::${raw(scope.types[index] ?? 'text')}`)
    const comparison = (direction === 'DESC') === (name === 'after') ? '<' : '>'
    const isBeyond = sql`(${join([...keys])}) ${raw(comparison)} (${join(place)})`
    return goesOn ? sql`${goesOn(place)} AND ${isBeyond}` : isBeyond
  }
  return [
    ...(after == null ? [] : [compare(after, 'after')]),
    ...(before == null ? [] : [compare(before, 'before')]),
  ]
}
