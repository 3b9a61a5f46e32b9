import { wrong } from './input.js'

/** The name of a field, and the function that reads it from an input; null for a field that no input has. */
export type InputEntry = readonly [
  name: string,
  field: { input: ((value: unknown, path: string[]) => unknown) | null },
]

/**
 * Reads the fields of a patch, and checks them as far as that needs no database.
 *
 * @param most the largest number of values of each list.
 * @throws InputError naming the field.
 */
export function readFields<Fields extends object>(
  entries: readonly InputEntry[],
  most: Readonly<Record<string, number>>,
  patch: object,
  path: string[],
): Partial<Fields> {
  const given = new Map<string, unknown>(Object.entries(patch))
  for (const [name, limit] of Object.entries(most)) {
    const list = given.get(name)
    if (Array.isArray(list) && list.length > limit) {
      throw wrong([...path, name], `has ${list.length} values: pass at most ${limit}`)
    }
  }
  const read = entries.flatMap(([name, { input }]) => {
    const value = given.get(name)
    return input === null || value === undefined ? [] : [[name, input(value, [...path, name])] as const]
  })
  return Object.fromEntries(read) as Partial<Fields>
}
