import type { Tables } from './datamodel.js'
import type { OrderTerm, Rows } from './field-plan.js'
import { quoted } from './sql.js'
import { plain } from './subselect.js'

type Direction = 'asc' | 'desc'
type PrismaOrder = Record<string, Direction | { sort: Direction; nulls?: 'first' | 'last' }>

/** The part of a Prisma query that says which rows of a relation are read. */
export interface PrismaQuery {
  orderBy?: PrismaOrder | readonly PrismaOrder[]
  take?: number
  where?: unknown
  select?: unknown
}

/**
 * Order and limit of a Prisma query.
 *
 * @throws Error when it has a `where`: a condition is written in SQL, as `relation.where` of the field's plan.
 */
export function rowsOfQuery(tables: Tables, model: string, query: PrismaQuery): Omit<Rows, 'where'> {
  const { orderBy = [], take, where } = query
  if (where !== undefined)
    throw new Error(`a relation to ${model} has a Prisma \`where\`: give its plan one in SQL`)
  const orders: readonly PrismaOrder[] = Array.isArray(orderBy) ? orderBy : [orderBy]
  return {
    model,
    orderBy: orders.flatMap((order) =>
      Object.entries(order).map(([name, by]) => termOf(tables, model, name, by)),
    ),
    ...(take === undefined ? {} : { limit: take }),
  }
}

function termOf(tables: Tables, model: string, name: string, by: PrismaOrder[string]): OrderTerm {
  const { sort, nulls } = typeof by === 'string' ? { sort: by } : by
  return {
    by: plain(`t.${quoted(tables.column(model, name))}`),
    direction: sort === 'asc' ? 'ASC' : 'DESC',
    ...(nulls ? { nulls: nulls === 'first' ? ('FIRST' as const) : ('LAST' as const) } : {}),
  }
}
