import type { Transaction } from '../../database/database.js'
import { anyOf, sql } from '../../database/sql.js'
import { TREE_DEPTH } from '../visibility/shown-others.js'
import { wrong } from '../write/input.js'

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

/** Most levels of the tree; who sees a topic is asked through all of them. */
export const MOST_LEVELS = TREE_DEPTH + 1

/** The level of the tree on which each of some topics stands, from 1 on; nobody moves them until the transaction ends. */
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
 * Checks the tree around a topic after it was moved.
 *
 * @param path of what moved it.
 * @throws InputError when it has too many levels now.
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
