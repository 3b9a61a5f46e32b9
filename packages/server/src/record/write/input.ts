import { InputError } from '../errors.js'
import { aType, parseGlobalId } from '../global-id.js'
import type { NounName } from '../nouns.js'

/** The path as text: `['input', 'topicIds', '2']` becomes "input.topicIds[2]". */
export const pathText = (path: readonly string[]): string =>
  path.map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')

/** Makes an InputError whose message begins with the path of the field. */
export const wrong = (path: string[], message: string): InputError =>
  new InputError(path, `${pathText(path)} ${message}`)

/**
 * The UUID in a global id of one type.
 *
 * @throws InputError when it is malformed or of another type.
 */
export function uuidIn(type: NounName, globalId: string, path: string[]): string {
  const decoded = parseGlobalId(globalId)
  if (!decoded) throw wrong(path, 'is not an id of this service: pass an `id` that it returned')
  if (decoded.type !== type) {
    throw wrong(path, `is the id of ${aType(decoded.type)}: pass the id of ${aType(type)}`)
  }
  return decoded.id
}

/**
 * Refuses null for a field of a patch that may be absent.
 *
 * @throws InputError for null.
 */
export function notNull<Value>(value: Value | null, path: string[]): Value {
  if (value === null) throw wrong(path, 'is null: leave it out to keep it, or pass a value')
  return value
}

/** Reads a field that may be absent, but not null; undefined when it is absent. */
export const given = <Value, Read>(
  value: Value | null | undefined,
  path: string[],
  read: (value: Value, path: string[]) => Read,
): Read | undefined => (value === undefined ? undefined : read(notNull(value, path), path))
