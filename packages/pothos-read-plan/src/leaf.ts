import { GraphQLEnumType, type GraphQLOutputType, isLeafType, isListType, isNonNullType } from 'graphql'
import type { ModelField } from './datamodel.js'
import type { Execution } from './execution.js'

/** Thrown when a value cannot be written as text: the executor of GraphQL then says what is wrong with it. */
export class Irregular extends Error {}

/** Makes of a column's text what Prisma would have read. */
export type Decode = (text: string) => unknown

/**
 * Session time zone and date style are UTC and ISO: "2026-03-02", "2026-03-02 09:30:00.5+00", or without the zone where the
 * column has none.
 */
function instantOf(text: string): Date {
  if (text.length === 10) return new Date(text)
  return new Date(`${text.slice(0, 10)}T${text.slice(11, text.endsWith('+00') ? -3 : undefined)}Z`)
}

const DECODERS: Record<string, Decode> = {
  Int: Number,
  Float: Number,
  BigInt,
  Boolean: (text) => text === 'true' || text === 't',
  DateTime: instantOf,
  Json: (text) => JSON.parse(text),
  Bytes: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
}

const asIs: Decode = (text) => text

/** How the text of a column is read. The text of a list is JSON of the texts of its values. */
export function decoderOf({ type, isList }: ModelField): Decode {
  const decode = DECODERS[type] ?? asIs
  if (!isList) return decode
  return (list) =>
    (JSON.parse(list) as (string | null)[]).map((text) => (text === null ? null : decode(text)))
}

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

type WriteColumn = (text: string | null, run: Execution) => string

/** Writes the text of a column that a field exposes. */
export function columnWriter(type: GraphQLOutputType, field: ModelField): WriteColumn {
  const [isNonNull, named] = isNonNullType(type) ? [true, type.ofType] : [false, type]
  const decode = decoderOf(field)
  const leaf = leafWriter(named as GraphQLOutputType)
  const write = directWriter(named, field) ?? ((text: string) => leaf(decode(text)))
  return (text, run) => {
    if (text !== null) return write(text, run)
    if (isNonNull) throw new Irregular('null in a non-null field')
    return 'null'
  }
}

function directWriter(type: unknown, field: ModelField): ((text: string, run: Execution) => string) | null {
  if (!isLeafType(type) || field.isList) return null
  const { readText } = type.extensions as ScalarExtensions
  if (readText) return (text) => JSON.stringify(readText(text))
  if (type.name === 'String' && field.type === 'String') return (text, run) => run.string(text)
  if (type.name === 'Int' && field.type === 'Int') return (text) => text
  if (type instanceof GraphQLEnumType) {
    const names = new Map(type.getValues().map(({ name, value }) => [value, `"${name}"`]))
    return (text) => names.get(text) ?? irregular()
  }
  return null
}
