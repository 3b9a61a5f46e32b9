import { sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'

/** Most entries that one statement removes: it holds their locks only for a moment. */
const MOST_AT_ONCE = 5_000

/**
 * Removes entries from the log of changes that are older than it is kept, each only when its object has a later one: from
 * its front, the log still gives every object. Whoever asks behind a place where entries are missing is told so.
 *
 * @param before entries from before this instant are too old.
 * @returns how many were removed.
 */
export async function trimLog(prisma: PrismaClient, before: Date): Promise<number> {
  let removed = 0
  for (;;) {
    const [row] = await prisma.$queryRaw<{ count: number }[]>(sql`
      WITH old AS (
        DELETE FROM "Change" WHERE id IN (
          SELECT c.id FROM "Change" c WHERE c.at < ${before} AND EXISTS (
            SELECT FROM "Change" l WHERE l.type = c.type AND l."entityId" = c."entityId" AND l.sequence > c.sequence)
          ORDER BY c.sequence LIMIT ${MOST_AT_ONCE}) RETURNING sequence
      ), moved AS (
        UPDATE "ChangeHorizon" h SET sequence = greatest(h.sequence, o.last)
        FROM (SELECT max(sequence) AS last FROM old) o WHERE o.last IS NOT NULL)
      SELECT count(*)::int AS count FROM old`)
    const count = row?.count ?? 0
    removed += count
    if (count < MOST_AT_ONCE) return removed
  }
}
