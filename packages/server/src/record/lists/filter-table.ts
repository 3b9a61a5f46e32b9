import type { Sql } from '../../database/sql.js'
import { idsOf } from '../global-id.js'
import type { NounName } from '../nouns.js'
import type { View } from '../visibility/view.js'

/** A field of an input that may be left out; conditions refuse null. */
export type Maybe<Value> = Value | null | undefined

/** What a condition may need to know besides its own value. */
export interface Asked<Filter> {
  /** The whole filter. */
  filter: Filter
  /** Where the field stands, for messages: "filter.speakerIds". */
  at: string
  /** Where the filter stands: "filter". */
  filterAt: string
  /** What the caller may see. */
  view: View
}

/** One field of a filter. */
export interface FilterField<Filter, Value> {
  /** The noun whose global ids the value is, or holds: those of merged objects become those of what they stand for. */
  ids?: NounName
  /** The value is a filter itself, with these fields. */
  fields?: FilterTable<Value & object>
  /** The conditions on the list's rows `t`. */
  where(value: Value, asked: Asked<Filter>): Sql[]
}

/** Every field of a filter: one that is forgotten does not compile. */
export type FilterTable<Filter extends object> = {
  readonly [Field in keyof Filter]-?: FilterField<Filter, NonNullable<Filter[Field]>>
}

/** A field with one condition. */
export const field = <Filter, Value>(
  where: (value: Value, asked: Asked<Filter>) => Sql,
): FilterField<Filter, Value> => ({ where: (value, asked) => [where(value, asked)] })

/** A field that holds global ids of a noun, and the condition on their UUIDs. */
export const idsField = <Filter>(
  ids: NounName,
  where: (uuids: string[], asked: Asked<Filter>) => Sql,
): FilterField<Filter, readonly string[]> => ({
  ids,
  where: (value, asked) => [where(idsOf(ids, value, asked.at), asked)],
})

/** A field that has no condition of its own: that of another field reads it. */
export const readByAnother = { where: () => [] }

/**
 * The conditions of all fields that a filter has.
 *
 * @param at where the filter stands, for messages: "filter".
 */
export function filterConditions<Filter extends object>(
  table: FilterTable<Filter>,
  filter: Filter,
  at: string,
  view: View,
): Sql[] {
  return (Object.keys(table) as (keyof Filter & string)[]).flatMap((name) => {
    const value = filter[name]
    return value == null ? [] : table[name].where(value, { filter, at: `${at}.${name}`, filterAt: at, view })
  })
}
