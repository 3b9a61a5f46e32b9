import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import { collectFields } from './collect.js'
import type { Compiler } from './compiler.js'
import type { Execution } from './execution.js'
import { factsOf, resolverOf } from './facts.js'
import { Irregular, leafWriter } from './leaf.js'
import { PlannedObject } from './planned-object.js'

/** Writes a value that a resolver gave. @throws Irregular when the executor has to complete it. */
type WriteValue = (value: unknown, run: Execution) => string

/**
 * Compiles a writer for the values of a field.
 *
 * @param way the response keys of the fields down to the field.
 */
export function valueWriter(
  compiler: Compiler,
  type: GraphQLOutputType,
  selections: readonly SelectionSetNode[],
  way: readonly string[],
): WriteValue {
  const [isNonNull, nullable] = isNonNullType(type) ? [true, type.ofType] : [false, type]
  const write = nullableWriter(compiler, nullable as GraphQLOutputType, selections, way)
  const writeValue: WriteValue = (value, run) => {
    if (value == null) {
      if (isNonNull) throw new Irregular('null in a non-null field')
      return 'null'
    }
    if (value instanceof Error) throw new Irregular('an error as a value')
    if (typeof (value as PromiseLike<unknown>).then === 'function') {
      return run.later(Promise.resolve(value).then((settled) => writeValue(settled, run)))
    }
    return write(value, run)
  }
  return writeValue
}

function nullableWriter(
  compiler: Compiler,
  type: GraphQLOutputType,
  selections: readonly SelectionSetNode[],
  way: readonly string[],
): WriteValue {
  if (type === GraphQLString) return (value, run) => run.string(GraphQLString.serialize(value))
  if (isLeafType(type)) return leafWriter(type)
  if (isListType(type)) {
    const write = valueWriter(compiler, type.ofType, selections, way)
    return (value, run) => run.list(value as unknown[], (one) => write(one, run))
  }
  const writePlain = isObjectType(type) ? objectWriter(compiler, type, selections, way) : null
  return (value, run) => {
    if (value instanceof PlannedObject) return value.writeAt(way)
    if (!writePlain) throw new Irregular('an object of no known type')
    return writePlain(value, run)
  }
}

/** Writes an object that is no row: its fields are resolved from it. */
function objectWriter(
  compiler: Compiler,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  way: readonly string[],
): WriteValue {
  const fields = [...collectFields(compiler.selecting, type, selections)].map(([key, nodes], index) => {
    const name = nodes[0]?.name.value as string
    const label = `${index === 0 ? '' : ','}"${key}":`
    if (name === '__typename') return { label, write: () => `"${type.name}"` }
    const definition = type.getFields()[name] as GraphQLField<unknown, unknown>
    const facts = factsOf(definition)
    if (facts.hasOwnAuth || (facts.plan && 'code' in facts.plan)) compiler.limits.textable = false
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const resolve = resolverOf(definition)
    const site = compiler.site({ definition, nodes }, () => null)
    const write = valueWriter(compiler, definition.type, below, [...way, key])
    return {
      label,
      write(value: unknown, run: Execution) {
        const { args, error } = site.of(run)
        if (error) throw new Irregular('wrong arguments')
        return write(resolve(value, args, run.context as never, undefined as never), run)
      },
    }
  })
  return (value, run) => {
    let text = '{'
    for (const { label, write } of fields) text = run.within(text + label + write(value, run))
    return `${text}}`
  }
}
