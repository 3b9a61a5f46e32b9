import { readFileSync } from 'node:fs'
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLNamedType,
  getNamedType,
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
  it('equals schema.graphql; if not, run `npm run generate`', () => {
    expect(printedSchema()).toBe(committed('schema.graphql'))
  })

  it('breaks nothing of schema.released.graphql that breaking-changes.json does not declare', () => {
    const declared: Record<string, string> = JSON.parse(committed('breaking-changes.json'))
    const changes = findBreakingChanges(buildSchema(committed('schema.released.graphql')), schema)
    expect(changes.map((change) => change.description).sort()).toEqual(Object.keys(declared).sort())
    expect(Object.values(declared).filter((reason) => reason.trim() === '')).toEqual([])
  })

  it('is found to break when a field is removed, so that the test before can fail', () => {
    const before = buildSchema(
      committed('schema.graphql').replace('type Query {', 'type Query {\n gone: Int'),
    )
    expect(findBreakingChanges(before, schema).map((change) => change.description)).toEqual([
      'Query.gone was removed.',
    ])
  })

  it('gives every mutation one argument, `input`, of a type named after it, with an idempotency key', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
    expect(mutations.length).toBeGreaterThan(20)
    for (const { name, args } of mutations) {
      const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
      expect(args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${input}!`])
      const type = schema.getType(input)
      const { idempotencyKey } = isInputObjectType(type) ? type.getFields() : {}
      // Answers with a secret must not be stored.
      const hasSecret = ['apiKeyCreate', 'webhookCreate', 'webhookRotateSecret'].includes(name)
      expect(idempotencyKey && String(idempotencyKey.type), name).toBe(hasSecret ? undefined : 'String')
    }
  })

  it('looks up every noun by an argument `by` that takes exactly one key', () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
    const lookUps = fields.flatMap(({ name, args }) => {
      const by = args.find((arg) => arg.name === 'by')
      return by ? [[name, by.type] as const] : []
    })
    expect(lookUps.map(([name, type]) => `${name}(by: ${type})`)).toEqual(
      [
        ...['article', 'document', 'event', 'place', 'site', 'speaker', 'statement', 'topic', 'utterance'],
        'webhook',
      ].map((name) => `${name}(by: ${name[0]?.toUpperCase()}${name.slice(1)}By!)`),
    )
    for (const [, type] of lookUps) expect(getNamedType(type)).toMatchObject({ isOneOf: true })
  })

  it('has no two enums with the same values', () => {
    const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type))
    const values = enums.map((type) => [
      type.name,
      type
        .getValues()
        .map(({ name }) => name)
        .sort()
        .join(),
    ])
    // Enums of orders are left out: two lists may have the same orders now, and different ones later.
    const others = values.filter(([name]) => !name?.startsWith('__') && !name?.endsWith('OrderField'))
    const twins = others.filter(([name, all]) =>
      others.some((other) => other[1] === all && other[0] !== name),
    )
    expect(twins).toEqual([])
  })

  it('makes every type with an `id` a Node', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type))
    const apart = types.filter(
      (type) => type.getFields().id && !type.getInterfaces().some(({ name }) => name === 'Node'),
    )
    expect(apart.map(({ name }) => name)).toEqual([])
  })

  it('describes every type, field, argument and enum value', () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    )
    expect(types.length).toBeGreaterThan(40)
    expect(types.flatMap(undescribed)).toEqual([])
  })

  it('has at least three words in every description', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))
    const short = types.flatMap(describedIn).filter(([, { description }]) => words(description) < 3)
    expect(short.map(([path, { description }]) => `${path}: ${description}`)).toEqual([])
  })
})

interface Described {
  name: string
  description?: string | null | undefined
}

const words = (text: string | null | undefined) => text?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** The paths in a type that have no description, including the type itself. */
const undescribed = (type: GraphQLNamedType): string[] =>
  describedIn(type)
    .filter(([, { description }]) => !description?.trim())
    .map(([path]) => path)

/** The type itself, its fields, arguments and values, each with its path. */
function describedIn(type: GraphQLNamedType): [path: string, Described][] {
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
  return paths
}
