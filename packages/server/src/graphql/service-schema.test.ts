import { readFileSync } from 'node:fs'
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { printedSchema, schema } from './service-schema.js'

const committed = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

describe('the schema', () => {
  it('is the one committed as schema.graphql: else run `npm run generate`', () => {
    expect(printedSchema()).toBe(committed('schema.graphql'))
  })

  it('breaks nothing of schema.released.graphql that breaking-changes.json does not declare', () => {
    const declared: Record<string, string> = JSON.parse(committed('breaking-changes.json'))
    const changes = findBreakingChanges(buildSchema(committed('schema.released.graphql')), schema)
    expect(changes.map((change) => change.description).sort()).toEqual(Object.keys(declared).sort())
    expect(Object.values(declared).filter((reason) => reason.trim() === '')).toEqual([])
  })

  it('finds a removed field, so that the test before can fail', () => {
    const before = buildSchema(
      committed('schema.graphql').replace('type Query {', 'type Query {\n gone: Int'),
    )
    expect(findBreakingChanges(before, schema).map((change) => change.description)).toEqual([
      'Query.gone was removed.',
    ])
  })

  it('describes every type, field, argument and enum value', () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    )
    expect(types.length).toBeGreaterThan(40)
    expect(types.flatMap(undescribed)).toEqual([])
  })
})

interface Described {
  name: string
  description?: string | null | undefined
}

/** Paths of what has no description in a type, itself included. */
function undescribed(type: GraphQLNamedType): string[] {
  const paths: [string, Described][] = [[type.name, type]]
  if (isEnumType(type))
    for (const value of type.getValues()) paths.push([`${type.name}.${value.name}`, value])
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) paths.push([`${type.name}.${field.name}`, field])
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      paths.push([`${type.name}.${field.name}`, field])
      for (const arg of field.args) paths.push([`${type.name}.${field.name}(${arg.name}:)`, arg])
    }
  }
  return paths.filter(([, { description }]) => !description?.trim()).map(([path]) => path)
}
