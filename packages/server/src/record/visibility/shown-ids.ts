import { allOf, raw, type Sql, sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { NOUNS, type NounName } from '../nouns.js'
import type { View } from './view.js'
import { visible } from './visible.js'

/** Which objects of a noun to find. */
export interface Wanted {
  /** The condition on the rows `t`. */
  where: Sql
  /** The order of the rows `t`; any by default. */
  orderBy?: Sql
  /** Most objects; all by default. */
  limit?: number
}

/**
 * Finds the objects that meet a condition and that a viewer may see, with one SQL statement. For an object that was
 * merged, through any number of merges, what counts is whether the viewer may see the object that it stands for now.
 *
 * @returns the UUID of each object that meets the condition, and in `kept` that of the object that it stands for.
 */
export async function shownIds(
  prisma: PrismaClient,
  noun: NounName,
  view: View,
  { where, orderBy, limit }: Wanted,
): Promise<{ id: string; kept: string }[]> {
  const table = raw(`"${noun}"`)
  const shown = allOf(visible(noun, view, true))
  const order = orderBy ? sql`ORDER BY ${orderBy}` : sql``
  const end = limit === undefined ? sql`` : sql`LIMIT ${raw(String(limit))}`
  if (!NOUNS[noun].mergeable) {
    return prisma.$queryRaw(
      sql`SELECT t.id::text, t.id::text AS kept FROM ${table} t WHERE ${where} AND ${shown} ${order} ${end}`,
    )
  }
  return prisma.$queryRaw(sql`
    WITH RECURSIVE chain AS (
      SELECT t.id, t.id AS kept, t."mergedIntoId" AS next FROM ${table} t WHERE ${where}
      UNION SELECT c.id, m.id, m."mergedIntoId" FROM chain c JOIN ${table} m ON m.id = c.next
    ) SELECT c.id::text, c.kept::text FROM chain c JOIN ${table} t ON t.id = c.kept
    WHERE c.next IS NULL AND ${shown} ${order} ${end}`)
}
