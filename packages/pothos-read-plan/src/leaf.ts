import { GraphQLEnumType, type GraphQLOutputType, isLeafType, isListType, isNonNullType } from 'graphql'
import type { ModelField } from './datamodel.js'

/** Thrown when a value cannot be written as text: the executor of GraphQL then says what is wrong with it. */
export class Irregular extends Error {}

/** Makes of a column's text what Prisma would have read. */
export type Decode = (text: string) => unknown

/** Session time zone and date style are UTC and ISO: "2026-03-02" or "2026-03-02 09:30:00.5+00". */
const instantOf = (text: string): Date =>
  new Date(text.length === 10 ? text : `${text.slice(0, 10)}T${text.slice(11, -3)}Z`)

const DECODERS: Record<string, Decode> = {
  Int: Number,
  Float: Number,
  BigInt,
  Boolean: (text) => text === 'true' || text === 't',
  DateTime: instantOf,
  Json: (text) => JSON.parse(text),
}

const asIs: Decode = (text) => text

/** How the text of a column is read. A list is read from JSON. */
export const decoderOf = ({ type, isList }: ModelField): Decode =>
  isList ? (text) => JSON.parse(text) : (DECODERS[type] ?? asIs)

/** Writes a value of a scalar or enum type as JSON. */
export type Write = (value: unknown) => string

/** Writes values that resolvers gave. @throws Irregular for null where the type does not allow it. */
export function leafWriter(type: GraphQLOutputType): Write {
  if (isNonNullType(type)) {
    const write = leafWriter(type.ofType)
    return (value) => {
      if (value == null) throw new Irregular('null in a non-null field')
      return write(value)
    }
  }
  if (isListType(type)) {
    const write = leafWriter(type.ofType)
    return (value) => (value == null ? 'null' : `[${(value as unknown[]).map(write).join(',')}]`)
  }
  if (!isLeafType(type)) throw new Error(`${type} is no leaf`)
  if (type instanceof GraphQLEnumType) {
    const names = new Map(type.getValues().map(({ name, value }) => [value, `"${name}"`]))
    return (value) => (value == null ? 'null' : (names.get(value) ?? irregular()))
  }
  return (value) => {
    if (value == null) return 'null'
    return JSON.stringify(type.serialize(value)) ?? irregular()
  }
}

function irregular(): never {
  throw new Irregular('no value of its type')
}

/** What a scalar may say of itself in its `extensions`: writes the text of a column without making a value of it. */
export type ScalarExtensions = {
  readText?: (text: string) => string
}

/** Writes the text of a column that a field exposes. */
export function columnWriter(type: GraphQLOutputType, field: ModelField): (text: string | null) => string {
  const [isNonNull, named] = isNonNullType(type) ? [true, type.ofType] : [false, type]
  const decode = decoderOf(field)
  const leaf = leafWriter(named as GraphQLOutputType)
  const write = directWriter(named, field) ?? ((text: string) => leaf(decode(text)))
  return (text) => {
    if (text !== null) return write(text)
    if (isNonNull) throw new Irregular('null in a non-null field')
    return 'null'
  }
}

function directWriter(type: unknown, field: ModelField): ((text: string) => string) | null {
  if (!isLeafType(type) || field.isList) return null
  const { readText } = type.extensions as ScalarExtensions
  if (readText) return (text) => JSON.stringify(readText(text))
  if (type.name === 'String' && field.type === 'String') return JSON.stringify
  if (type.name === 'Int' && field.type === 'Int') return (text) => text
  if (type instanceof GraphQLEnumType) {
    const names = new Map(type.getValues().map(({ name, value }) => [value, `"${name}"`]))
    return (text) => names.get(text) ?? irregular()
  }
  return null
}
