import { createHash } from 'node:crypto'
import { documentText } from './document-text.js'
import { fragmentsOf, operationsOf, type Plugin } from './plugin.js'

/**
 * The operations that a program sends, as JSON: lower-case hex SHA-256 of the text in UTF-8 → text. A service that is
 * given it knows the operations whose hash alone is sent.
 */
export const operationList: Plugin = (_schema, documents) => {
  const fragments = fragmentsOf(documents)
  const texts = operationsOf(documents).map((operation) => documentText(operation, fragments))
  const entries = texts.map((text) => [createHash('sha256').update(text).digest('hex'), text])
  return { prepend: [], content: `${JSON.stringify(Object.fromEntries(entries.sort()), null, 2)}\n` }
}
