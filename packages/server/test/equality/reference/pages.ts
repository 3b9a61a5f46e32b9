import { type Asking, badInput, refusal } from './asking.js'
import { readFacets, readTimeline } from './counts.js'
import { checkFilter, keepsAll } from './filter-rules.js'
import type { ListRule } from './list-rule.js'
import { LISTS, type ListName } from './lists.js'
import type { Row } from './store.js'

// biome-ignore lint/suspicious/noExplicitAny: arguments of any connection
type Arguments = any

/** How a list is sorted. */
export interface Order {
  field: string
  direction: 'ASC' | 'DESC'
}

/** The columns of an order, the id last, which makes it total. */
const columnsOf = ({ orders }: ListRule, { field }: Order): string[] => [...(orders[field] ?? []), 'id']

const keysOf = (rule: ListRule, order: Order, row: Row): (string | number)[] =>
  columnsOf(rule, order).map((column) => row[column])

/** A value as PostgreSQL writes it: an instant with a space in place of the T, and the hour of its offset. */
const written = (value: string | number): string =>
  String(value).replace(/^(\d{4}-\d\d-\d\d)T([\d:.]+)\+00:00$/, '$1 $2+00')

/** The cursor of a row: opaque to callers, and good as long as the service has said so. */
export const cursorOf = (rule: ListRule, order: Order, row: Row): string =>
  Buffer.from(
    JSON.stringify([
      1,
      rule.noun,
      `${order.field} ${order.direction}`,
      ...keysOf(rule, order, row).map(written),
    ]),
  ).toString('base64url')

/** The sort values in a cursor of a list and an order. */
function placeOf(rule: ListRule, order: Order, cursor: string): (string | number)[] {
  const scope = [1, rule.noun, `${order.field} ${order.direction}`]
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw badInput()
  }
  if (!Array.isArray(parts) || !scope.every((value, index) => value === parts[index])) throw badInput()
  return parts.slice(scope.length)
}

type Keys = readonly (string | number)[]

function compare(one: Keys, other: Keys): number {
  const at = one.findIndex((value, index) => value !== other[index])
  if (at < 0) return 0
  return (one[at] as string) < (other[at] as string) ? -1 : 1
}

/** Compares a row with the place in a cursor, which has numbers as texts. */
function compareWith(place: Keys, row: Keys): number {
  const numbers = place.map((value, index) => (typeof row[index] === 'number' ? Number(value) : value))
  return compare(
    row.map((value) => (typeof value === 'number' ? value : written(value))),
    numbers,
  )
}

function sizeOf({ first, last }: Arguments): number {
  if (first != null && last != null) throw badInput()
  const size = first ?? last ?? 20
  if (size < 1 || size > 100) throw badInput()
  return size
}

const limited = (upTo: number, most: number): number => {
  if (upTo < 1 || upTo > most) throw badInput()
  return upTo
}

/** The rows of a list that a caller sees and asks for, unsorted. */
export function rowsOf(
  asking: Asking,
  rule: ListRule,
  rows: readonly Row[],
  given: object | null | undefined,
): Row[] {
  if (given === null) throw badInput()
  const filter = { ...given } as { includeDeleted?: boolean }
  checkFilter(filter)
  const bin = filter.includeDeleted ?? false
  if (bin && asking.eyes.sight !== 'EVERYTHING') throw refusal('FORBIDDEN')
  const keeps = keepsAll(rule.filter ?? {}, { ...asking, filter, bin })
  // The revisions and merges of an object are read below it, and the caller sees the object.
  const sees = (row: Row) => {
    if (rule.noun === 'Revision') return asking.eyes.seesRevision(row)
    return rule.noun === 'Merge' ? row.undoneAt === null : asking.eyes.sees(rule.noun, row, bin)
  }
  return rows.filter((row) => sees(row) && keeps(row))
}

/** A page of a list, as its connection type shows it. `rows` are all rows that belong to the parent. */
export function connection(asking: Asking, name: ListName, rows: readonly Row[], args: Arguments) {
  const rule: ListRule = LISTS[name]
  const kept = rowsOf(asking, rule, rows, args.filter)
  const order: Order = args.orderBy ?? rule.order
  const size = sizeOf(args)
  const [after, before] = [args.after, args.before].map((cursor) => cursor && placeOf(rule, order, cursor))
  const sign = order.direction === 'ASC' ? 1 : -1
  const sorted = kept
    .map((row) => ({ row, keys: keysOf(rule, order, row) }))
    .toSorted((a, b) => sign * compare(a.keys, b.keys))
  const between = sorted
    .filter(({ keys }) => !after || sign * compareWith(after, keys) > 0)
    .filter(({ keys }) => !before || sign * compareWith(before, keys) < 0)
    .map(({ row }) => row)
  const page = args.last == null ? between.slice(0, size) : between.slice(-size)
  const more = between.length > page.length
  const edges = page.map((node) => ({ node, cursor: cursorOf(rule, order, node) }))
  return {
    edges,
    nodes: page,
    pageInfo: {
      hasNextPage: args.last == null ? more : before != null,
      hasPreviousPage: args.last == null ? after != null : more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: ({ upTo }: { upTo: number }) => countOf(kept.length, limited(upTo, 1_000_000)),
    facets: (wanted: Arguments) => readFacets(asking, kept, wanted),
    timeline: (wanted: Arguments) => readTimeline(kept, wanted),
  }
}

export const countOf = (count: number, upTo: number) => ({
  value: Math.min(count, upTo),
  isExact: count <= upTo,
})
