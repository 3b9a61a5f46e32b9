import type { GraphQLObjectType, SelectionSetNode } from 'graphql'
import type { Compiler, Limits } from './compiler.js'
import type { Execution } from './execution.js'
import type { FlatPage } from './flat-page.js'
import type { Level } from './level.js'
import { type ObjectPlan, objectOf, type PlannedObject, type Raw } from './planned-object.js'
import { joined, type Part, type Sql, type Statement, statementOf } from './sql.js'

/** The columns of a result that a driver gives: texts and nulls. */
export type Columns = unknown[]

/** The column of a check, whose text is the last of a row. */
export const checkColumn = (checked: Sql | null): Part<Execution>[] =>
  checked ? [['(', checked, ')::text']] : []

/** The plan of all root fields of an operation. */
export class OperationPlan {
  readonly root: ObjectPlan
  readonly limits: Limits
  readonly #level: Level
  readonly #flat: FlatPage | null

  constructor(compiler: Compiler, type: GraphQLObjectType, selections: SelectionSetNode) {
    const { root } = compiler
    this.root = compiler.object(type, [selections], {
      ...{ level: root, alias: null, model: null, way: [] },
      count: () => 1,
    })
    this.#level = root
    this.#flat = compiler.flat
    this.limits = compiler.limits
  }

  /**
   * The one statement that reads everything; null when there is nothing to read.
   *
   * @param checked SQL of a JSON value that stands in the last column of the first row.
   */
  query(run: Execution, checked: Sql | null): Statement | null {
    const level = this.#level
    const page = this.#flat?.from(run)
    const root = [...(level.width > 0 ? [level.columns()] : []), ...checkColumn(checked)]
    if (!this.#flat || !page) {
      if (root.length === 0) return null
      return withTables(['SELECT ', joined(root, ', '), ' FROM (SELECT) one', level.joins], run)
    }
    const { level: rows, order } = this.#flat
    // Without a page there still is a row of the root.
    const from =
      root.length === 0 ? page : ['(SELECT) one', level.joins, ' LEFT JOIN LATERAL ', page, ' ON TRUE']
    const columns = joined([rows.columns(), ...root], ', ')
    return withTables(['SELECT ', columns, ' FROM ', from, rows.joins, order(run)], run)
  }

  /** The root object, from the rows of the result. */
  object(rows: Columns[], run: Execution): PlannedObject {
    return objectOf(this.root, this.#read(rows, run), run)
  }

  #read(rows: Columns[], run: Execution): Raw {
    const flat = this.#flat?.from(run) ? this.#flat : null
    if (!flat) {
      const [row = []] = rows
      this.#level.parse(row, 0)
      return [...row, []]
    }
    const { level, presence } = flat
    const root = rows[0]?.slice(level.width) ?? []
    this.#level.parse(root, 0)
    const page = rows[0]?.[presence] == null ? [] : rows
    for (const row of page) level.parse(row, 0)
    // The page stands behind the last slot of the root.
    while (root.length < this.#level.width) root.push(null)
    return [...root, page]
  }
}

/** Writes a statement, and before it the tables that its values ask for. */
function withTables(parts: Part<Execution>, run: Execution): Statement {
  const statement = statementOf(parts, run)
  const tables = run.tables.map(({ name, rows }) => [`${name} AS MATERIALIZED (`, rows, ')'])
  return tables.length === 0 ? statement : statementOf(['WITH ', joined(tables, ', '), ' ', parts], run)
}
