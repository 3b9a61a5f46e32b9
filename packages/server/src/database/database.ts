import { PrismaClient } from '../generated/prisma/client.js'

/** An open, migrated database. */
export interface Database {
  prisma: PrismaClient
  read: ReadRows
  run: RunSql
  /** `embedded`: PGlite in this process, with one connection. `postgres`: a server, with a pool of connections. */
  kind: 'embedded' | 'postgres'
  /** Names of the migrations that were applied when the database was opened. */
  migrated: string[]
  /**
   * Listens to the notifications of a channel, of any process.
   *
   * @param told is called for each notification with its payload, and with null whenever some may have been lost.
   * @returns once it listens, or tries to; a function that ends it.
   */
  listen(channel: string, told: (payload: string | null) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** A statement with its parameters `$1`, `$2` … */
export interface Statement {
  text: string
  values: unknown[]
}

/**
 * Runs a statement whose columns are all texts, outside of any transaction. Gives its rows as arrays.
 *
 * @param deadline when a PostgreSQL server has to stop, in milliseconds since 1970. The embedded database runs on.
 */
export type ReadRows = (statement: Statement, deadline?: number) => Promise<unknown[][]>

/**
 * A Prisma transaction. Code inside it must use only the transaction: on the embedded database, which has one
 * connection, a query through the client would wait for ever.
 */
export type Transaction = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/**
 * Runs SQL as it is, outside of any transaction: one statement with parameters `$1`, `$2` …, or several without. The queue
 * of deliveries works with it.
 */
export type RunSql = (text: string, values?: unknown[]) => Promise<{ rows: never[] }>

type Adapter = NonNullable<ConstructorParameters<typeof PrismaClient>[0]>['adapter']

/** Milliseconds. A transaction may have to wait for the only connection of the embedded database. */
const TRANSACTION = { maxWait: 15_000, timeout: 60_000 }

export interface ClientOptions {
  /**
   * Whether the client emits a `query` event for each SQL statement, with its parameters as JSON, which takes memory and
   * time. Default: false. Tests and benches count these events.
   */
  tellsSql?: boolean
}

/** Creates a Prisma client. */
export function createPrismaClient(
  adapter: NonNullable<Adapter>,
  { tellsSql = false }: ClientOptions,
): PrismaClient {
  return new PrismaClient({
    adapter,
    transactionOptions: TRANSACTION,
    log: [
      ...(tellsSql ? [{ emit: 'event', level: 'query' } as const] : []),
      { emit: 'event', level: 'error' },
      { emit: 'event', level: 'warn' },
    ],
    errorFormat: 'minimal',
  }) as unknown as PrismaClient
}
