import type { Transaction } from '../database/database.js'
import { anyOf, sql } from '../schema/filter.js'

/** Which of some topics are a topic itself, or stand above it in the tree. */
export async function amongAncestors(
  tx: Transaction,
  id: string,
  topics: readonly string[],
): Promise<Set<string>> {
  const found = await tx.$queryRaw<{ id: string }[]>(sql`
    WITH RECURSIVE up AS (
      SELECT id, "parentId" FROM "Topic" WHERE id = ${id}::uuid
      UNION SELECT p.id, p."parentId" FROM "Topic" p JOIN up ON p.id = up."parentId"
    ) SELECT id::text FROM up WHERE ${anyOf(sql`id`, topics, 'uuid')}`)
  return new Set(found.map((row) => row.id))
}
