import { type GraphQLSchema, isAbstractType } from 'graphql'
import { OTHER } from './open-schema.js'
import { capital, type DocumentFile, fragmentsOf, operationsOf, tsdoc } from './plugin.js'
import { findField, type Origin } from './selected-fields.js'

/**
 * Writes the schema's descriptions before the fields of result types, so that editors show them.
 *
 * @param types the declarations that the plugin typescript-operations wrote.
 */
export function describeResults(
  types: string,
  schema: GraphQLSchema,
  documents: readonly DocumentFile[],
): string {
  const fragments = fragmentsOf(documents)
  const results = resultsOf(schema, documents)

  /** Copies a type from `at` up to a character of `ends` that belongs to no object in the type. */
  const copy = (
    text: string,
    at: number,
    ends: string,
    result: Result,
    indent: string,
  ): { copied: string; at: number } => {
    let copied = ''
    let here = at
    while (here < text.length && !ends.includes(text.charAt(here))) {
      if (text.charAt(here) !== '{') copied += text.charAt(here++)
      else {
        const [, begun] = /\n( *)[^\n]*$/.exec(copied) ?? []
        const object = copyObject(text, here, result, begun ?? indent)
        copied += object.copied
        here = object.at
      }
    }
    return { copied, at: here }
  }

  const copyObject = (text: string, start: number, { origins, typename }: Result, indent: string) => {
    const named = memberAt(text, start + 1)
    const known = named?.key === '__typename' ? /^'(\w+)'/.exec(text.slice(named.end))?.[1] : typename
    const inside = `${indent}  `
    let lines = ''
    let at = start + 1
    for (let member = named; member; member = memberAt(text, at)) {
      const { description, inner } = findField(schema, fragments, origins, member.key, known)
      const value = copy(text, member.end, ',}', { origins: inner }, inside)
      lines += `${tsdoc(description, inside)}${inside}${member.written}${value.copied.trimEnd()},\n`
      at = value.at + (text.charAt(value.at) === ',' ? 1 : 0)
    }
    const end = text.indexOf('}', at) + 1
    const copied = lines.includes('/**') ? `{\n${lines}${indent}}` : text.slice(start, end)
    return { copied, at: end }
  }

  return types.replaceAll(/^((?:export )?type (\w+) =)([^;]*;)$/gm, (declaration, head, name, body) => {
    const result = results.get(name)
    return result ? `${head}${copy(body, 0, ';', result, '').copied};` : declaration
  })
}

/** What a type of a result stands for. */
interface Result {
  origins: readonly Origin[]
  /** The type of its objects, where the name of the result's type tells it. */
  typename?: string
}

/** The results by the names that typescript-operations gives to their types. */
function resultsOf(schema: GraphQLSchema, documents: readonly DocumentFile[]): Map<string, Result> {
  const results = new Map<string, Result>()
  for (const { name, operation, selectionSet: set } of operationsOf(documents)) {
    const on = schema.getRootType(operation)
    if (on) results.set(capital(name?.value ?? '') + capital(operation), { origins: [{ on, set }] })
  }
  for (const { name, typeCondition, selectionSet: set } of fragmentsOf(documents).values()) {
    const on = schema.getType(typeCondition.name.value)
    if (!on) continue
    const [fragment, origins] = [capital(name.value), [{ on, set }]]
    results.set(`${fragment}Fragment`, { origins })
    if (!isAbstractType(on)) continue
    results.set(`${fragment}_${OTHER}${on.name}_Fragment`, { origins })
    for (const { name: typename } of schema.getPossibleTypes(on))
      results.set(`${fragment}_${typename}_Fragment`, { origins, typename })
  }
  return results
}

/** The field of an object type that begins at a place in a text; undefined when the object ends there. */
function memberAt(text: string, at: number) {
  const member = /\s*((\w+)\??: ?)/y
  member.lastIndex = at
  const [whole = '', written = '', key = ''] = member.exec(text) ?? []
  return whole === '' ? undefined : { written, key, end: at + whole.length }
}
