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

/** The depth of brackets above which these words are arguments. Further down they are no keys. */
const DEPTHS: Record<string, number> = { input: 3, idempotencyKey: 4 }

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
  /** That of the body around the token, also when it is a fragment. */
  let operation: Operation | undefined
  /** The fields of the operation without a key, or less when a key was seen before. */
  let fields = 0
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    const [next, sign = '', variable = ''] = tokens.slice(index + 1, index + 4)
    if ('([{'.includes(token)) {
      if (depth++ || token !== '{') return
      fields = 0
      kind ??= 'query'
      operation = { kind: kind as OperationKind, name, once: false }
      if (kind !== 'fragment' && (!wanted || name === wanted)) found.push(operation)
    } else if (')]}'.includes(token)) {
      if (!--depth && token === '}') kind = name = operation = undefined
    } else if (!depth) {
      if (kind && before === kind && /\w/.test(token)) name = token
      else if (/^(query|mutation|subscription|fragment)$/.test(token)) kind ??= token
    } else if (operation) {
      if (depth < 2) {
        if (/[\w.]/.test(token) && before !== '@' && next !== ':' && token !== '__typename') fields++
      } else if (next === ':' && depth < (DEPTHS[token] as number)) {
        const value = sign === '$' ? given[variable] : /^"+\s*[^"\s]/.test(sign) && sign
        const key = token === 'input' ? value?.idempotencyKey : value
        if (key?.trim?.()) fields--
      }
      operation.once = kind === 'mutation' && fields > 0
    }
  })
  check(found.length === 1, `${found.length} operations: see operationName`)
  return found[0] as Operation
}
