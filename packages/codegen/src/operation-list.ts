import { createHash } from 'node:crypto'
import { documentText } from './document-text.js'
import { fragmentsOf, operationsOf, type Plugin } from './plugin.js'

/**
 * Writes the operations of a program as JSON, from the lower-case hex SHA-256 of the text in UTF-8 to the text. A service
 * that has this list knows the operations of which only the hash is sent.
 */
export const operationList: Plugin = (_schema, documents) => {
  const fragments = fragmentsOf(documents)
  const texts = operationsOf(documents).map((operation) => documentText(operation, fragments))
  const entries = texts.map((text) => [createHash('sha256').update(text).digest('hex'), text])
  return { prepend: [], content: `${JSON.stringify(Object.fromEntries(entries.sort()), null, 2)}\n` }
}
