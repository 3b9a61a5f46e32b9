import { type Sql, sql } from '../../database/sql.js'
import { idOf, idsOf } from '../global-id.js'
import type { NounName } from '../nouns.js'
import type { AskedIds } from '../visibility/asked-ids.js'
import type { View } from '../visibility/view.js'

/** A field of a filter that may be left out. The type allows null, which `checkFilter` refuses. */
export type Maybe<Value> = Value | null | undefined

/** What a condition may need besides the value of its own field. */
export interface Asked<Filter> {
  /** The whole filter. */
  filter: Filter
  /** Where the field stands, for messages: "filter.speakerIds". */
  at: string
  /** Where the filter stands, for messages: "filter". */
  filterAt: string
  /** What the caller may see. */
  view: View
  /** Replaces the ids of merged objects. */
  askedIds: AskedIds
  /** The id of the row. In the condition of a link to the row, its foreign key. */
  id: Sql
  /** Whether something else narrows the rows to few. Changes how PostgreSQL searches, not what it finds. */
  few: boolean
}

/** One field of a filter. */
export interface FilterField<Filter, Value> {
  /** The conditions that the value sets on the rows `t` of the list. */
  where(value: Value, asked: Asked<Filter>): Sql[]
  /** Whether the conditions read nothing of a row but its id. Default: false. */
  readsOnlyId?: boolean
}

/** The table of all fields of a filter. A forgotten field does not compile. */
export type FilterTable<Filter extends object> = {
  readonly [Field in keyof Filter]-?: FilterField<Filter, NonNullable<Filter[Field]>>
}

/** The entry of a field with one condition. */
export const field = <Filter, Value>(
  where: (value: Value, asked: Asked<Filter>) => Sql,
): FilterField<Filter, Value> => ({ where: (value, asked) => [where(value, asked)] })

/**
 * The entry of a field that holds global ids of a noun, with the condition on their UUIDs. In place of merged objects,
 * the condition is about the objects that they stand for now.
 */
export const idsField = <Filter>(
  noun: NounName,
  where: (uuids: string[], asked: Asked<Filter>) => Sql,
): FilterField<Filter, readonly string[]> => ({
  where: (value, asked) => [where(asked.askedIds.kept(noun, idsOf(noun, value, asked.at)), asked)],
})

/** {@link idsField} for a single id. */
export const idField = <Filter>(
  noun: NounName,
  where: (uuid: string, asked: Asked<Filter>) => Sql,
): FilterField<Filter, string> => ({
  where: (value, asked) => [
    where(asked.askedIds.kept(noun, [idOf(noun, value, asked.at)])[0] as string, asked),
  ],
})

/**
 * The entry of a field whose condition is about rows `l` of other tables that belong to the row, by its id. In a list
 * below a parent it is checked before the row is read.
 */
export const linkField = <Filter, Value>(of: FilterField<Filter, Value>): FilterField<Filter, Value> => ({
  ...of,
  readsOnlyId: true,
})

/**
 * The condition that a table has a row `l` that belongs to the row, and for which a condition holds. `OFFSET 0` makes
 * PostgreSQL look it up for each of few rows: it would join all rows of a popular topic with them.
 *
 * @param key the foreign key to the row: `l."statementId"`.
 */
export const hasLink = (
  { id, few }: Pick<Asked<object>, 'id' | 'few'>,
  table: Sql,
  key: Sql,
  condition: Sql,
): Sql =>
  sql`EXISTS (SELECT FROM ${table} l WHERE ${key} = ${id} AND ${condition}${few ? sql` OFFSET 0` : sql``})`

/** The entry of a field without a condition of its own. The condition of another field reads it. */
export const readByAnother = { where: () => [] }

/**
 * The conditions of the fields that are set in a filter.
 *
 * @param at where the filter stands, for messages: "filter".
 * @param isMeant which fields are meant: all by default.
 */
export function filterConditions<Filter extends object>(
  table: FilterTable<Filter>,
  filter: Filter,
  at: string,
  seeing: Pick<Asked<Filter>, 'view' | 'askedIds' | 'id' | 'few'>,
  isMeant: (field: Pick<FilterField<Filter, never>, 'readsOnlyId'>) => boolean = () => true,
): Sql[] {
  return (Object.keys(table) as (keyof Filter & string)[]).flatMap((name) => {
    const value = filter[name]
    return value == null || !isMeant(table[name])
      ? []
      : table[name].where(value, { filter, at: `${at}.${name}`, filterAt: at, ...seeing })
  })
}
