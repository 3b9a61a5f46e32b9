import { Prisma } from '../generated/prisma/client.js'

/** A piece of SQL with its parameters. */
export type Sql = Prisma.Sql

export const { sql, join, raw } = Prisma

/** The column has one of the values; an empty list matches nothing. */
export const anyOf = (column: Sql, values: readonly string[], type: string): Sql =>
  sql`${column} = ANY(${values}::${raw(type)}[])`

/**
 * {@link anyOf} for a column that the index of an order begins with: one value is compared for itself, for then the
 * index gives the rows in that order.
 */
export const anyOfInOrder = (column: Sql, values: readonly string[], type: string): Sql =>
  values.length === 1 ? sql`${column} = ${values[0]}::${raw(type)}` : anyOf(column, values, type)

/** All conditions hold; true when there is none. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? join([...conditions], ' AND ') : sql`TRUE`

/** Text that a column begins with, for LIKE. */
export const startingWith = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`
