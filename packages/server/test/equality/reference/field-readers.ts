import type { Asking } from './asking.js'
import type { ListName } from './lists.js'
import { lookUp } from './look-ups.js'
import { connection } from './pages.js'
import type { Row } from './store.js'

// biome-ignore lint/suspicious/noExplicitAny: arguments of any field
export type Field = (row: Row, args: any, asking: Asking) => unknown

export type Fields = Record<string, Field>

/** The whole list of a table. */
export const root =
  (name: ListName, table: string): Field =>
  (_row, args, asking) =>
    connection(asking, name, asking.store.all(table), args)

/** The rows of a table that refer to the object. */
export const below =
  (name: ListName, table: string, column: string): Field =>
  ({ id }, args, asking) =>
    connection(asking, name, asking.store.where(table, column, id), args)

/** The rows to which another table links the object. */
export const through =
  (name: ListName, table: string, [link, own, other]: readonly [string, string, string]): Field =>
  ({ id }, args, asking) => {
    const linked = asking.store.where(link, own, id).map((row) => row[other])
    const rows = [...new Set(linked)].flatMap((one) => asking.store.get(table, one) ?? [])
    return connection(asking, name, rows, args)
  }

/** The object that a column refers to, which who sees the row sees, too. */
export const relation =
  (table: string, column: string): Field =>
  (row, _args, { store }) =>
    store.get(table, row[column])

/** The object that a column refers to; null when it is hidden. */
export const shownRelation =
  (table: string, column: string): Field =>
  (row, _args, asking) =>
    lookUp(asking, table, row[column])

/** A text for a value by which rows are sorted: a number in front of others by its digits. */
const key = (value: string | number | null): string =>
  typeof value === 'number' ? String(value).padStart(9, '0') : (value ?? '\uffff')

/** The first rows of another table, in an order. An empty value comes last. */
export const parts =
  (table: string, column: string, orders: readonly string[], most: number): Field =>
  ({ id }, _args, { store }) =>
    sortedBy(store.where(table, column, id), orders).slice(0, most)

export const sortedBy = (rows: readonly Row[], orders: readonly string[]): Row[] =>
  rows.toSorted((a, b) => {
    const differing = orders.find((name) => a[name] !== b[name])
    return differing !== undefined && key(a[differing]) > key(b[differing]) ? 1 : -1
  })

export const date =
  (prefix: string): Field =>
  (row) => ({
    ...{ edtf: row[`${prefix}Edtf`], earliest: row[`${prefix}Earliest`], latest: row[`${prefix}Latest`] },
    ...{ precision: row[`${prefix}Precision`], basis: row[`${prefix}Basis`] },
    asWritten: row[`${prefix}AsWritten`] ?? null,
  })

export const position: Field = ({ start, end }) => (start === null ? null : { start, end })
