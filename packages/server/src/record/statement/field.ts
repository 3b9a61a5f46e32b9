import { encodeGlobalId, uuidOf } from '../global-id.js'
import type { NounName } from '../nouns.js'
import { type HeldIds, oneId, setOfIds } from '../write/held-ids.js'
import type { PartTable, StatementColumns, StatementRow } from './statement-row.js'

/** Contents of article texts by UUID. The prefix and suffix of an anchor are taken from them. */
export type Contents = ReadonlyMap<string, string>

/** The statement whose rows in another table are written. */
export interface Owner {
  statementId: string
  articleId: string
  contents: Contents
}

/**
 * Says how one field of a statement is read, written, kept in the history and taken from an input.
 *
 * @typeParam Input the type of the field in a patch; `never` for a field that no patch has.
 */
export interface StatementField<Value, Input> {
  read(row: StatementRow): Value
  /** The columns of "Statement" that hold it: their names, and their values. */
  columns?: { names: readonly (keyof StatementColumns)[]; of(value: Value): StatementColumns }
  /** The rows of another table that hold it. */
  parts?: { table: PartTable; rows(value: Value, owner: Owner): object[] }
  /** Reads it from a patch. Null empties the field, or throws an InputError when it cannot be empty. */
  input: [Input] extends [never] ? null : (value: Input | null, path: string[]) => Value
  /** The value in a new statement of which nothing but its words is known. */
  initial: Value
  /** Whether revisions hold the value as it is. They hold all other values as JSON. */
  isText: boolean
  /** The global ids in the value, if it holds any. */
  ids?: HeldIds<Value>
}

type Nullable<Row> = { [Name in keyof Row as null extends Row[Name] ? Name : never]: Row[Name] }

/** The entry of a nullable field that is one column. */
export const column = <Name extends keyof Nullable<StatementColumns> & keyof StatementRow>(
  name: Name,
): Omit<StatementField<StatementRow[Name] | null, NonNullable<StatementRow[Name]>>, 'input'> & {
  input: (value: NonNullable<StatementRow[Name]> | null) => StatementRow[Name] | null
} => ({
  read: (row) => row[name],
  columns: { names: [name], of: (value) => ({ [name]: value }) },
  input: (value) => value,
  initial: null,
  isText: true,
})

type IdColumn = 'eventId' | 'placeId' | 'withinId' | 'threadId'

/** The entry of a nullable field that is the id of another object. The id is not checked, so no input may give it. */
export const uncheckedIdColumn = (name: IdColumn, noun: NounName) => ({
  read: (row: StatementRow) => {
    const id = row[name]
    return id === null ? null : encodeGlobalId(noun, id)
  },
  columns: { names: [name], of: (value: string | null) => ({ [name]: value && uuidOf(value) }) },
  input: (value: string | null) => value,
  initial: null,
  isText: true,
})

/** The entry of a nullable field that is the id of another object, checked when an input gives it. */
export const idColumn = (name: IdColumn, noun: NounName) => ({
  ...uncheckedIdColumn(name, noun),
  ids: oneId(noun),
})

/** The entry of a field that is a set of ids of other objects, kept in the order of their UUIDs. */
export const idSet = (
  noun: NounName,
  table: PartTable,
  column: string,
  read: (row: StatementRow) => string[],
) => ({
  read: (row: StatementRow) => read(row).map((id) => encodeGlobalId(noun, id)),
  parts: {
    table,
    rows: (value: string[], { statementId }: Owner) =>
      value.map((id) => ({ statementId, [column]: uuidOf(id) })),
  },
  input: (value: readonly string[] | null) => [...new Set(value ?? [])],
  initial: [],
  isText: false,
  ids: setOfIds(noun),
})
