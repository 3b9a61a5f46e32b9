import type { Transaction } from '../../database/database.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import type { NounName } from '../nouns.js'
import { type IdAt, resolveIds } from './references.js'

/** How to read and replace the global ids that the value of a field holds. */
export interface HeldIds<Value> {
  noun: NounName
  /** Each id of the value, with its path in the input. */
  of(value: Value, path: string[]): IdAt[]
  /** The value with other ids in the places of its own. */
  with(value: Value, ids: readonly string[]): Value
}

/** For a field whose value is one id, or null. */
export const oneId = (noun: NounName): HeldIds<string | null> => ({
  noun,
  of: (value, path) => (value === null ? [] : [{ id: value, path }]),
  with: (value, [id]) => id ?? value,
})

/** For a field whose value is a set of ids: it is stored without repeats, in the order of the UUIDs. */
export const setOfIds = (noun: NounName): HeldIds<string[]> => ({
  noun,
  of: (value, path) => value.map((id, index) => ({ id, path: [...path, String(index)] })),
  with: (_value, ids) => [...new Set(ids)].sort((a, b) => (uuidOf(a) < uuidOf(b) ? -1 : 1)),
})

/** The name of a field, and how its ids are read, if it holds any. */
export type HoldingEntry = readonly [name: string, field: { ids?: HeldIds<unknown> }]

/**
 * Looks up the ids of all fields, with one SQL statement for each noun. The id of a merged object is replaced by the id
 * of the object that it was merged into.
 *
 * @throws InputError naming the first id that is malformed, of another noun, or of no object that is there.
 */
export async function withKeptIds<Fields extends object>(
  tx: Transaction,
  entries: readonly HoldingEntry[],
  fields: Fields,
  path: string[],
): Promise<Fields> {
  const holding = entries.flatMap(([name, { ids }]) => {
    const value: unknown = fields[name as keyof Fields]
    return ids && value !== undefined ? [{ name, value, ids, held: ids.of(value, [...path, name]) }] : []
  })
  const checked = new Map<string, unknown>(Object.entries(fields))
  for (const [noun, ofNoun] of Map.groupBy(holding, ({ ids }) => ids.noun)) {
    const all = ofNoun.flatMap(({ held }) => held)
    const kept = (await resolveIds(tx, noun, all)).map((id) => encodeGlobalId(noun, id))
    for (const { name, value, ids, held } of ofNoun) {
      checked.set(name, ids.with(value, kept.splice(0, held.length)))
    }
  }
  return Object.fromEntries(checked) as Fields
}
