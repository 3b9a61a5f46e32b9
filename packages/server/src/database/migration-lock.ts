import { setTimeout } from 'node:timers/promises'
import { MigrationError } from './errors.js'
import type { SqlSession } from './sql-session.js'

/** The id of the advisory lock that Prisma's CLI takes, so that the two never migrate at the same time. */
const PRISMA_LOCK = 72707369

/** Milliseconds between two tries. */
const RETRY_INTERVAL = 100

/**
 * Takes the lock for migrations, which the session holds until it ends or calls {@link unlockMigrations}.
 *
 * @param patience milliseconds to wait for another session.
 * @throws MigrationError when another session still holds the lock after that time.
 */
export async function lockMigrations(session: SqlSession, patience: number): Promise<void> {
  for (const end = Date.now() + patience; !(await tryLock(session)); await setTimeout(RETRY_INTERVAL)) {
    if (Date.now() >= end) {
      throw new MigrationError(
        `another process is migrating the database, and has not finished within ${patience / 1000} s: start again when it has`,
      )
    }
  }
}

/** Does not wait: a waiting statement is an open transaction, and CREATE INDEX CONCURRENTLY waits for all of these. */
async function tryLock(session: SqlSession): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    PRISMA_LOCK,
  ])
  return rows[0]?.locked === true
}

export async function unlockMigrations(session: SqlSession): Promise<void> {
  // A broken session has lost the lock with its connection. Whoever used the session reports why it broke.
  await session.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]).catch(() => {})
}
