import { type GraphQLField, type GraphQLNamedType, getNamedType, isAbstractType, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { fieldsWithStatements } from '../../test/harness/own-statements.js'
import { schema } from './service-schema.js'

interface Facts {
  plan?: object
  resolve?: (...args: unknown[]) => unknown
}

/** The fields of all types that a query can reach, by name: `Query.matchQuote`. */
function fieldsOfQueries(): Map<string, GraphQLField<unknown, unknown>> {
  const fields = new Map<string, GraphQLField<unknown, unknown>>()
  const seen = new Set<GraphQLNamedType>()
  const look = (type: GraphQLNamedType): void => {
    if (seen.has(type)) return
    seen.add(type)
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(look)
    if (!isObjectType(type)) return
    for (const field of Object.values(type.getFields())) {
      fields.set(`${type.name}.${field.name}`, field)
      look(getNamedType(field.type))
    }
  }
  look(schema.getQueryType() as GraphQLNamedType)
  return fields
}

/** Whether the code of a field may read more; the planner itself makes the ids of nodes. */
function hasOwnCode([name, { extensions }]: [string, GraphQLField<unknown, unknown>]): boolean {
  const { plan, resolve } = (extensions.readPlan ?? {}) as Facts
  if (name.endsWith('.id')) return false
  return (plan !== undefined && 'code' in plan) || resolve?.constructor.name === 'AsyncFunction'
}

it('is listed in docs/guides/reads.md of all fields that have it', () => {
  const listed = fieldsWithStatements()
  const fields = fieldsOfQueries()
  expect(listed.filter((name) => !fields.has(name))).toEqual([])
  const own = [...fields].filter(hasOwnCode).map(([name]) => name)
  expect(own).toContain('Query.matchQuote')
  expect(own.filter((name) => !listed.includes(name))).toEqual([])
})
