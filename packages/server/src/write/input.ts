import { InputError } from '../schema/errors.js'
import { decodeGlobalId, type NodeType } from '../schema/global-id.js'

/** "patch.topicIds[2]" of `['patch', 'topicIds', '2']`. */
export const pathText = (path: readonly string[]): string =>
  path.map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')

/** An InputError whose message begins with the field's name. */
export const wrong = (path: string[], message: string): InputError =>
  new InputError(path, `${pathText(path)} ${message}`)

/**
 * The UUID in a global id of one type.
 *
 * @throws InputError when it is malformed or of another type.
 */
export function uuidIn(type: NodeType, globalId: string, path: string[]): string {
  const decoded = tryDecode(globalId)
  if (!decoded) throw wrong(path, 'is not an id of this service: pass an `id` that it returned')
  if (decoded.type !== type) {
    throw wrong(path, `is the id of ${aType(decoded.type)}: pass the id of ${aType(type)}`)
  }
  return decoded.id
}

/** "an Article", "a Statement". */
export const aType = (type: string): string => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`

function tryDecode(globalId: string) {
  try {
    return decodeGlobalId(globalId)
  } catch {
    return null
  }
}

/**
 * A field of a patch that may be absent, but not null.
 *
 * @throws InputError for null.
 */
export function notNull<Value>(value: Value | null, path: string[]): Value {
  if (value === null) throw wrong(path, 'is null: leave it out to keep it, or pass a value')
  return value
}
