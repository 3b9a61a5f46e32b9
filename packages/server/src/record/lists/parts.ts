import { raw, type Sql, sql } from '../../database/sql.js'
import type { Prisma, PrismaClient } from '../../generated/prisma/client.js'
import type { View } from '../visibility/view.js'

/** A short list of rows that belong to a parent `p`. It is read as a whole, not page by page. */
export interface Parts {
  /** Prisma's model of the rows. */
  model: Prisma.ModelName
  /** The column with the id of a row: r.id. */
  id: Sql
  /** The table of the rows with its alias: "Reference" r. */
  from: Sql
  /** The condition that a row belongs to the parent `p.id` and the viewer may see it. */
  where(view: View): Sql
  orderBy: Sql
  /** Most rows of one parent. */
  most: number
}

/**
 * Reads the UUIDs of each parent's rows in order, with one SQL statement. A parent without rows is not among the keys.
 */
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
