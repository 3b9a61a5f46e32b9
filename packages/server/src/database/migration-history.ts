import { randomUUID } from 'node:crypto'
import { MigrationError } from './errors.js'
import type { Migration } from './migration-files.js'
import type { SqlSession } from './sql-session.js'

/** A row of Prisma's table of migrations. */
export interface HistoryRow {
  name: string
  checksum: string
  finished: boolean
}

/** Creates Prisma's table of migrations unless it exists. */
export const createHistory = (session: SqlSession): Promise<unknown> =>
  session.exec(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`)

/** Reads the rows that were not rolled back. Deletes unfinished rows when the database has no tables yet. */
export async function readHistory(session: SqlSession): Promise<HistoryRow[]> {
  const { rows } = await session.query<HistoryRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  )
  if (rows.length === 0 || rows.some(({ finished }) => finished) || (await hasTables(session))) return rows
  // Older releases committed the row before they ran the SQL. When they were killed, a row without its SQL remained.
  await session.exec('DELETE FROM "_prisma_migrations" WHERE rolled_back_at IS NULL')
  return []
}

async function hasTables(session: SqlSession): Promise<boolean> {
  const { rows } = await session.query(
    `SELECT FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relname <> '_prisma_migrations'
     AND relnamespace = current_schema()::regnamespace LIMIT 1`,
  )
  return rows.length > 0
}

/**
 * Checks that the migrations of this release continue a database's history.
 *
 * @param startAnew what the message tells the user to do with a database older than the first release.
 * @throws MigrationError when a migration was edited after it was applied, or is unknown to this release.
 */
export function checkHistory(history: HistoryRow[], migrations: Migration[], startAnew: string): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const [oldest] = migrations
  for (const { name, checksum, finished } of history) {
    const migration = known.get(name)
    if (!migration && oldest && name < oldest.name) {
      throw new MigrationError(
        `the database is older than the first release, and cannot be upgraded (it has the migration ${name}): ${startAnew}`,
      )
    }
    if (!migration) {
      throw new MigrationError(`the database has migration ${name} of a newer release: upgrade On Record`)
    }
    if (finished && migration.checksum !== checksum) {
      throw new MigrationError(`migration ${name} was edited after it was applied: restore its file`)
    }
  }
}

/** Writes the row of a migration that succeeded, and deletes the row of an unfinished try. */
export async function writeHistory(
  session: SqlSession,
  migration: Migration,
  startedAt: Date,
): Promise<void> {
  const { name, checksum } = migration
  await session.query(
    'DELETE FROM "_prisma_migrations" WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL',
    [name],
  )
  await session.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name, startedAt.toISOString()],
  )
}
