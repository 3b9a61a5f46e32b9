import type { FieldNode, GraphQLObjectType } from 'graphql'
import { selectionsAt } from './collect.js'
import { keySlot } from './columns.js'
import type { Compiler, Place } from './compiler.js'
import type { Execution } from './execution.js'
import { modelOf } from './facts.js'
import { Level } from './level.js'
import { type Columns, checkColumn } from './operation-plan.js'
import { type ObjectPlan, PlannedObject } from './planned-object.js'
import { joined, type Sql, type Statement, statementOf } from './sql.js'
import { subselect } from './subselect.js'

/** The plan of rows that a resolver with code of its own asks for. */
export class RowsPlanBelow {
  readonly #level = new Level()
  readonly #alias: string
  readonly #model: string
  readonly #key: number
  readonly #plans: ReadonlyMap<string, ObjectPlan>

  readonly #compiler: Compiler
  readonly #type: GraphQLObjectType
  readonly #path: readonly string[]

  constructor(
    compiler: Compiler,
    type: GraphQLObjectType,
    path: readonly string[],
    nodes: readonly FieldNode[],
  ) {
    this.#compiler = compiler
    this.#type = type
    this.#path = path
    const [level, alias, model] = [this.#level, compiler.alias(), modelOf(type) as string]
    this.#alias = alias
    this.#model = model
    const place: Place = { level, alias, model, way: [], count: () => 1 }
    this.#key = keySlot(compiler, place)
    const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const groups = selectionsAt(compiler.selecting, selections, path)
    this.#plans = new Map([...groups].map(([keys, sets]) => [keys, compiler.object(type, sets, place)]))
  }

  /** @param checked SQL of a JSON value that stands in the last column. */
  query(where: Sql, run: Execution, checked: Sql | null): Statement {
    const from = subselect(this.#compiler.tables, { model: this.#model, where: [where] }, null, this.#alias)
    const columns = joined([this.#level.columns(), ...checkColumn(checked)], ', ')
    return statementOf<Execution>(['SELECT ', columns, ' FROM ', from, this.#level.joins], run)
  }

  /** The objects by the text of their key. */
  read(rows: Columns[], run: Execution): Map<string, PlannedObject> {
    return new Map(
      rows.map((row) => {
        this.#level.parse(row, 0)
        return [
          row[this.#key] as string,
          new PlannedObject(this.#plans, this.#path.length, row, run, this.#type.name),
        ]
      }),
    )
  }
}
