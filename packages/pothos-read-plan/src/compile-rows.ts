import { isNonNullType } from 'graphql'
import { keySlot } from './columns.js'
import { type Compiler, type Field, isList, objectTypeOf, type Place } from './compiler.js'
import type { Execution, Site } from './execution.js'
import { modelOf } from './facts.js'
import type { Rows, RowsPlan } from './field-plan.js'
import { Irregular } from './leaf.js'
import { Level } from './level.js'
import { type FieldRead, objectOf } from './planned-object.js'
import type { Part } from './sql.js'
import { allColumns, inOrder, plain, subselect } from './subselect.js'

/** Compiles a field that reads a row, or a list of rows. */
export function compileRows(
  compiler: Compiler,
  field: Field,
  rows: RowsPlan<object, object>['rows'],
): FieldRead {
  const site = compiler.site(field, (args, run) => rows(args, run.context))
  return isList(field.definition.type)
    ? compileList(compiler, field, site)
    : compileOne(compiler, field, site)
}

function compileOne(compiler: Compiler, field: Field, site: Site): FieldRead {
  const { place } = field
  const type = objectTypeOf(field)
  const model = modelOf(type) as string
  const alias = compiler.alias()
  place.level.joins.push((run) => [
    ' LEFT JOIN LATERAL ',
    subselect(compiler.tables, rowsOf(site, run, model), allColumns(place.alias), alias),
    ' ON TRUE',
  ])
  return oneRow(compiler, field, alias, model, site)
}

/** The rows of a site; none when its arguments are wrong. */
const rowsOf = (site: Site, run: Execution, model: string): Rows => {
  const { error, prepared } = site.of(run)
  return error ? { model, where: [plain('FALSE')] } : (prepared as Rows)
}

/** Reads a row that is joined under an alias. */
export function oneRow(
  compiler: Compiler,
  field: Field,
  alias: string,
  model: string,
  site: Site | null = null,
): FieldRead {
  const { place, selections, definition } = field
  const own = { ...place, alias, model }
  const presence = keySlot(compiler, own)
  const plan = compiler.object(objectTypeOf(field), selections, own)
  const isNonNull = isNonNullType(definition.type)
  return {
    key: field.key,
    read(row, run) {
      const error = site?.of(run).error
      if (error) throw error
      return row[presence] === null ? null : objectOf(plan, row, run)
    },
    write(row, run) {
      if (row[presence] !== null) return plan.write(row, run)
      if (isNonNull) throw new Irregular('null in a non-null field')
      return 'null'
    },
  }
}

/** Compiles a field that reads a whole, short list of rows. */
export function compileList(compiler: Compiler, field: Field, site: Site): FieldRead {
  const { place, selections } = field
  const type = objectTypeOf(field)
  const model = modelOf(type) as string
  const count = (run: Execution) => place.count(run) * (rowsOf(site, run, model).limit ?? 1)
  const { level, alias, below } = listLevel(compiler, place, model, count)
  const plan = compiler.object(type, selections, below)
  const slot = place.level.json((run) => {
    const { error, prepared } = site.of(run)
    return error ? 'NULL::json' : jsonList(compiler, prepared as Rows, level, allColumns(place.alias), alias)
  })
  return {
    key: field.key,
    read(row, run) {
      const { error } = site.of(run)
      if (error) throw error
      return level.rowsOf(row[slot]).map((one) => objectOf(plan, one, run))
    },
    write: (row, run) => run.list(level.rowsOf(row[slot]), (one) => plan.write(one, run)),
  }
}

/** The level of the rows of a list, and the place of their objects. */
export function listLevel(compiler: Compiler, place: Place, model: string, count: Place['count']) {
  const level = new Level()
  const alias = compiler.alias()
  return { level, alias, below: { ...place, level, alias, model, count } }
}

/** The rows of a list as a JSON array of arrays; NULL when there are none. @param parent the columns of the parent `p`. */
export const jsonList = (
  compiler: Compiler,
  rows: Rows,
  level: Level,
  parent: string | null,
  alias: string,
): Part<Execution> => [
  '(SELECT json_agg(j.v) FROM (SELECT ',
  level.array(),
  ' AS v FROM ',
  subselect(compiler.tables, rows, parent, alias),
  level.joins,
  inOrder(rows, alias),
  ') j)',
]
