import type { Database } from '../../src/database/database.js'
import type { SqlStatement } from './service.js'

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  Plans?: PlanNode[]
}

/** The work of a SQL statement. */
export interface Effort {
  /** The number of rows that its scans of tables read, including those that a filter removes. */
  rowsRead: number
  /** The node types of the plan, each with its table when it has one: "Index Scan Statement". */
  nodes: string[]
}

/** Runs a SQL statement again, under EXPLAIN ANALYZE. */
export async function explain({ prisma }: Database, { query, params }: SqlStatement): Promise<Effort> {
  const [row] = await prisma.$queryRawUnsafe<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
    ...JSON.parse(params),
  )
  const nodes = flatten(row?.['QUERY PLAN'][0].Plan)
  const scans = nodes.filter((node) => node['Relation Name'] !== undefined)
  return {
    rowsRead: scans.reduce((sum, node) => sum + rowsOf(node), 0),
    nodes: nodes.map((node) => [node['Node Type'], node['Relation Name']].filter(Boolean).join(' ')),
  }
}

const flatten = (node: PlanNode | undefined): PlanNode[] =>
  node ? [node, ...(node.Plans ?? []).flatMap(flatten)] : []

const rowsOf = (node: PlanNode) =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
