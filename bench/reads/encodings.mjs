const base64 = (/** @type {string} */ text) => Buffer.from(text).toString('base64url')
const fromBase64 = (/** @type {string} */ text) => Buffer.from(text, 'base64url').toString()

/**
 * How a family of servers writes ids and places, and how it takes an operation.
 *
 * @typedef {object} Encoding
 * @property {(type: string, id: string) => string} id
 * @property {(id: string) => string} uuid
 * @property {(place: import('./operations.mjs').Place) => string} cursor
 * @property {(cursor: string) => import('./operations.mjs').Place} place
 */

/** The service: opaque ids and cursors. @type {Encoding} */
export const OPAQUE = {
  id: (type, id) => base64(`${type}:${id}`),
  uuid: (id) => fromBase64(id).split(':')[1] ?? '',
  cursor: ({ said, id }) => base64(JSON.stringify([1, 'Statement', 'SAID_AT DESC', said, id])),
  place(cursor) {
    const [, , , said, id] = JSON.parse(fromBase64(cursor))
    return { said, id }
  },
}

/** The servers of this bench: the ids of the database. @type {Encoding} */
export const PLAIN = {
  id: (_type, id) => id,
  uuid: (id) => id,
  cursor: ({ said, id }) => `${said}_${id}`,
  place(cursor) {
    const [said = '', id = ''] = cursor.split('_')
    return { said, id }
  },
}

/**
 * The variables of a request.
 *
 * @param {import('./operations.mjs').OperationName} operation
 * @param {import('./operations.mjs').Asked} asked
 * @param {Encoding} encoding
 */
export function variablesOf(operation, { id, topic, after, ...rest }, encoding) {
  return {
    ...rest,
    ...(id ? { id: encoding.id(operation === 'Q1' ? 'Article' : 'Speaker', id) } : {}),
    ...(topic ? { topic: encoding.id('Topic', topic) } : {}),
    ...(after ? { after: encoding.cursor(after) } : {}),
  }
}

/**
 * An answer in the form in which answers are compared: ids and cursors decoded, instants in one notation, and of
 * highlights the words that are marked, because only the service shortens long texts around them.
 *
 * @param {any} value
 * @param {Encoding} encoding
 * @param {string} [key]
 * @returns {any}
 */
export function normalise(value, encoding, key) {
  if (key === 'highlights') return value.flatMap(markedWords)
  if (Array.isArray(value)) return value.map((each) => normalise(each, encoding))
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((name) => [name, normalise(value[name], encoding, name)]),
    )
  if (key === 'id') return encoding.uuid(value)
  if (key === 'endCursor') return encoding.place(value)
  if (key === 'createdAt' || key === 'updatedAt') return new Date(value).toISOString()
  return value
}

/** @param {{ fragment: string, ranges: { start: number, end: number }[] }} highlight */
const markedWords = ({ fragment, ranges }) => ranges.map(({ start, end }) => fragment.slice(start, end))
