import { encodeGlobalId, uuidOf } from '../global-id.js'
import type { NounName } from '../nouns.js'
import { type HeldIds, oneId, setOfIds } from '../write/held-ids.js'
import type { PartTable, StatementColumns, StatementRow } from './statement-row.js'

/** Contents of texts by UUID: what stands around the words of anchors is taken from them. */
export type Contents = ReadonlyMap<string, string>

/** The statement that a part is written for. */
export interface Owner {
  statementId: string
  articleId: string
  contents: Contents
}

/**
 * How one field of a statement is read, written, kept in the history and taken from an input.
 *
 * @typeParam Input what a patch gives; never for a field that no patch has.
 */
export interface StatementField<Value, Input> {
  read(row: StatementRow): Value
  /** Its columns of "Statement": their names, and what they hold. */
  columns?: { names: readonly (keyof StatementColumns)[]; of(value: Value): StatementColumns }
  /** Its rows in another table. */
  parts?: { table: PartTable; rows(value: Value, owner: Owner): object[] }
  /** The field of an input; null empties it, or is an InputError. */
  input: [Input] extends [never] ? null : (value: Input | null, path: string[]) => Value
  /** Of a new statement of which nothing but its words is known. */
  initial: Value
  /** Whether a revision holds it as it is; all others it holds as JSON. */
  isText: boolean
  ids?: HeldIds<Value>
}

type Nullable<Row> = { [Name in keyof Row as null extends Row[Name] ? Name : never]: Row[Name] }

/** A nullable field that is one column. */
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

/** A nullable field that is the id of another object, which nobody passes in. */
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

/** A nullable field that is the id of another object. */
export const idColumn = (name: IdColumn, noun: NounName) => ({
  ...uncheckedIdColumn(name, noun),
  ids: oneId(noun),
})

/** A field that is a set of ids of other objects, kept in the order of their UUIDs. */
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
