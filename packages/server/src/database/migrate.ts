import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One session of a database; advisory locks belong to it. */
export interface SqlSession {
  /** Runs one or more statements without parameters. */
  exec(sql: string): Promise<unknown>
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>
}

/** Thrown when the database's history and the migrations at hand do not go together. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

interface Applied {
  migration_name: string
  checksum: string
  finished: boolean
}

// The id that Prisma's own CLI locks, so that the two never migrate at the same time.
const PRISMA_LOCK = 72707369

const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

/**
 * Brings a database up to date with a folder of Prisma migrations, as `prisma migrate deploy` does, and writes the
 * same history, so that Prisma's CLI agrees afterwards.
 *
 * @returns names of the migrations applied now, in order.
 * @throws MigrationError when an applied migration was edited, has failed earlier, or is unknown to this release.
 */
export async function migrate(session: SqlSession, folder: string): Promise<string[]> {
  await session.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
  try {
    await session.exec(HISTORY)
    const { rows } = await session.query<Applied>(
      `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
    )
    const migrations = readMigrations(folder)
    const pending = pendingMigrations(migrations, rows)
    for (const migration of pending) await apply(session, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK])
  }
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function pendingMigrations(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name: name, checksum, finished } of applied) {
    const migration = known.get(name)
    if (!finished) {
      throw new MigrationError(
        `migration ${name} failed earlier: mend the database, then run 'prisma migrate resolve' for it`,
      )
    }
    if (!migration) {
      throw new MigrationError(`the database has migration ${name} of a newer release: upgrade On Record`)
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(`migration ${name} was edited after it was applied: restore its file`)
    }
  }
  const done = new Set(applied.map((row) => row.migration_name))
  return migrations.filter((migration) => !done.has(migration.name))
}

async function apply(session: SqlSession, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await session.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await session.exec(`BEGIN;\n${sql}\nCOMMIT;`)
  } catch (error) {
    await session.exec('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    await session.query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, reason])
    throw new MigrationError(`migration ${name} failed: ${reason}`, { cause: error })
  }
  await session.query(
    'UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
    [id],
  )
}
