import { MigrationError } from './errors.js'
import { isRunAlone, type Migration, readMigrations } from './migration-files.js'
import { checkHistory, createHistory, readHistory, writeHistory } from './migration-history.js'
import { lockMigrations, unlockMigrations } from './migration-lock.js'
import type { SqlSession } from './sql-session.js'

/** Options of {@link migrate}. */
export interface MigrateOptions {
  /** What a message tells the user to do with a database older than the first release. Default: "take an empty one". */
  startAnew?: string
  /** Milliseconds to wait while another process migrates the same database. Default: 60,000. */
  patience?: number
}

/**
 * Brings a database up to date with a folder of Prisma migrations, as `prisma migrate deploy` does, and writes the
 * same history, so that Prisma's CLI agrees afterwards.
 *
 * The process may be killed at any moment: a migration and its row in the history are one transaction, so the next start
 * goes on where the last one ended. The function also repeats migrations that Prisma's CLI or an older release began and
 * did not finish.
 *
 * @param folder a folder that has one folder for each migration, with its `migration.sql`.
 * @returns the names of the migrations that were applied now, in order.
 * @throws MigrationError when a migration fails, was edited after it was applied, or is unknown to this release; and
 *   when another process is still migrating after `patience`.
 */
export async function migrate(
  session: SqlSession,
  folder: string,
  { startAnew = 'take an empty one', patience = 60_000 }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = readMigrations(folder)
  await lockMigrations(session, patience)
  try {
    await createHistory(session)
    const history = await readHistory(session)
    checkHistory(history, migrations, startAnew)
    const pending = migrations.filter(
      (migration) => !history.some(({ name, finished }) => finished && name === migration.name),
    )
    for (const migration of pending) {
      const begun = history.some(({ name }) => name === migration.name)
      await apply(session, migration, begun)
    }
    return pending.map(({ name }) => name)
  } finally {
    await unlockMigrations(session)
  }
}

/** @param begun whether the history has an unfinished row of the migration. */
async function apply(session: SqlSession, migration: Migration, begun: boolean): Promise<void> {
  try {
    if (isRunAlone(migration)) await runAlone(session, migration)
    else await runInTransaction(session, migration)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const hint = `; another program began it earlier: if its SQL has taken effect, run 'prisma migrate resolve --applied ${migration.name}'`
    throw new MigrationError(`migration ${migration.name} failed: ${reason}${begun ? hint : ''}`, {
      cause: error,
    })
  }
}

async function runInTransaction(session: SqlSession, migration: Migration): Promise<void> {
  const startedAt = new Date()
  await session.exec('BEGIN')
  try {
    await session.exec(migration.sql)
    await writeHistory(session, migration, startedAt)
    await session.exec('COMMIT')
  } catch (error) {
    // When the connection is lost, the server rolls back by itself. The caller needs the first error, not this one.
    await session.exec('ROLLBACK').catch(() => {})
    throw error
  }
}

/** The SQL skips what exists already, so an interrupted migration can run again from its beginning. */
async function runAlone(session: SqlSession, migration: Migration): Promise<void> {
  const startedAt = new Date()
  await dropInvalidIndexes(session, migration)
  await session.exec(migration.sql)
  await writeHistory(session, migration, startedAt)
}

/** Drops what an interrupted CREATE INDEX CONCURRENTLY leaves: an index that is never used, but exists. */
async function dropInvalidIndexes(session: SqlSession, { sql }: Migration): Promise<void> {
  const { rows } = await session.query<{ name: string; quoted: string }>(
    `SELECT relname AS name, indexrelid::regclass::text AS quoted FROM pg_index JOIN pg_class c ON c.oid = indexrelid
     WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace`,
  )
  for (const { name, quoted } of rows) if (sql.includes(name)) await session.exec(`DROP INDEX ${quoted}`)
}
