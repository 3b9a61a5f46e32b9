import { check } from './error.js'
import { tokensOf } from './tokens.js'

export type OperationKind = 'query' | 'mutation' | 'subscription'

/** What a client must know of an operation before it sends it. */
export interface Operation {
  kind: OperationKind
  name: string | undefined
  /** Whether it may do harm to send it twice: a mutation with a field that has no idempotency key. */
  once: boolean
}

/**
 * Finds the operation of a document that is run.
 *
 * A field of a mutation has a key when its `input` has a text as `idempotencyKey`: in the document, in the variable of the
 * input, or in a variable of its own. Fragments at the root may hide fields, so that they count as fields without a key.
 *
 * @param wanted the name of the operation, which a document with several operations needs.
 * @throws OnRecordError when there is no such operation, or when there are several.
 */
export function readOperation(text: string, variables: unknown, wanted: string | undefined): Operation {
  const given = Object(variables)
  const found: Operation[] = []
  const tokens = tokensOf(text)
  let depth = 0
  let kind: string | undefined
  let name: string | undefined
  /** The fields of the operation without a key, or less when a key was seen before. */
  let fields = 0
  let inBody = false
  const end = () => {
    if (inBody && kind !== 'fragment' && (!wanted || name === wanted))
      found.push({ kind: kind as OperationKind, name, once: kind === 'mutation' && fields > 0 })
  }
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    const next = tokens[index + 1]
    if (')]}'.includes(token)) {
      if (--depth || !inBody) return
      end()
      kind = name = undefined
      fields = 0
      inBody = false
    } else if ('([{'.includes(token)) {
      if (!depth++ && token === '{') {
        kind ??= 'query'
        inBody = true
      }
    } else if (!depth) {
      if (before === kind && kind && /\w/.test(token)) name = token
      else if (/^(query|mutation|subscription|fragment)$/.test(token)) kind ??= token
    } else if (!inBody) return
    else if (depth < 2) {
      if (/[\w.]/.test(token) && before !== '@' && next !== ':' && token !== '__typename') fields++
    } else if (next === ':') {
      // These words are arguments in no other place, so that the service refuses whoever puts them there.
      const [value = '', variable = ''] = tokens.slice(index + 2, index + 4)
      let key: unknown
      if (depth < 3 && token === 'input') key = value === '$' && given[variable]?.idempotencyKey
      else if (depth < 4 && token === 'idempotencyKey')
        key = value === '$' ? given[variable] : value[0] === '"' && value.slice(1)
      if (key && typeof key === 'string') fields--
    }
  })
  // The service says best what is wrong with a document that lacks a bracket.
  end()
  check(found.length === 1, `${found.length} operations in the document: see operationName`)
  return found[0] as Operation
}
