import type { Prisma } from '../generated/prisma/client.js'
import type { Transaction } from './database.js'
import { join, raw, type Sql, sql } from './sql.js'

/** Rows to insert into one table. */
export interface NewRows {
  table: Prisma.ModelName
  /** Values by column. All rows have the same columns; the others of the table get their defaults. */
  rows: readonly object[]
  /** Leave out rows that a unique index has already. Default: false, and they are an error. */
  skipDuplicates?: boolean
}

/**
 * Inserts rows into some tables with one SQL statement, whose text depends on the tables and columns alone. Rows may refer
 * to rows of the other tables, because PostgreSQL checks foreign keys when the statement ends. But a trigger that runs
 * before a row is inserted does not see the other rows of the statement yet.
 */
export async function insertRows(tx: Transaction, ...tables: readonly NewRows[]): Promise<void> {
  const inserts = tables.filter(({ rows }) => rows.length > 0).map(insertOf)
  const last = inserts.pop()
  if (!last) return
  const others = inserts.map((insert, index) => sql`${raw(`t${index}`)} AS (${insert})`)
  await tx.$executeRaw(others.length > 0 ? sql`WITH ${join(others, ', ')} ${last}` : last)
}

/** The statement that inserts rows. They are one parameter, so that it is the same for any number of rows. */
function insertOf({ table, rows, skipDuplicates = false }: NewRows): Sql {
  const names = Object.keys(rows[0] ?? {})
  const name = raw(`"${table}"`)
  const columns = raw(names.map((column) => `"${column}"`).join(', '))
  return sql`INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${name}, ${jsonOf(rows)}::json)
    ${raw(skipDuplicates ? 'ON CONFLICT DO NOTHING' : '')}`
}

/** PostgreSQL refuses half of a surrogate pair in JSON; in a plain parameter it would become U+FFFD, and so it does here. */
function jsonOf(rows: readonly object[]): string {
  const json = JSON.stringify(rows)
  if (!/\\ud[89a-f]/.test(json)) return json
  return JSON.stringify(rows, (_name, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
}
