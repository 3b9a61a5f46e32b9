import { raw, type Sql, sql } from '../../database/sql.js'
import type { Prisma, PrismaClient } from '../../generated/prisma/client.js'
import type { View } from '../visibility/view.js'

/** A short list of rows that belong to a parent `p`, given whole instead of page by page. */
export interface Parts {
  /** Prisma's model of the rows. */
  model: Prisma.ModelName
  /** The id of a row: r.id. */
  id: Sql
  /** The tables that the rows are found in: "Reference" r. */
  from: Sql
  /** The condition on the rows of parent `p.id`, as a viewer may see them. */
  where(view: View): Sql
  orderBy: Sql
  /** Most rows of one parent. */
  most: number
}

/** The UUIDs of the rows of each parent in order, with one SQL statement. Parents without rows are not among the keys. */
export async function readPartIds(
  prisma: PrismaClient,
  { id, from, where, orderBy, most }: Parts,
  view: View,
  parents: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await prisma.$queryRaw<{ parent: string; ids: string[] }[]>(sql`
    SELECT p.id::text AS parent, n.ids FROM unnest(${parents}::uuid[]) AS p(id)
    CROSS JOIN LATERAL (SELECT array_agg(o.id::text) AS ids FROM (
      SELECT ${id} AS id FROM ${from} WHERE ${where(view)} ORDER BY ${orderBy} LIMIT ${raw(String(most))}) o) n
    WHERE n.ids IS NOT NULL`)
  return new Map(rows.map(({ parent, ids }) => [parent, ids]))
}
