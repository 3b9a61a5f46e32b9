import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { ReadTooLargeError } from './errors.js'
import { type PoolReadOptions, poolReads } from './pool-reads.js'

describe('reads through a pool', () => {
  let pool: pg.Pool
  beforeEach(() => {
    pool = new pg.Pool({ connectionString: `${inject('databases').postgres}/template`, max: 1 })
    pool.on('error', () => {})
  })
  afterEach(() => pool.end())

  const reads = (options: Partial<PoolReadOptions> = {}) => {
    const read = poolReads(pool, { nameOf: (text) => text.slice(0, 50), ...options })
    return async (text: string, ...values: unknown[]) => (await read({ text, values }))[0]
  }

  it('keep a bounded number of statements prepared', async () => {
    const read = reads({ mostPrepared: 5 })
    const backends = new Set()
    for (let i = 0; i < 20; i++) {
      const row = await read(
        `SELECT ${i}, pg_backend_pid(), (SELECT count(*)::int FROM pg_prepared_statements)`,
      )
      const [, backend, prepared] = row ?? []
      backends.add(backend)
      expect(prepared).toBeLessThanOrEqual(6)
    }
    expect(backends.size).toBe(4)
  })

  it('keep no statement without a name', async () => {
    const read = reads({ mostPrepared: 5, nameOf: () => '' })
    const backends = new Set()
    for (let i = 0; i < 20; i++) backends.add((await read(`SELECT pg_backend_pid(), ${i}`))?.[0])
    expect(backends.size).toBe(1)
  })

  it.each([
    ['many rows', `SELECT repeat('x', 1000) FROM generate_series(1, $1::int)`, 10_000],
    ['one long row', `SELECT repeat('x', $1::int)`, 10_000_000],
  ])('end before they give too many bytes in %s', async (_what, sql, size) => {
    const read = reads({ mostBytes: 1_000_000 })
    await expect(read(sql, size)).rejects.toThrow(ReadTooLargeError)
    // The next one has a connection of its own.
    expect(await read(`${sql} -- again`, 10)).toHaveLength(1)
    expect(await read('SELECT 1')).toEqual([1])
  })

  it('go on after a statement that fails', async () => {
    const read = reads()
    await expect(read('SELECT nothing')).rejects.toThrow(/column "nothing" does not exist/)
    expect(await read('SELECT $1::int', 7)).toEqual([7])
  })
})
