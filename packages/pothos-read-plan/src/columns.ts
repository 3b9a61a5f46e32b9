import type { GraphQLOutputType } from 'graphql'
import type { Compiler, Place } from './compiler.js'
import { columnWriter, type Decode, decoderOf } from './leaf.js'
import type { FieldRead } from './planned-object.js'
import { quoted } from './sql.js'

/** The slot of a column of an object's row. */
export function columnSlot({ tables }: Compiler, { level, alias, model }: Place, name: string): number {
  const field = tables.field(model as string, name)
  const expression = `${alias}.${quoted(tables.column(model as string, name))}`
  return level.text(field.isList ? `to_json(${expression}::text[])` : expression)
}

/** The slot of the key of an object's row, which tells whether there is one. */
export const keySlot = (compiler: Compiler, place: Place): number =>
  columnSlot(compiler, place, compiler.tables.key(place.model as string))

export const decoded = (decode: Decode, text: unknown) => (text === null ? null : decode(text as string))

/** Reads a field that shows a column. */
export function columnRead(
  compiler: Compiler,
  place: Place,
  key: string,
  type: GraphQLOutputType,
  name: string,
): FieldRead {
  const field = compiler.tables.field(place.model as string, name)
  const slot = columnSlot(compiler, place, name)
  const decode = decoderOf(field)
  const write = columnWriter(type, field)
  return {
    key,
    read: (row) => decoded(decode, row[slot]),
    write: (row, run) => write(row[slot] as string | null, run),
  }
}
