import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { LRUCache } from 'lru-cache'
import pg from 'pg'
import { type ClientOptions, createPrismaClient, type Database, type RunSql } from './database.js'
import { DatabaseUnavailableError } from './errors.js'
import { listenOn } from './listener.js'
import { migrate } from './migrate.js'
import { isPlannedEachTime } from './planned-each-time.js'
import { poolReads, repeatReads } from './pool-reads.js'
import type { SqlSession } from './sql-session.js'

/** Oldest PostgreSQL that the migrations and queries are tested on. */
const OLDEST = 150_000

/** Milliseconds. Every wait has a limit, because a connection that loses its packets would hang for ever. */
const TIMEOUTS = {
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 60_000,
  query_timeout: 20_000,
  statement_timeout: 15_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
}

/**
 * Prisma reads every timestamp as UTC in ISO form, so the session sets these whatever the server's settings are. It turns
 * off the compiler and parallel workers: our statements run for milliseconds, and starting either costs more than it saves.
 */
const SESSION = '-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c max_parallel_workers_per_gather=0'

/**
 * Connects to a PostgreSQL server (15 or later) and brings its schema up to date.
 *
 * @param url `postgresql://user:password@host:port/database`
 * @param poolSize the largest number of connections. Default: 10.
 * @throws DatabaseUnavailableError when the server cannot be reached, refuses the login, is too old, or when the
 *   database is not in UTF-8.
 * @throws MigrationError when the schema cannot be brought up to date.
 */
export async function openPostgres(
  url: string,
  migrations: string,
  poolSize = 10,
  options: ClientOptions = {},
): Promise<Database> {
  const migrated = await migrateServer(url, migrations)
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    keepAlive: true,
    options: SESSION,
    ...TIMEOUTS,
  })
  // The pool replaces an idle connection that the server ends. Without a listener the error would end the process.
  pool.on('error', () => {})
  repeatReads(pool)
  const prisma = createPrismaClient(new PrismaPg(pool, { statementNameGenerator: statementName }), options)
  const read = poolReads(pool, { nameOf: (sql) => statementName({ sql }) })
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
  }
  const listen: Database['listen'] = (channel, told) => listenOn(url, channel, told)
  const run: RunSql = async (text, values) => {
    // The driver gives an array of results for several statements.
    const results: { rows: unknown[] }[] = [await pool.query(text, values)].flat()
    return { rows: results.flatMap(({ rows }) => rows) as never[] }
  }
  return { prisma, read, run, kind: 'postgres', migrated, listen, close }
}

/**
 * Names a prepared statement after its SQL, so that the server parses and plans the same SQL once for each connection. SQL
 * that has not come before has no name, because most of it never comes again.
 */
function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known) return known
  const isNamed = known !== undefined && !isPlannedEachTime(sql)
  const name = isNamed ? createHash('sha1').update(sql).digest('base64url') : ''
  names.set(sql, name)
  return name
}

/** The names of statements that were run lately; empty for those that were run once. */
const names = new LRUCache<string, string>({
  max: 2_000,
  maxSize: 20_000_000,
  sizeCalculation: (_name, sql) => sql.length,
})

async function migrateServer(url: string, migrations: string): Promise<string[]> {
  const client = await connect(url)
  try {
    await checkServer(client, url)
    const startAnew = 'name an empty one in DATABASE_URL, and put the articles in again'
    return await migrate(sessionOf(client), migrations, { startAnew })
  } finally {
    await client.end()
  }
}

/** Makes a session for `migrate` of a client's connection. */
export const sessionOf = (client: pg.Client): SqlSession => ({
  exec: (sql) => client.query(sql),
  query: async <Row>(sql: string, parameters?: unknown[]) => {
    const result = await client.query(sql, parameters)
    return { rows: result.rows as Row[] }
  },
})

async function checkServer(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
  )
  const { version, encoding } = rows[0] ?? { version: 0, encoding: '' }
  if (version < OLDEST) {
    throw new DatabaseUnavailableError(`the server at ${place(url)} is older than PostgreSQL 15: upgrade it`)
  }
  if (encoding !== 'UTF8') {
    throw new DatabaseUnavailableError(
      `the database at ${place(url)} has the encoding ${encoding}: make one with ENCODING 'UTF8' TEMPLATE template0`,
    )
  }
}

async function connect(url: string): Promise<pg.Client> {
  try {
    const { connectionTimeoutMillis } = TIMEOUTS
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis })
    client.on('error', () => {})
    await client.connect()
    return client
  } catch (error) {
    throw new DatabaseUnavailableError(
      `cannot use the database at ${place(url)}: ${reason(error)}; see that it runs and that DATABASE_URL is right`,
      { cause: error },
    )
  }
}

/** Host, port and database of a connection string, without its credentials. */
function place(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
