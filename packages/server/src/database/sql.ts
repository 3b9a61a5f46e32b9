import { Prisma } from '../generated/prisma/client.js'

/** A piece of SQL with its parameters. */
export type Sql = Prisma.Sql

export const { sql, join, raw } = Prisma

/** SQL that another library has made. */
export const asSql = ({ strings, values }: { strings: readonly string[]; values: readonly unknown[] }): Sql =>
  new Prisma.Sql(strings, values as Prisma.Sql['values'])

/**
 * The condition that a column has one of the values. An empty list matches nothing. A single value is compared with "=":
 * PostgreSQL then reads rows in the order of an index, and does not expect ten values when it plans for any.
 */
export const anyOf = (column: Sql, values: readonly string[], type: string): Sql =>
  values.length === 1
    ? sql`${column} = ${values[0]}::${raw(type)}`
    : sql`${column} = ANY(${values}::${raw(type)}[])`

/** The condition that all conditions hold; TRUE for an empty list. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? join([...conditions], ' AND ') : sql`TRUE`

/** The pattern of LIKE for values that begin with a text. */
export const startingWith = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`
