import { compileColumns } from './compile-columns.js'
import { compileComputed } from './compile-computed.js'
import { compileConnection } from './compile-connection.js'
import { compileRelation } from './compile-relation.js'
import { compileRows } from './compile-rows.js'
import { compileValue } from './compile-value.js'
import type { CompileField } from './compiler.js'

/** Compiles a field by its plan; a field without one is a relation, or is computed from columns. */
export const compileField: CompileField = (compiler, field) => {
  const { plan } = field.facts
  if (plan) {
    if ('page' in plan) return compileConnection(compiler, field, plan.page as never)
    if ('rows' in plan) return compileRows(compiler, field, plan.rows as never)
    if ('columns' in plan) return compileColumns(compiler, field, plan.columns)
    if ('value' in plan) return compileValue(compiler, field, plan, plan.value as never)
  }
  if (field.definition.extensions.pothosPrismaRelationField) return compileRelation(compiler, field)
  return compileComputed(compiler, field)
}
