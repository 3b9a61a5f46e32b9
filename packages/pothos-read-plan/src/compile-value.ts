import { type GraphQLObjectType, getArgumentValues, getNamedType } from 'graphql'
import { fieldsNamed, selectionsAt } from './collect.js'
import type { Compiler, Field } from './compiler.js'
import type { Execution, Site } from './execution.js'
import { modelOf } from './facts.js'
import type { Embed, Embedded, EmbeddedReader, Value, ValuePlan, WholeList, WholePlan } from './field-plan.js'
import { Level } from './level.js'
import { type FieldRead, type ObjectPlan, PlannedObject } from './planned-object.js'
import { type Part, type Sql, sqlOf } from './sql.js'
import { allColumns, plain, subselect } from './subselect.js'
import { valueWriter } from './value-writer.js'

/** Compiles a field whose value its own SQL computes. */
export function compileValue(
  compiler: Compiler,
  field: Field,
  { embeds = [] }: { embeds?: readonly Embedded[] },
  value: ValuePlan<object, object>['value'],
): FieldRead {
  const rows = new EmbeddedRows(compiler, field, embeds)
  const site = compiler.site(field, (args, run) => value(args, run.context, rows.embed(run)), 'selection')
  return valueRead(compiler, field, site, rows)
}

/** Compiles a field of a connection that reads the whole list. */
export function compileWhole(
  compiler: Compiler,
  field: Field,
  { whole, embeds = [] }: WholePlan<object, object>,
  listOf: (run: Execution) => WholeList,
  parentOf: ParentOf,
): FieldRead {
  const rows = new EmbeddedRows(compiler, field, embeds)
  // The list depends on the arguments of the connection, too, which are not looked at here.
  const site = compiler.site(
    field,
    (args, run) => whole(args, run.context, listOf(run), rows.embed(run)),
    'more',
  )
  return valueRead(compiler, field, site, rows, parentOf)
}

/** The columns of the parent `p` of a field; null for the root. */
export type ParentOf = (run: Execution) => string | null

function valueRead(
  compiler: Compiler,
  field: Field,
  site: Site,
  rows: EmbeddedRows,
  parentOf: ParentOf = () => allColumns(field.place.alias),
): FieldRead {
  const { place, definition, selections } = field
  const slot = place.level.json((run) => {
    const { error, prepared } = site.of(run)
    return error ? 'NULL::json' : asValue((prepared as Value).select, parentOf(run))
  })
  const read: FieldRead['read'] = (row, run) => {
    const { error, prepared } = site.of(run)
    if (error) throw error
    return (prepared as Value<unknown>).read(row[slot], rows.reader(run), run.context as never)
  }
  const write = valueWriter(compiler, definition.type, selections, place.way)
  return { key: field.key, read, write: (row, run) => write(read(row, run, undefined as never), run) }
}

const asValue = (select: Sql, parent: string | null): Part<Execution> =>
  parent
    ? [`(SELECT w.v FROM (SELECT ${parent}) p CROSS JOIN LATERAL (`, select, ') AS w(v))']
    : ['(', select, ')']

/** A row that can stand at a place in a value. */
interface EmbeddedType {
  level: Level
  alias: string
  model: string
  plans: ReadonlyMap<string, ObjectPlan>
}

/** The rows that stand in the value of a field. */
class EmbeddedRows {
  readonly #types: ReadonlyMap<string, EmbeddedType>[]
  readonly #depths: number[]

  readonly #compiler: Compiler
  readonly #field: Field
  readonly #selects: Embed['selects']

  constructor(compiler: Compiler, field: Field, embeds: readonly Embedded[]) {
    this.#compiler = compiler
    this.#field = field
    this.#selects = (path) => selectionsAt(compiler.selecting, field.selections, path).size > 0
    this.#depths = embeds.map(({ path }) => path.length)
    this.#types = embeds.map(({ path, types }) => {
      const groups = selectionsAt(compiler.selecting, field.selections, path)
      if (groups.size === 0) return new Map()
      return new Map(types.map((name) => [name, this.#compile(field, name, groups)]))
    })
  }

  #compile(field: Field, name: string, groups: ReturnType<typeof selectionsAt>): EmbeddedType {
    const compiler = this.#compiler
    const type = compiler.selecting.schema.getType(name) as GraphQLObjectType
    const [level, alias, model] = [new Level(), compiler.alias(), modelOf(type) as string]
    const plans = new Map(
      [...groups].map(([keys, selections]) => {
        const way = [...field.place.way, ...(keys === '' ? [] : keys.split(' '))]
        return [keys, compiler.object(type, selections, { ...field.place, level, alias, model, way })]
      }),
    )
    return { level, alias, model, plans }
  }

  embed(run: Execution): Embed {
    return {
      row: (at, type, where) => {
        const row = this.#types[at]?.get(type)
        return row ? this.#rowSql(row, where, run) : plain('NULL::json')
      },
      selects: this.#selects,
      argumentsOf: (name) => this.#argumentsOf(name, run),
    }
  }

  #argumentsOf(name: string, { variables }: Execution): Record<string, unknown>[] {
    const { definition, selections } = this.#field
    const type = getNamedType(definition.type) as GraphQLObjectType
    const field = type.getFields()[name]
    if (!field) throw new Error(`${type.name} has no field ${name}`)
    return fieldsNamed(this.#compiler.selecting, selections, name).flatMap((node) => {
      try {
        return [getArgumentValues(field, node, variables)]
      } catch {
        // Its own resolver says what is wrong.
        return []
      }
    })
  }

  #rowSql({ level, alias, model }: EmbeddedType, where: Sql, run: Execution): Sql {
    const from = subselect(this.#compiler.tables, { model, where: [where], limit: 1 }, null, alias)
    return sqlOf<Execution>(['(SELECT ', level.array(), ' FROM ', from, level.joins, ')'], run)
  }

  reader(run: Execution): EmbeddedReader {
    return {
      row: (at, type, json) => {
        const row = this.#types[at]?.get(type)
        if (json === null || !row) return null
        return new PlannedObject(row.plans, this.#depths[at] ?? 0, row.level.rowOf(json), run, type)
      },
    }
  }
}
