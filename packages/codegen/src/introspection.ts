import { type GraphQLSchema, introspectionFromSchema } from 'graphql'
import type { Plugin } from './plugin.js'

/**
 * Writes the schema as the result of an introspection, for tools that do not read SDL, with a line for each type. Leaves
 * out what these tools do not need: descriptions, nulls, `false`, and GraphQL's own types.
 */
export const introspection: Plugin = (schema) => {
  const { types, ...rest } = dropEmpty(readIntrospection(schema)) as { types: { name: string }[] }
  const lines = types.filter(({ name }) => !name.startsWith('__')).map((type) => JSON.stringify(type))
  const head = JSON.stringify(rest).slice(1, -1)
  return { prepend: [], content: `{"__schema":{${head},"types":[\n${lines.join(',\n')}\n]}}\n` }
}

const readIntrospection = (schema: GraphQLSchema) =>
  introspectionFromSchema(schema, { descriptions: false, oneOf: true, inputValueDeprecation: true }).__schema

function dropEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropEmpty)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, each]) => each !== null && each !== false)
  return Object.fromEntries(kept.map(([key, each]) => [key, dropEmpty(each)]))
}
