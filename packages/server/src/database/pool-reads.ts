import type pg from 'pg'
import { cancelStatement } from './cancel-statement.js'
import type { ReadRows } from './database.js'
import { ReadTooLargeError } from './errors.js'
import { isConnectionBroken } from './unavailable.js'

/** Most statements that a connection keeps prepared. Each takes some 50 KB of PostgreSQL's memory. */
const MOST_PREPARED = 500

/** Most bytes of the rows of a statement: those of the longest answer, whatever its script. */
const MOST_BYTES = 100_000_000

export interface PoolReadOptions {
  /** The name of the prepared statement of an SQL text; empty for a text that is not kept prepared. */
  nameOf(text: string): string
  mostPrepared?: number
  mostBytes?: number
}

/**
 * Makes the function that reads through a pool. A connection that keeps too many statements prepared is replaced after its
 * statement, and one whose statement gives too many bytes is closed in the middle of it: the driver would hold them all.
 */
export function poolReads(pool: pg.Pool, options: PoolReadOptions): ReadRows {
  const { nameOf, mostPrepared = MOST_PREPARED, mostBytes = MOST_BYTES } = options
  const connections = new WeakMap<pg.PoolClient, Connection>()
  pool.on('connect', (client) => connections.set(client, new Connection(client as pg.Client)))
  const read: ReadRows = async ({ text, values }, deadline) => {
    const client = await pool.connect()
    const timer = deadline === undefined ? undefined : setTimeout(cancelStatement, timeLeft(deadline), client)
    const connection = connections.get(client) as Connection
    const name = nameOf(text)
    connection.allow(mostBytes)
    let failed = true
    try {
      const { rows } = await client.query({ name, text, values, rowMode: 'array' })
      failed = false
      return rows
    } finally {
      clearTimeout(timer)
      connection.allow(Number.POSITIVE_INFINITY)
      client.release(failed || connection.prepared(name) > mostPrepared)
    }
  }
  return (statement, deadline) => againIfBroken(() => read(statement, deadline))
}

/** Milliseconds until a deadline, in milliseconds since 1970. */
const timeLeft = (deadline: number): number => Math.max(deadline - Date.now(), 1)

/** Runs a read, and once more when its connection breaks: PostgreSQL may have ended one that was idle. */
async function againIfBroken<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (!isConnectionBroken(error)) throw error
    return read()
  }
}

/** Lets the reads of a pool's `query` run once more when their connection breaks. Prisma runs its reads with it. */
export function repeatReads(pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>
  const repeating = (...args: unknown[]) => {
    const [config] = args as [string | { text?: string }]
    const text = typeof config === 'string' ? config : (config?.text ?? '')
    return /^\s*SELECT\b/i.test(text) && args.length < 3
      ? againIfBroken(() => query(...args))
      : query(...args)
  }
  pool.query = repeating as unknown as typeof pool.query
}

/** What is known of a connection of the pool. */
class Connection {
  readonly #names = new Set<string>()
  #left = Number.POSITIVE_INFINITY

  constructor(client: pg.Client) {
    // The query fails with the error. Without a listener it would also end the process.
    client.on('error', () => {})
    const { stream } = client.connection
    stream.on('data', ({ length }: Buffer) => {
      this.#left -= length
      if (this.#left < 0) stream.destroy(new ReadTooLargeError('the rows of a statement are too many bytes'))
    })
  }

  /** Sets how many bytes may come from now on. */
  allow(bytes: number): void {
    this.#left = bytes
  }

  /** How many statements are prepared, with the one that was just run. */
  prepared(name: string): number {
    if (name !== '') this.#names.add(name)
    return this.#names.size
  }
}
