import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
  parse,
} from 'graphql'
import type { Asking } from './asking.js'
import { FIELDS } from './fields.js'
import type { Row } from './store.js'

/** The schema that is promised, without any of the service's code behind it. */
export const schema: GraphQLSchema = buildSchema(
  readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'),
)

/** Says how a scalar is read from an input, and written. */
function readScalar(
  name: string,
  read: (text: string) => unknown,
  write: (value: string) => string = (value) => value,
) {
  const scalar = schema.getType(name) as GraphQLScalarType
  scalar.parseValue = (value) => read(String(value))
  scalar.parseLiteral = (node) => read('value' in node ? String(node.value) : '')
  scalar.serialize = (value) => write(String(value))
}

readScalar(
  'DateTime',
  (text) => new Date(text),
  (text) => new Date(text).toISOString(),
)
readScalar('LanguageTag', (text) => Intl.getCanonicalLocales(text)[0])

/** Reads one field of one object. */
const readField: GraphQLFieldResolver<Row, Asking> = (row, args, asking, { parentType, fieldName }) => {
  const field = FIELDS[parentType.name]?.[fieldName]
  if (field) return field(row, args, asking)
  if (!(fieldName in row)) throw new Error(`there is no rule for ${parentType.name}.${fieldName}`)
  const value = row[fieldName]
  return typeof value === 'function' ? value(args) : value
}

/** What an operation must answer: each field of each object is read by itself, from tables in memory. */
export async function executePlainly(
  {
    query,
    variables,
    operationName,
  }: { query: string; variables: Record<string, unknown>; operationName?: string },
  asking: Asking,
): Promise<ExecutionResult> {
  const result = await execute({
    ...{ schema, document: parse(query), rootValue: {}, contextValue: asking, fieldResolver: readField },
    ...{ variableValues: variables, ...(operationName ? { operationName } : {}) },
  })
  return JSON.parse(JSON.stringify(result))
}
