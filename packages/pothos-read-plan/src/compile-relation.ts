import { compileList, oneRow } from './compile-rows.js'
import { type Compiler, type Field, isList } from './compiler.js'
import type { Join, ModelField, Tables } from './datamodel.js'
import type { Execution } from './execution.js'
import type { RelationPlan, Rows } from './field-plan.js'
import type { Level } from './level.js'
import type { FieldRead } from './planned-object.js'
import { type PrismaQuery, rowsOfQuery } from './prisma-query.js'
import { type Part, quoted } from './sql.js'
import { plain } from './subselect.js'

/** Pothos' function that gives the Prisma selection of a relation. */
type SelectRelation = (
  args: object,
  context: object,
  nested: (query: unknown) => unknown,
) => { select: object }

/** Compiles a field that `t.relation` makes. */
export function compileRelation(compiler: Compiler, field: Field): FieldRead {
  const { definition, place, facts } = field
  const relation = definition.extensions.pothosPrismaRelationField as ModelField
  const { tables } = compiler
  const own =
    facts.plan && 'relation' in facts.plan ? (facts.plan as RelationPlan<object, object>).relation : {}
  const on = tables.join(place.model as string, relation.name)
  if (!isList(definition.type)) {
    const alias = joinRelated(compiler, place.level, place.alias as string, relation, on)
    return oneRow(compiler, field, alias, relation.type)
  }
  const select = definition.extensions.pothosPrismaSelect as SelectRelation
  const site = compiler.site(field, (args, { context }): Rows => {
    const query = queryOf(select, relation.name, args, context)
    const further = own.where?.(args, context)
    return {
      ...relatedRows(tables, relation, on, query),
      where: [joining(on), ...(further ? [further] : [])],
    }
  })
  return compileList(compiler, field, site)
}

function queryOf(select: SelectRelation, name: string, args: object, context: object): PrismaQuery {
  const called = (query: unknown) => (typeof query === 'function' ? query(args, context) : query)
  const { select: selected } = select(args, context, called)
  return (selected as Record<string, PrismaQuery>)[name] ?? {}
}

const joining = (on: Join) =>
  plain(on.map(({ own, other }) => `t.${quoted(other)} = p.${quoted(own)}`).join(' AND '))

/** The related rows of a row `p`, by a Prisma query. */
export const relatedRows = (tables: Tables, relation: ModelField, on: Join, query: PrismaQuery): Rows => ({
  ...rowsOfQuery(tables, relation.type, query),
  where: [joining(on)],
})

/** Joins the row that a relation leads to. @returns its alias. */
export function joinRelated(
  compiler: Compiler,
  level: Level,
  parent: string,
  relation: ModelField,
  on: Join,
): string {
  return level.join(`${parent}.${relation.name}`, () => {
    const alias = compiler.alias()
    const condition = on.map(({ own, other }) => `o.${quoted(other)} = ${parent}.${quoted(own)}`)
    const table = quoted(compiler.tables.table(relation.type))
    // OFFSET 0 makes PostgreSQL look up the row for each of the few parents, and keep their order.
    const row = `SELECT * FROM ${table} o WHERE ${condition.join(' AND ')} OFFSET 0`
    const join: Part<Execution> = ` LEFT JOIN LATERAL (${row}) ${alias} ON TRUE`
    return { alias, join }
  })
}
