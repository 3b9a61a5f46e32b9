import { PrismaClient } from '../generated/prisma/client.js'

/** An open, migrated database. */
export interface Database {
  prisma: PrismaClient
  /** `embedded`: PGlite in this process, one connection. `postgres`: a server, a pool of connections. */
  kind: 'embedded' | 'postgres'
  /** Names of the migrations that opening it applied. */
  migrated: string[]
  close(): Promise<void>
}

/** A transaction of Prisma's: inside one, nothing else may be used (the embedded database would wait for ever). */
export type Transaction = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

type Adapter = NonNullable<ConstructorParameters<typeof PrismaClient>[0]>['adapter']

/** Milliseconds. A transaction waits for its turn on the embedded database's only connection. */
const TRANSACTION = { maxWait: 15_000, timeout: 60_000 }

/** The client that all databases use; emits a `query` event for each SQL statement, which tests count. */
export function createPrismaClient(adapter: NonNullable<Adapter>): PrismaClient {
  return new PrismaClient({
    adapter,
    transactionOptions: TRANSACTION,
    log: [
      { emit: 'event', level: 'query' },
      { emit: 'event', level: 'error' },
      { emit: 'event', level: 'warn' },
    ],
    errorFormat: 'minimal',
  }) as unknown as PrismaClient
}
