import { type GraphQLSchema, getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { Plugin } from './plugin.js'

/** The arguments that ask for a page of a list. All others ask for another list. */
const PAGING = ['first', 'after', 'last', 'before']

/** Writes what normalised caches of other clients, such as those of Apollo and urql, want to know of the schema. */
export const cacheFacts: Plugin = (schema) => ({
  prepend: [],
  content: `/** Object types without an id. A cache keeps such an object inside of the object that has it. */
export const embedded: string[] = ${list(embeddedIn(schema))}

/** The members of each union and interface: \`possibleTypes\` of Apollo Client. */
export const possibleTypes: Record<string, string[]> = ${record(membersIn(schema))}

/**
 * The fields that are lists in pages, for each type that has such fields. Each comes with the arguments that ask for
 * another list, and not only for another page of it: \`keyArgs\` of Apollo Client.
 */
export const connections: Record<string, Record<string, string[]>> = ${record(connectionsIn(schema))}
`,
})

const list = (names: readonly string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`

const record = (entries: object) =>
  `{\n${Object.entries(entries)
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`)
    .join('')}}`

const typesOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

function embeddedIn(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  return typesOf(schema)
    .filter((type) => isObjectType(type) && !('id' in type.getFields()) && !roots.includes(type))
    .map(({ name }) => name)
}

const membersIn = (schema: GraphQLSchema): Record<string, string[]> =>
  Object.fromEntries(
    typesOf(schema)
      .filter((type) => isAbstractType(type))
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  )

function connectionsIn(schema: GraphQLSchema): Record<string, Record<string, string[]>> {
  const entries = typesOf(schema).flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return []
    const fields = Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map(({ name, args }) => [name, args.map((arg) => arg.name).filter((arg) => !PAGING.includes(arg))])
    return fields.length > 0 ? [[type.name, Object.fromEntries(fields)]] : []
  })
  return Object.fromEntries(entries)
}
