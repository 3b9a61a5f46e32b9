import { type GraphQLSchema, introspectionFromSchema } from 'graphql'
import type { Plugin } from './plugin.js'

/**
 * The schema as the result of an introspection, for tools that read no SDL. What they take as the same when it is left
 * out is: descriptions, nulls, `false`, and GraphQL's own types. A line for each type.
 */
export const introspection: Plugin = (schema) => {
  const { types, ...rest } = slim(readIntrospection(schema)) as { types: { name: string }[] }
  const own = types.filter(({ name }) => !name.startsWith('__')).map((type) => JSON.stringify(type))
  const head = JSON.stringify(rest).slice(1, -1)
  return { prepend: [], content: `{"__schema":{${head},"types":[\n${own.join(',\n')}\n]}}\n` }
}

const readIntrospection = (schema: GraphQLSchema) =>
  introspectionFromSchema(schema, { descriptions: false, oneOf: true, inputValueDeprecation: true }).__schema

function slim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(slim)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, each]) => each !== null && each !== false)
  return Object.fromEntries(kept.map(([key, each]) => [key, slim(each)]))
}
