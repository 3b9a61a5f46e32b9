import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MigrationError } from './errors.js'

/** One migration of a release. */
export interface Migration {
  /** The name of its folder: "20261128220100_tables". Migrations run in the order of their names. */
  name: string
  sql: string
  /** Lower-case hex SHA-256 of the file, as Prisma stores it. */
  checksum: string
}

/** The first line of a migration whose one statement PostgreSQL refuses to run inside a transaction. */
const RUN_ALONE = '-- onrecord:no-transaction'

/**
 * Whether a migration runs outside a transaction, as CREATE INDEX CONCURRENTLY must.
 *
 * @throws MigrationError when such a migration cannot be repeated after an interruption.
 */
export function isRunAlone({ name, sql }: Migration): boolean {
  if (sql.split('\n', 1)[0]?.trim() !== RUN_ALONE) return false
  if (!/\bIF (NOT )?EXISTS\b/i.test(sql)) {
    throw new MigrationError(
      `migration ${name} runs outside a transaction: write its statement with IF NOT EXISTS`,
    )
  }
  return true
}

/** The migrations of a folder, oldest first. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
