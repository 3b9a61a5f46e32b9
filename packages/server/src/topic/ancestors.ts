import type { Transaction } from '../database/database.js'
import { anyOf, sql } from '../schema/filter.js'

/** Everybody who moves a topic in the tree takes this turn: two that move at once could close a circle. */
const TREE_LOCK = 4771983321

/** Waits for this transaction's turn among those that change the tree; before any row is locked. */
export const lockTree = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${TREE_LOCK}::bigint)`

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
