import type { Transaction } from '../../database/database.js'
import { anyOf, sql } from '../../database/sql.js'
import { TREE_DEPTH } from '../visibility/shown-others.js'
import { wrong } from '../write/input.js'

/** The advisory lock of every transaction that moves a topic: two moves at once could make a cycle. */
const TREE_LOCK = 4771983321

/** Takes the advisory lock of the topic tree until the transaction ends. Call it before any row is locked. */
export const lockTree = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${TREE_LOCK}::bigint)`

/** Which of the topics are the topic `id` itself, or stand above it in the tree. */
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

/** The largest number of levels of the tree: the visibility of a topic is checked through no more than these. */
export const MOST_LEVELS = TREE_DEPTH + 1

/** The level of each topic in the tree, 1 for a root. It takes the lock of the tree until the transaction ends. */
export async function levelsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  await lockTree(tx)
  const rows = await tx.$queryRaw<{ id: string; level: number }[]>(sql`
    WITH RECURSIVE up AS (
      SELECT id, "parentId", 1 AS n FROM "Topic" WHERE ${anyOf(sql`id`, ids, 'uuid')}
      UNION ALL SELECT up.id, p."parentId", n + 1 FROM "Topic" p JOIN up ON p.id = up."parentId" WHERE n <= ${MOST_LEVELS}
    ) SELECT id::text, max(n) AS level FROM up GROUP BY id`)
  return new Map(rows.map(({ id, level }) => [id, level]))
}

/**
 * Checks the depth of the tree above and below a topic after it was moved.
 *
 * @param path the input field that moved the topic.
 * @throws InputError when the tree has more than {@link MOST_LEVELS} levels now.
 */
export async function checkLevels(tx: Transaction, id: string, path: string[]): Promise<void> {
  const [{ levels } = { levels: 0 }] = await tx.$queryRaw<{ levels: number }[]>(sql`
    WITH RECURSIVE up AS (
      SELECT "parentId", 0 AS n FROM "Topic" WHERE id = ${id}::uuid
      UNION ALL SELECT p."parentId", n + 1 FROM "Topic" p JOIN up ON p.id = up."parentId" WHERE n <= ${MOST_LEVELS}
    ), down AS (
      SELECT id, 1 AS n FROM "Topic" WHERE id = ${id}::uuid
      UNION ALL SELECT c.id, n + 1 FROM "Topic" c JOIN down ON c."parentId" = down.id AND c."mergedIntoId" IS NULL
        WHERE n <= ${MOST_LEVELS}
    ) SELECT (SELECT max(n) FROM up) + (SELECT max(n) FROM down) AS levels`)
  if (levels > MOST_LEVELS) {
    throw wrong(
      path,
      `makes a tree of more than ${MOST_LEVELS} levels: move it, or what is below it, higher up`,
    )
  }
}
