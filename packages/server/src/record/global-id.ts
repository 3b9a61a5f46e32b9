import { badUserInput } from './errors.js'
import { isNoun, type NounName } from './nouns.js'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The global id of an object, opaque to callers: Base64URL of `<type>:<UUID>`. */
export const encodeGlobalId = (type: string, id: string): string =>
  Buffer.from(`${type}:${id}`).toString('base64url')

/** The noun and the UUID in a global id; null when the text is not an id that this service gave out. */
export function parseGlobalId(globalId: string): { type: NounName; id: string } | null {
  const [type = '', id = ''] = partsOf(globalId)
  return isNoun(type) && UUID.test(id) ? { type, id } : null
}

/**
 * Type and UUID in a text; nothing when encoding them does not give the same text. Node ignores spaces and padding in
 * Base64URL, but an object must have one id only, so that callers can compare ids as texts.
 */
function partsOf(globalId: string): string[] {
  const parts = Buffer.from(globalId, 'base64url').toString('utf8').split(':')
  return parts.length === 2 && encodeGlobalId(parts[0] ?? '', parts[1] ?? '') === globalId ? parts : []
}

/** {@link parseGlobalId}. @throws RequestError BAD_USER_INPUT when the text is not an id that this service gave out. */
export function decodeGlobalId(globalId: string): { type: NounName; id: string } {
  const parsed = parseGlobalId(globalId)
  if (parsed) return parsed
  throw badUserInput(`"${shorten(globalId)}" is not an id of this service: pass an \`id\` that it returned`)
}

/** The UUID in a global id that was checked before, or that the service itself has encoded. */
export const uuidOf = (globalId: string): string => decodeGlobalId(globalId).id

/**
 * The UUID in a global id of one type.
 *
 * @param path where the id stands, for the message: "filter.speakerIds[0]".
 * @throws RequestError BAD_USER_INPUT when it is malformed or of another type.
 */
export function idOf(type: NounName, globalId: string, path: string): string {
  const decoded = parseGlobalId(globalId)
  if (!decoded) throw badUserInput(`${path} is not an id of this service: pass an \`id\` that it returned`)
  if (decoded.type !== type) {
    throw badUserInput(`${path} is the id of ${aType(decoded.type)}: pass the id of ${aType(type)}`)
  }
  return decoded.id
}

/** The name of a type with its article: "an Article", "a Statement". */
export const aType = (type: string): string => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`

/** {@link idOf} for each id of a list. */
export const idsOf = (type: NounName, globalIds: readonly string[], path: string): string[] =>
  globalIds.map((globalId, index) => idOf(type, globalId, `${path}[${index}]`))

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
