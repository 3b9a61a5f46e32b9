import type { GraphQLField } from 'graphql'
import { collectFields } from './collect.js'
import { columnRead } from './columns.js'
import { type Compiler, type Field, objectTypeOf } from './compiler.js'
import type { ColumnsPlan } from './field-plan.js'
import { type FieldRead, ObjectPlan, objectOf, typenameRead } from './planned-object.js'

/** Compiles a field whose value is an object of columns of the row. */
export function compileColumns(compiler: Compiler, field: Field, columns: ColumnsPlan['columns']): FieldRead {
  const type = objectTypeOf(field)
  const fields = [...collectFields(compiler.selecting, type, field.selections)].map(
    ([key, nodes]): FieldRead => {
      const name = nodes[0]?.name.value as string
      if (name === '__typename') return typenameRead(key, type)
      const column = columns[name]
      if (column === undefined)
        throw new Error(`the plan of ${field.definition.name} has no column for ${name}`)
      if (column === null) return { key, read: () => null, write: () => 'null' }
      const definition = type.getFields()[name] as GraphQLField<unknown, unknown>
      return columnRead(compiler, field.place, key, definition.type, column)
    },
  )
  const plan = new ObjectPlan(type.name, fields)
  return {
    key: field.key,
    read: (row, run) => objectOf(plan, row, run),
    write: (row, run) => plan.write(row, run),
  }
}
