import { setTimeout } from 'node:timers/promises'
import { MigrationError } from './errors.js'
import type { SqlSession } from './sql-session.js'

/** The id that Prisma's own CLI locks, so that the two never migrate at the same time. */
const PRISMA_LOCK = 72707369

/** Milliseconds. */
const LOOK_AGAIN = 100

/**
 * Takes the only right to migrate the database, until the session ends or gives it back.
 *
 * @param patience milliseconds.
 * @throws MigrationError when another session has held it for so long.
 */
export async function lockMigrations(session: SqlSession, patience: number): Promise<void> {
  for (const end = Date.now() + patience; !(await tryLock(session)); await setTimeout(LOOK_AGAIN)) {
    if (Date.now() >= end) {
      throw new MigrationError(
        `another process is migrating the database, and has not finished within ${patience / 1000} s: start again when it has`,
      )
    }
  }
}

/** A statement that waited would be a transaction, which CREATE INDEX CONCURRENTLY of the lock's holder waits for. */
async function tryLock(session: SqlSession): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    PRISMA_LOCK,
  ])
  return rows[0]?.locked === true
}

export async function unlockMigrations(session: SqlSession): Promise<void> {
  // A session that broke has lost the lock with its connection; what broke it is reported by whoever used it.
  await session.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]).catch(() => {})
}
