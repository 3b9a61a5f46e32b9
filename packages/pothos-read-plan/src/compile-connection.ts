import { type FieldNode, type GraphQLObjectType, getNamedType } from 'graphql'
import { collectFields } from './collect.js'
import { keySlot } from './columns.js'
import { jsonList, listLevel } from './compile-rows.js'
import { compileWhole } from './compile-value.js'
import { type Compiler, type Field, objectTypeOf, type Place } from './compiler.js'
import type { Execution, Site } from './execution.js'
import { factsOf, modelOf } from './facts.js'
import type { Page, PagePlan, Rows, WholePlan } from './field-plan.js'
import { Irregular } from './leaf.js'
import type { Level } from './level.js'
import { type FieldRead, ObjectPlan, objectOf, type Raw, typenameRead } from './planned-object.js'
import { quoted, type Sql } from './sql.js'
import { allColumns, inOrder, orderValues, plain, subselect } from './subselect.js'
import { valueWriter } from './value-writer.js'
import { ownTable, rootTable } from './whole-table.js'

/** A connection while it is compiled. */
interface Connection {
  compiler: Compiler
  site: Site
  /** The level of the rows of the page, the alias of a row, and the place of its object. */
  level: Level
  alias: string
  below: Place
  /** The rows of the page as they were read; the page may be one row longer. */
  page(row: Raw, run: Execution): PageRows
  /** The columns of the parent `p`. */
  parent(run: Execution): string | null
  /** Makes the statement read the rows of the page; without it, only what the whole list has is read. */
  readRows(): void
  /** The slot of the values of a row's cursor, made when it is first asked for. */
  cursorSlot(): number
  /** Reads one row more than the page has, to tell whether the list goes on. */
  readOneMore(): void
}

interface PageRows {
  rows: readonly Raw[]
  hasMore: boolean
  page: Page
}

/** Compiles a field whose type is a Relay connection. */
export function compileConnection(
  compiler: Compiler,
  field: Field,
  page: PagePlan<object, object>['page'],
): FieldRead {
  const type = objectTypeOf(field)
  const site = compiler.site(field, (args, run) => page(args, run.context))
  const connection = newConnection(compiler, field, site, nodeTypeOf(type))
  const fields = [...collectFields(compiler.selecting, type, field.selections)].map(([key, nodes]) =>
    connectionField(connection, type, key, nodes, field),
  )
  const plan = new ObjectPlan(type.name, fields)
  return {
    key: field.key,
    read(row, run) {
      const { error } = site.of(run)
      if (error) throw error
      return objectOf(plan, row, run)
    },
    write(row, run) {
      if (site.of(run).error) throw new Irregular('wrong arguments')
      return plan.write(row, run)
    },
  }
}

/** The type of the nodes of a connection type. */
const nodeTypeOf = (type: GraphQLObjectType) =>
  getNamedType((type.getFields().nodes as Field['definition']).type) as GraphQLObjectType

function newConnection(
  compiler: Compiler,
  { place }: Field,
  site: Site,
  nodeType: GraphQLObjectType,
): Connection {
  const model = modelOf(nodeType) as string
  const pageOf = (run: Execution) => site.of(run).prepared as Page | null
  const { level, alias, below } = listLevel(
    compiler,
    place,
    model,
    (run) => place.count(run) * (pageOf(run)?.limit ?? 1),
  )
  const parent = parentWithOnce(compiler, place, pageOf)
  let more = 0
  const rowsOf = (page: Page): Rows => {
    const { where, place: cut, limit } = page
    return { ...page, where: [...where, ...cut], limit: limit + more }
  }
  const read = once((): ((row: Raw) => readonly Raw[]) => {
    if (place.alias === null && !compiler.flat) {
      compiler.flat = {
        level,
        presence: keySlot(compiler, below),
        from(run) {
          const page = pageOf(run)
          return page && subselect(compiler.tables, rowsOf(page), null, alias)
        },
        order: (run) => inOrder(pageOf(run) as Page, alias),
      }
      return (row) => row[compiler.root.width] as Raw[]
    }
    const slot = place.level.json((run) => {
      const page = pageOf(run)
      return page ? jsonList(compiler, rowsOf(page), level, parent(run), alias) : 'NULL::json'
    })
    return (row) => level.rowsOf(row[slot])
  })
  return {
    ...{ compiler, site, level, alias, below, parent },
    page(row, run) {
      const page = pageOf(run) as Page
      const all = read()(row)
      const hasMore = all.length > page.limit
      const rows = hasMore ? all.slice(0, page.limit) : all
      return { rows: page.backwards ? rows.toReversed() : rows, hasMore, page }
    },
    readRows: read,
    cursorSlot: once(() => level.json((run) => orderValues(pageOf(run) as Page, alias))),
    readOneMore() {
      more = 1
    },
  }
}

/** Joins what is run once for a connection to the row of its parent. @returns the columns of the parent. */
function parentWithOnce(
  compiler: Compiler,
  { alias, level }: Place,
  pageOf: (run: Execution) => Page | null,
): Connection['parent'] {
  if (alias === null) return () => null
  const joined = compiler.alias()
  level.joins.push((run) => {
    const select = pageOf(run)?.once
    return select
      ? [
          ` LEFT JOIN LATERAL (SELECT o.v FROM (SELECT ${alias}.*) p CROSS JOIN LATERAL (`,
          select,
          `) o(v)) ${joined} ON TRUE`,
        ]
      : ''
  })
  return (run) => (pageOf(run)?.once ? `${alias}.*, ${joined}.v AS once` : allColumns(alias))
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function connectionField(
  connection: Connection,
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
  field: Field,
): FieldRead {
  const name = nodes[0]?.name.value as string
  const way = [...field.place.way, key]
  const below = { ...connection.below, way }
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
  if (name === '__typename') return typenameRead(key, type)
  const definition = type.getFields()[name] as Field['definition']
  if (name === 'nodes') {
    return rowsField(connection, key, connection.compiler.object(nodeTypeOf(type), selections, below))
  }
  if (name === 'edges') {
    const edgeType = getNamedType(definition.type) as GraphQLObjectType
    return rowsField(connection, key, edgePlan(connection, edgeType, selections, below))
  }
  const own = {
    ...{ key, type, definition, facts: factsOf(definition), nodes, selections },
    place: { ...field.place, way },
  }
  if (name === 'pageInfo') return pageInfo(connection, own)
  const { plan } = own.facts
  if (!plan || !('whole' in plan)) throw new Error(`${type.name}.${name} has no plan`)
  const listOf = (run: Execution) => {
    const { where, from } = connection.site.of(run).prepared as Page
    const model = modelOf(nodeTypeOf(type)) as string
    return {
      from: from ?? plain(`${quoted(connection.compiler.tables.table(model))} t`),
      where,
      lists: field.place.count(run),
      table: (rows: Sql) => (field.place.alias === null ? rootTable(rows, run) : ownTable(rows)),
    }
  }
  return compileWhole(connection.compiler, own, plan as WholePlan<object, object>, listOf, connection.parent)
}

function rowsField({ page, readRows }: Connection, key: string, plan: ObjectPlan): FieldRead {
  readRows()
  return {
    key,
    read: (row, run) => page(row, run).rows.map((one) => objectOf(plan, one, run)),
    write: (row, run) => run.list(page(row, run).rows, (one) => plan.write(one, run)),
  }
}

function edgePlan(
  connection: Connection,
  type: GraphQLObjectType,
  selections: Field['selections'],
  place: Place,
): ObjectPlan {
  const { compiler } = connection
  const fields = [...collectFields(compiler.selecting, type, selections)].map(([key, nodes]): FieldRead => {
    const name = nodes[0]?.name.value
    if (name === '__typename') return typenameRead(key, type)
    if (name === 'cursor') {
      const slot = connection.cursorSlot()
      const cursor = (row: Raw, run: Execution) =>
        (connection.site.of(run).prepared as Page).cursor(row[slot] as string[])
      return { key, read: cursor, write: (row, run) => JSON.stringify(cursor(row, run)) }
    }
    const nodeType = getNamedType((type.getFields().node as Field['definition']).type) as GraphQLObjectType
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const plan = compiler.object(nodeType, below, { ...place, way: [...place.way, key] })
    return { key, read: (row, run) => objectOf(plan, row, run), write: (row, run) => plan.write(row, run) }
  })
  return new ObjectPlan(type.name, fields)
}

function pageInfo(connection: Connection, field: Field): FieldRead {
  connection.readRows()
  connection.readOneMore()
  const slot = connection.cursorSlot()
  const read = (row: Raw, run: Execution) => {
    const { rows, hasMore, page } = connection.page(row, run)
    const cursorOf = (one: Raw | undefined) => (one ? page.cursor(one[slot] as string[]) : null)
    return {
      hasNextPage: page.backwards ? page.continues : hasMore,
      hasPreviousPage: page.backwards ? hasMore : page.continues,
      startCursor: cursorOf(rows[0]),
      endCursor: cursorOf(rows.at(-1)),
    }
  }
  const write = valueWriter(connection.compiler, field.definition.type, field.selections, field.place.way)
  return { key: field.key, read, write: (row, run) => write(read(row, run), run) }
}
