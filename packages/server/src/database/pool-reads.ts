import type pg from 'pg'
import { cancelStatement } from './cancel-statement.js'
import type { ReadRows } from './database.js'
import { ReadTooLargeError } from './errors.js'
import { knownLarge, LARGE, LargeReads } from './large-reads.js'
import { isConnectionBroken } from './unavailable.js'
import { readWholeMessages } from './whole-messages.js'

/** Most statements that a connection keeps prepared. Each takes some 50 KB of PostgreSQL's memory. */
const MOST_PREPARED = 500

/** Most bytes of the rows of a statement: those of the longest answer, whatever its script. */
const MOST_BYTES = 100_000_000

/** Most bytes of a statement with too many that are read and thrown away. */
const MOST_DISCARDED = 10_000_000

/** Milliseconds between two requests to cancel the same statement. */
const CANCEL_AGAIN = 200

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
  const large = new LargeReads()
  pool.on('connect', (client) => connections.set(client, new Connection(client as pg.Client, large)))
  const known = knownLarge()
  /** A connection for a statement. One that has given many bytes before waits without one, which smaller ones need. */
  const connect = async (text: string): Promise<{ client: pg.PoolClient; isLarge: boolean }> => {
    if (!known.has(text)) {
      const client = await pool.connect()
      if (!known.has(text)) return { client, isLarge: false }
      client.release()
    }
    await new Promise<void>((resolve) => large.enter(resolve))
    try {
      return { client: await pool.connect(), isLarge: true }
    } catch (error) {
      large.leave()
      throw error
    }
  }
  const read: ReadRows = async ({ text, values }, deadline) => {
    const { client, isLarge } = await connect(text)
    const stopCancelling = deadline === undefined ? () => false : cancelAt(deadline, client)
    const connection = connections.get(client) as Connection
    const name = nameOf(text)
    connection.allow(mostBytes, isLarge, () => known.set(text, true))
    let failed = true
    try {
      const { rows } = await client.query({ name, text, values, rowMode: 'array' })
      failed = false
      if (connection.refusal) throw connection.refusal
      return rows
    } catch (error) {
      throw connection.refusal ?? error
    } finally {
      // A request to cancel that comes late would cancel the next statement of the connection.
      const mayBeCancelled = stopCancelling()
      if (!connection.isLong) known.delete(text)
      connection.finish()
      client.release(failed || mayBeCancelled || connection.prepared(name) > mostPrepared)
    }
  }
  return (statement, deadline) => againIfBroken(() => read(statement, deadline))
}

/**
 * Cancels the statement of a connection at a deadline, and again until it has ended: PostgreSQL forgets a request to cancel
 * that comes before the statement does.
 *
 * @returns a function to call once the statement has ended; it tells whether such a request was made.
 */
function cancelAt(deadline: number, client: pg.PoolClient): () => boolean {
  let asked = false
  const cancel = () => {
    asked = true
    cancelStatement(client)
    timer = setTimeout(cancel, CANCEL_AGAIN)
  }
  let timer = setTimeout(cancel, Math.max(deadline - Date.now(), 1))
  return () => {
    clearTimeout(timer)
    return asked
  }
}

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
  readonly #large: LargeReads
  readonly #stream: pg.Client['connection']['stream']
  /** Whether the statement that runs gives many bytes, and may. */
  #state: 'small' | 'waiting' | 'large' = 'small'
  #most = Number.POSITIVE_INFINITY
  #read = 0
  #tell: () => void = () => {}
  /** Why the statement that runs gives no rows, though PostgreSQL sends them. */
  refusal: Error | null = null

  constructor(client: pg.Client, large: LargeReads) {
    this.#large = large
    // The query fails with the error. Without a listener it would also end the process.
    client.on('error', () => {})
    this.#stream = client.connection.stream
    readWholeMessages(this.#stream)
    this.#stream.on('data', ({ length }: Buffer) => this.#count(length))
  }

  #count(length: number): void {
    this.#read += length
    if (this.#read > this.#most) {
      this.#stream.destroy(new ReadTooLargeError('the rows of a statement are too many bytes'))
    } else if (this.isLong && this.#state === 'small' && this.#isBusy && !this.refusal) {
      this.#state = 'waiting'
      this.#tell()
      this.#stream.pause()
      try {
        this.#large.enter(this.#goOn)
      } catch (error) {
        // What it sends is read and thrown away, because a new connection would take longer.
        this.refusal = error as Error
        this.#state = 'small'
        this.#most = Math.min(this.#most, this.#read + MOST_DISCARDED)
        this.#stream.resume()
      }
    }
  }

  readonly #goOn = () => {
    this.#state = 'large'
    this.#stream.resume()
  }

  /** Whether a statement runs. */
  get #isBusy(): boolean {
    return this.#most < Number.POSITIVE_INFINITY
  }

  /** Whether the statement that runs has given many bytes. */
  get isLong(): boolean {
    return this.#read > LARGE
  }

  /**
   * Begins a statement, which may give so many bytes.
   *
   * @param isLarge whether it has waited for its turn to give many.
   * @param tell is called when it gives many, and has not waited.
   */
  allow(bytes: number, isLarge: boolean, tell: () => void): void {
    this.#tell = tell
    this.#most = bytes
    this.#state = isLarge ? 'large' : 'small'
    this.#read = 0
    this.refusal = null
  }

  /** Ends a statement. */
  finish(): void {
    this.#most = Number.POSITIVE_INFINITY
    if (this.#state === 'large') this.#large.leave()
    else if (this.#state === 'waiting') this.#large.withdraw(this.#goOn)
    this.#state = 'small'
  }

  /** How many statements are prepared, with the one that was just run. */
  prepared(name: string): number {
    if (name !== '') this.#names.add(name)
    return this.#names.size
  }
}
