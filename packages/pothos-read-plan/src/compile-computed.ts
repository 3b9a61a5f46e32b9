import { columnRead, columnSlot, decoded, keySlot } from './columns.js'
import { joinRelated, relatedRows } from './compile-relation.js'
import { jsonList, listLevel } from './compile-rows.js'
import type { Compiler, Field, Place } from './compiler.js'
import type { ModelField } from './datamodel.js'
import { resolverOf } from './facts.js'
import { decoderOf, Irregular } from './leaf.js'
import type { FieldRead, Raw } from './planned-object.js'
import type { PrismaQuery } from './prisma-query.js'
import { allColumns } from './subselect.js'
import { valueWriter } from './value-writer.js'

/** Reads the columns that a field selects, as the object that Prisma would have read. */
type ReadRow = (row: Raw) => object

/** Compiles a field that exposes a column, or computes something from columns. */
export function compileComputed(compiler: Compiler, field: Field): FieldRead {
  const { definition, facts, place } = field
  const { pothosExposedField: exposed } = definition.extensions
  if (isNodeId(field)) return nodeId(compiler, field)
  if (place.model && typeof exposed === 'string')
    return columnRead(compiler, place, field.key, definition.type, exposed)
  const readRow = rowReader(compiler, place, selectOf(compiler, field))
  const site = compiler.site(field, () => null)
  const resolve = resolverOf(definition)
  const hasCode = facts.plan !== undefined && 'code' in facts.plan
  if (hasCode) compiler.limits.textable = false
  const write = hasCode ? null : valueWriter(compiler, definition.type, field.selections, place.way)
  return {
    key: field.key,
    read(row, run, info) {
      const { error, args } = site.of(run)
      if (error) throw error
      return resolve(readRow(row), args, run.context, info)
    },
    write(row, run) {
      if (!write) throw new Irregular('the field has code of its own')
      const { args } = site.of(run)
      // A resolver that reads `info` fails here, and the executor calls it again.
      return write(resolve(readRow(row), args, run.context, undefined as never), run)
    },
  }
}

const isNodeId = ({ definition, type }: Field): boolean =>
  definition.name === 'id' && type.getInterfaces().some(({ name }) => name === 'Node')

function nodeId(compiler: Compiler, { key, type, place }: Field): FieldRead {
  const slot = keySlot(compiler, place)
  const encode = (row: Raw) => compiler.encodeId(type.name, row[slot] as string)
  return { key, read: encode, write: (row) => `"${encode(row)}"` }
}

/** What Prisma would read for a field: what its type selects, or else all columns, and what the field itself selects. */
function selectOf({ tables }: Compiler, { type, definition, place }: Field): Record<string, unknown> {
  const { pothosPrismaSelect: select } = definition.extensions
  if (typeof select === 'function')
    throw new Error(`${type.name}.${definition.name} has a function as \`select\`: give it a plan`)
  if (type.extensions.pothosPrismaInclude)
    throw new Error(`${type.name} has an \`include\`: give it a \`select\``)
  const ofType = type.extensions.pothosPrismaSelect as Record<string, unknown> | undefined
  return { ...(place.model ? (ofType ?? tables.allColumns(place.model)) : {}), ...(select || {}) }
}

/** Compiles a Prisma `select` of columns, and of relations with a `select` of their own. */
function rowReader(compiler: Compiler, place: Place, select: Record<string, unknown>): ReadRow {
  const reads = Object.entries(select).flatMap(([name, selected]): [string, (row: Raw) => unknown][] => {
    if (!selected) return []
    const field = compiler.tables.field(place.model as string, name)
    if (field.kind === 'object')
      return [
        [name, relationReader(compiler, place, field, selected === true ? {} : (selected as PrismaQuery))],
      ]
    const slot = columnSlot(compiler, place, name)
    const decode = decoderOf(field)
    return [[name, (row) => decoded(decode, row[slot])]]
  })
  return (row) => {
    const read: Record<string, unknown> = {}
    for (const [name, value] of reads) read[name] = value(row)
    return read
  }
}

function relationReader(
  compiler: Compiler,
  place: Place,
  relation: ModelField,
  query: PrismaQuery,
): (row: Raw) => unknown {
  const { tables } = compiler
  const on = tables.join(place.model as string, relation.name)
  const select = (query.select ?? tables.allColumns(relation.type)) as Record<string, unknown>
  if (!relation.isList) {
    const alias = joinRelated(compiler, place.level, place.alias as string, relation, on)
    const below = { ...place, alias, model: relation.type }
    const presence = keySlot(compiler, below)
    const readRow = rowReader(compiler, below, select)
    return (row) => (row[presence] === null ? null : readRow(row))
  }
  const { level, alias, below } = listLevel(compiler, place, relation.type, place.count)
  const readRow = rowReader(compiler, below, select)
  const rows = relatedRows(tables, relation, on, query)
  const slot = place.level.json(() => jsonList(compiler, rows, level, allColumns(place.alias), alias))
  return (row) => level.rowsOf(row[slot]).map(readRow)
}
