import type { Transaction } from '../../database/database.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import type { NounName } from '../nouns.js'
import { type IdAt, resolveIds } from './references.js'

/** The global ids that a field holds. */
export interface HeldIds<Value> {
  noun: NounName
  /** Each id and where it stands in the input. */
  of(value: Value, path: string[]): IdAt[]
  /** The value with other ids in their places. */
  with(value: Value, ids: readonly string[]): Value
}

/** What a field that is one id, or null, holds. */
export const oneId = (noun: NounName): HeldIds<string | null> => ({
  noun,
  of: (value, path) => (value === null ? [] : [{ id: value, path }]),
  with: (value, [id]) => id ?? value,
})

/** What a field that is a set of ids holds: each once, in the order of their UUIDs. */
export const setOfIds = (noun: NounName): HeldIds<string[]> => ({
  noun,
  of: (value, path) => value.map((id, index) => ({ id, path: [...path, String(index)] })),
  with: (_value, ids) => [...new Set(ids)].sort((a, b) => (uuidOf(a) < uuidOf(b) ? -1 : 1)),
})

/** Name of a field, and the ids that it holds, if any. */
export type HoldingEntry = readonly [name: string, field: { ids?: HeldIds<unknown> }]

/**
 * Looks up the ids of all fields, with one SQL statement for each noun, and puts the ids of what merged objects stand
 * for in their places.
 *
 * @throws InputError naming the first id that is malformed, of another noun, or of nothing that is there.
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
