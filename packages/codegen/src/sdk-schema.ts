import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql'

/** The schema from which the installed SDK was generated. */
export interface SdkSchema {
  /** The path of its file. */
  path: string
  /** The version of the SDK. */
  version: string
}

/** @throws Error when the SDK is not installed. */
export function findSdkSchema(): SdkSchema {
  const { resolve } = createRequire(import.meta.url)
  try {
    const { version } = JSON.parse(readFileSync(resolve('@onrecord/sdk/package.json'), 'utf8'))
    return { path: resolve('@onrecord/sdk/schema.graphql'), version }
  } catch {
    throw new Error(
      '@onrecord/codegen makes types from the schema of @onrecord/sdk: npm install @onrecord/sdk@latest',
    )
  }
}

/**
 * Checks that the schema of a service is that of the installed SDK.
 *
 * @param given the schema to generate from.
 * @returns the SDK's schema, which has directives that a service does not show.
 * @throws Error with a message of one line when the two differ.
 */
export function sameSchema(given: GraphQLSchema, { path, version }: SdkSchema): GraphQLSchema {
  const sdk = buildSchema(readFileSync(path, 'utf8'))
  const [here, there] = [coordinatesOf(sdk), coordinatesOf(given)]
  const added = [...there].filter((each) => !here.has(each))
  const missing = [...here].filter((each) => !there.has(each))
  if (added.length + missing.length === 0) return sdk
  const what = [
    ...(added.length > 0 ? [`has ${some(added)}, which the SDK lacks`] : []),
    ...(missing.length > 0 ? [`lacks ${some(missing)}, which the SDK has`] : []),
  ]
  throw new Error(
    `the schema given ${what.join(', and ')}: @onrecord/sdk ${version} is of another version. ` +
      'Install the one of your service (npm install @onrecord/sdk@…), or leave out `schema`',
  )
}

const some = ([first, ...rest]: readonly string[]) =>
  `${first}${rest.length > 0 ? ` and ${rest.length} more` : ''}`

/** Everything that an operation can name, with its type and without descriptions: "Article.title: String!". */
function coordinatesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  return new Set(
    types.flatMap((type) => {
      const { name } = type
      if (isEnumType(type)) return type.getValues().map((value) => `${name}.${value.name}`)
      if (isUnionType(type)) return type.getTypes().map((member) => `${member.name} in ${name}`)
      if (isInputObjectType(type))
        return Object.values(type.getFields()).map((field) => `${name}.${field.name}: ${field.type}`)
      if (!isObjectType(type) && !isInterfaceType(type)) return [name]
      return Object.values(type.getFields()).flatMap((field) => [
        `${name}.${field.name}: ${field.type}`,
        ...field.args.map((arg) => `${name}.${field.name}(${arg.name}: ${arg.type})`),
      ])
    }),
  )
}
