import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'
import { argumentTypes } from './argument-types.js'
import { INPUT } from './enums.js'
import { type Plugin, tsdoc } from './plugin.js'
import { SCALARS } from './scalars.js'

export interface ShapesConfig {
  /** The module of the enums. */
  enums: string
  /** The module of the selections. */
  selections: string
}

/** Writes for every type of the schema its fields, and the types of all arguments. */
export const shapes: Plugin<ShapesConfig> = (schema, _documents, config) => {
  const types = namedTypes(schema)
  const content = types
    .filter(isOutput)
    .map((type) => shapeOf(schema, type))
    .join('\n')
  const enums = types.filter(isEnumType).map(({ name }) => name)
  return {
    prepend: [
      `import type { ${enums.filter(within(content)).join(', ')} } from '${config.enums}'`,
      `import type * as Selections from '${config.selections}'`,
    ],
    content: `\n${content}\n${argumentsOf(schema)}`,
  }
}

export interface SelectionsConfig {
  /** The module of the enums. */
  enums: string
  /** The module of the operations' types. */
  types: string
  /** The input types that are in that module, because the operations use them. */
  inputs: readonly string[]
}

/** Writes for every type of the schema its possible selections, and the input types that no operation uses. */
export const selections: Plugin<SelectionsConfig> = (schema, _documents, config) => {
  const types = namedTypes(schema)
  const others = types.filter(isInputObjectType).filter(({ name }) => !config.inputs.includes(name))
  const asked: Asked = new Map()
  const content = [
    ...others.map(inputOf),
    ...types.filter(isOutput).map((type) => selectionOf(schema, type, asked)),
    ...asked.values(),
  ].join('\n')
  const enums = types.filter(isEnumType).map(({ name }) => `${name}${INPUT}`)
  return {
    prepend: [
      `import type { ${enums.filter(within(content)).join(', ')} } from '${config.enums}'`,
      `import type { ${config.inputs.filter(within(content)).join(', ')} } from '${config.types}'`,
    ],
    content: `\n${SWITCHES}\n${content}`,
  }
}

const namedTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))

const isOutput = (type: GraphQLNamedType) => isObjectType(type) || isAbstractType(type)

/** Makes a test of whether a name stands in a text. */
const within = (content: string) => (name: string) => new RegExp(`\\b${name}\\b`).test(content)

const SWITCHES = `/** Whether a value is asked for. One that is asked for on a condition is undefined in the result when it is not. */
export type On = boolean | undefined

/** What leaves an object out: \`speaker: withSpeaker && { name: true }\`. */
export type Off = false | undefined
`

function inputOf(type: GraphQLInputObjectType): string {
  const fields = Object.values(type.getFields()).map(
    (field) =>
      `${tsdoc(field.description, '  ')}  ${field.name}${given(field.type, isRequiredInputField(field))}`,
  )
  return `${tsdoc(type.description)}export interface ${type.name} {\n${fields.join('\n')}\n}\n`
}

function shapeOf(schema: GraphQLSchema, type: GraphQLNamedType): string {
  const fields = fieldsOf(type)
  const members = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : []
  const names = isAbstractType(type) ? members : [type.name]
  const lines = [
    `  __typename: ${names.map((name) => `'${name}'`).join(' | ')}`,
    // The selection has the descriptions, from where results take them, too.
    `  $select: Selections.Select${type.name}`,
    ...fields.map(({ name, type }) => `  ${name}: ${outputType(type)}`),
    ...(members.length > 0
      ? [`  $members: { ${members.map((name) => `${name}: $${name}`).join('; ')} }`]
      : []),
  ]
  return `export interface $${type.name} {\n${lines.join('\n')}\n}\n`
}

/** The selections of fields with arguments. Fields that give the same with the same arguments share one. */
type Asked = Map<string, string>

/** The possible selections of a type: a boolean for a value, a selection for an object, with the field's arguments in `$`. */
function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, asked: Asked): string {
  const fields = fieldsOf(type)
  const lines = fields.map((field) => {
    const { name, args, description } = field
    const inner = getNamedType(field.type)
    const object = isObjectType(inner) || isAbstractType(inner)
    const plain = object ? `Select${inner.name} | Off` : 'On'
    return `${tsdoc(description, '  ')}  ${name}?: ${args.length > 0 ? `${withArguments(inner, object, args, asked)} | Off` : plain}`
  })
  const members = isAbstractType(type)
    ? schema.getPossibleTypes(type).map(({ name }) => `${name}?: Select${name} | Off`)
    : []
  return [
    `export interface Select${type.name} {\n  __typename?: On`,
    ...lines,
    ...(members.length > 0 ? [`  $on?: { ${members.join('; ')} } | undefined`] : []),
    ...(fields.some(({ args }) => args.length > 0)
      ? [`  $as?: { [name: string]: Select${type.name} } | undefined`]
      : []),
    '}\n',
  ].join('\n')
}

/** The name of the selection of a field with arguments: `AskStatement`, and `AskStatement2` for other arguments. */
function withArguments(
  inner: GraphQLNamedType,
  object: boolean,
  args: readonly GraphQLArgument[],
  asked: Asked,
): string {
  const optional = args.every((arg) => !isRequiredArgument(arg)) ? '?' : ''
  const sorted = args.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const body = `${object ? ` extends Select${inner.name}` : ''} {\n  $${optional}: { ${sorted.map(argumentType).join('; ')} }${optional && ' | undefined'}\n}\n`
  for (let count = 1; ; count++) {
    const name = `Ask${inner.name}${count > 1 ? count : ''}`
    const declaration = `export interface ${name}${body}`
    if ((asked.get(name) ?? declaration) !== declaration) continue
    asked.set(name, declaration)
    return name
  }
}

const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []

const argumentType = (arg: GraphQLArgument) => `${arg.name}${given(arg.type, isRequiredArgument(arg))}`

/** The type of a value that a caller gives. What may be absent may also be undefined, as `exactOptionalPropertyTypes` asks. */
function given(type: GraphQLType, required: boolean): string {
  const value = `${inputType(type)}${isNonNullType(type) ? '' : ' | null'}`
  return required ? `: ${value}` : `?: ${value} | undefined`
}

function outputType(type: GraphQLOutputType): string {
  if (!isNonNullType(type)) return `${nonNull(type)} | null`
  return nonNull(type.ofType)
}

function nonNull(type: GraphQLOutputType): string {
  if (isListType(type)) return `Array<${outputType(type.ofType as GraphQLOutputType)}>`
  const name = (type as GraphQLNamedType).name
  if (isObjectType(type) || isAbstractType(type)) return `$${name}`
  return isEnumType(type) ? name : scalar(name)
}

function inputType(type: GraphQLType): string {
  if (isNonNullType(type)) return inputType(type.ofType)
  if (isListType(type)) return `Array<${inputType(type.ofType)}>`
  const { name } = type as GraphQLNamedType
  if (isEnumType(type)) return `${name}${INPUT}`
  return isInputObjectType(type) ? name : scalar(name)
}

const scalar = (name: string): string => SCALARS[name] ?? 'unknown'

function argumentsOf(schema: GraphQLSchema): string {
  const entries = [...argumentTypes(schema)].map(([key, type]) => `  '${key}': '${type}',`)
  return `/** Types of arguments that neither name nor value tells; see argumentType in select.ts. */
export const ARGUMENTS: Record<string, string> = {\n${entries.join('\n')}\n}\n`
}
