import type { Sql } from './sql.js'

/** A term of an order. */
export interface OrderTerm {
  by: Sql
  direction: 'ASC' | 'DESC'
  nulls?: 'FIRST' | 'LAST'
}

/**
 * The rows that a field reads. In all its SQL, `t` is such a row, and below an object `p` is the object's row, with all
 * its columns.
 */
export interface Rows {
  /** The Prisma model of the rows. */
  model: string
  /** What `t` is read from: a table, or several that are joined. Default: the table of the model, as `t`. */
  from?: Sql
  /** Conditions that all hold. */
  where?: readonly Sql[]
  orderBy?: readonly OrderTerm[]
  /** Most rows. */
  limit?: number
  /** Whether the SQL depends on what `learn` of the options learns. Default: false. */
  varies?: boolean
}

/** A page of a list, for a field whose type is a Relay connection. */
export interface Page extends Rows {
  /** The conditions of the whole list, without those of the page. */
  where: readonly Sql[]
  /**
   * A statement with one row and one column about the parent `p`, which the page and all that reads the whole list have in
   * common. It is run once; in `where` its value is `p."once"`. Not for a list at the root.
   */
  once?: Sql | undefined
  /** The conditions that the page begins or ends at a cursor. */
  place: readonly Sql[]
  /** The order in which the page is read: that of the list, or its reverse when the page is counted from the end. */
  orderBy: readonly OrderTerm[]
  /** Whether the page is counted from the end of the list. */
  backwards: boolean
  /** Most rows of the page. */
  limit: number
  /** Whether rows follow after the page's end, or come before its start, because a cursor says so. */
  continues: boolean
  /** The cursor of a row, from the values of `orderBy` as PostgreSQL's text. */
  cursor(values: readonly string[]): string
}

/** Rows of a type that stand somewhere in the value of a field, selected by what the operation selects there. */
export interface Embedded {
  /** The fields from the value down to where the rows stand: `["buckets", "node"]`. */
  path: readonly string[]
  /** The object types that can stand there. */
  types: readonly string[]
}

/** Writes the SQL of a row that stands in the value of a field, and tells what is selected of the value. */
export interface Embed {
  /**
   * @param at the index of the place in `embeds`.
   * @param type the object type of the row.
   * @param where the condition on the row `t`; a row at most meets it.
   * @returns an expression of the type json; NULL when there is no such row.
   */
  row(at: number, type: string, where: Sql): Sql
  /** Whether the operation selects a field below this one, by the names of the fields down to it. */
  selects(path: readonly string[]): boolean
  /** The arguments of each selection of a field of the value's type. Those that are wrong are left out. */
  argumentsOf(name: string): Record<string, unknown>[]
}

/** Makes an object of what {@link Embed.row} gave. */
export interface EmbeddedReader {
  /** @returns the parent for the resolvers below; null when `json` is. */
  row(at: number, type: string, json: unknown): object | null
}

/** A value that SQL of the field's own computes. */
export interface Value<Json = never> {
  /** A statement with one row and one column of the type json. */
  select: Sql
  /** Whether the SQL depends on what `learn` of the options learns. Default: false. */
  varies?: boolean
  /** Makes what the resolvers below the field get as their parent. @throws the error of the field. */
  read(json: Json, rows: EmbeddedReader, context: never): unknown
}

/** The list that a field of a connection reads as a whole. */
export interface WholeList {
  from: Sql
  where: readonly Sql[]
  /** The largest number of lists that the operation reads at this place. */
  lists: number
  /** Makes a table of rows that a value reads more than once. At the root, values that ask for the same rows share one. */
  table(rows: Sql): WholeTable
}

/** Rows that are read once. */
export interface WholeTable {
  /** What stands before the SELECT that reads them. */
  before: Sql
  /** Their name: FROM … */
  name: Sql
}

/** Reads a row, or a list of rows when the type of the field is a list. */
export interface RowsPlan<Args, Context> {
  rows(args: Args, context: Context): Rows
}

/** Reads a page of a list; the type of the field has `edges`, `nodes` and `pageInfo`, as Relay names them. */
export interface PagePlan<Args, Context> {
  page(args: Args, context: Context): Page
}

/**
 * Makes an object of columns of the row. The fields of its type have no resolvers of their own that matter: each is a
 * column, or null.
 */
export interface ColumnsPlan {
  /** The column of each field, by the name of the field; null for a field that is always null. */
  columns: Readonly<Record<string, string | null>>
}

/** Computes a value. */
export interface ValuePlan<Args, Context> {
  value(args: Args, context: Context, embed: Embed): Value
  embeds?: readonly Embedded[]
}

/** Computes a value from the whole list of a connection, for a field of the connection's type. */
export interface WholePlan<Args, Context> {
  whole(args: Args, context: Context, list: WholeList, embed: Embed): Value
  embeds?: readonly Embedded[]
}

/** Says more of a field that `t.relation` makes. */
export interface RelationPlan<Args, Context> {
  relation: {
    /** A further condition on the related row `t`. Prisma's `where` is not read. */
    where?(args: Args, context: Context): Sql | null
  }
}

/** The field has code of its own, which needs the executor: its resolver reads `info`. It gets the columns it selects. */
export interface CodePlan {
  code: true
}

/** How a field is read. Fields that expose or select columns, and relations, need no plan. */
export type FieldPlan<Args = never, Context = never> =
  | RowsPlan<Args, Context>
  | PagePlan<Args, Context>
  | ColumnsPlan
  | ValuePlan<Args, Context>
  | WholePlan<Args, Context>
  | RelationPlan<Args, Context>
  | CodePlan
