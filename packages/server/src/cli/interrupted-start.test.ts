import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresDatabase } from '../../test/harness/databases.js'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { serveCommand, startProcess } from '../../test/harness/run-process.js'
import { lockFolder } from '../database/folder-lock.js'
import { openPostgres } from '../database/postgres.js'

/**
 * The number of moments, evenly spread, at which a first start is killed. It is small because a first start of the
 * embedded database takes seconds; `ONRECORD_KILL_MOMENTS=20 npm test -- interrupted-start` tries more.
 */
const MOMENTS = { embedded: 1, postgres: 2 }
const momentsOf = (kind: keyof typeof MOMENTS) => {
  const count = Number(process.env.ONRECORD_KILL_MOMENTS || MOMENTS[kind])
  return Array.from({ length: count }, (_, index) => (index + 0.5) / count)
}

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'onrecord-interrupted-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

let made = 0
/** Makes the environment of a command on a new database. */
const environments = {
  embedded: async () => ({ ONRECORD_DATA: join(root, `data-${made++}`) }),
  postgres: async () => ({ DATABASE_URL: await createPostgresDatabase('empty') }),
}

describe.each(['embedded', 'postgres'] as const)('a first start on %s that is killed', (kind) => {
  /** Milliseconds that a first start takes to bring its database up to date. */
  let whole: number
  beforeAll(async () => {
    const begin = performance.now()
    const child = startProcess(['migrate'], { env: await environments[kind]() })
    expect(await once(child, 'exit')).toEqual([0, null])
    whole = performance.now() - begin
  })

  it.each(momentsOf(kind))(
    'is followed by a start that serves (killed after %d of its time)',
    async (moment) => {
      const env = await environments[kind]()
      const killed = startProcess(['serve', '--port', '0'], { env })
      await setTimeout(whole * moment)
      await end(killed, 'SIGKILL')
      const next = await serveCommand([], { env })
      expect(await next.ask('{ statements { totalCount { value } } }')).toMatchObject({
        data: { statements: { totalCount: { value: 0 } } },
      })
      expect(await next.end('SIGTERM')).toBe(0)
    },
  )
})

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const exit = once(child, 'exit')
  const begin = performance.now()
  child.kill(signal)
  const [code, by] = await exit
  return { code, by, ms: performance.now() - begin }
}

describe('a signal while onrecord serve starts', () => {
  /** Starts a server, and sends it a signal once it has reached a state. */
  async function interrupt(env: Record<string, string>, reached: () => unknown, signal: NodeJS.Signals) {
    const child = startProcess(['serve', '--port', '0'], { env })
    await expect.poll(reached, { timeout: 30_000, interval: 20 }).toBeTruthy()
    const { ms, ...exit } = await end(child, signal)
    expect(ms).toBeLessThan(2_000)
    return exit
  }

  const FIRST_PROCESS = `--import=data:text/javascript,Object.defineProperty(process,'pid',{value:1})`
  it.each([
    ['', {}, { code: null, by: 'SIGINT' }],
    [' as the first process of a container', { NODE_OPTIONS: FIRST_PROCESS }, { code: 130, by: null }],
  ])(
    'ends the process at once while it connects to a server that does not answer%s',
    async (_as, env, exit) => {
      let connections = 0
      const silent = createServer(() => connections++)
      await new Promise<void>((resolve) => {
        silent.listen(0, '127.0.0.1', resolve)
      })
      const { port } = silent.address() as AddressInfo
      const silentUrl = `postgresql://me@127.0.0.1:${port}/x`
      expect(await interrupt({ DATABASE_URL: silentUrl, ...env }, () => connections, 'SIGINT')).toEqual(exit)
      silent.close()
    },
  )

  it.each([
    ['waits for another process that migrates', 'SELECT pg_advisory_lock(72707369)', 'pg_try_advisory_lock'],
    ['migrates', 'BEGIN; CREATE TABLE "Site" ()', 'CREATE TYPE "DatePrecision"'],
  ])('ends the process at once while it %s, and the next start goes on', async (_state, hold, statement) => {
    const url = await createPostgresDatabase('empty')
    const holder = new pg.Client({ connectionString: url })
    const watcher = new pg.Client({ connectionString: url })
    await Promise.all([holder.connect(), watcher.connect()])
    await holder.query(hold)
    const reached = async () => {
      const { rowCount } = await watcher.query(
        'SELECT FROM pg_stat_activity WHERE datname = current_database() AND strpos(query, $1) > 0',
        [statement],
      )
      return rowCount
    }
    expect(await interrupt({ DATABASE_URL: url }, reached, 'SIGTERM')).toEqual({ code: null, by: 'SIGTERM' })
    await Promise.all([holder.end(), watcher.end()])
    const next = await openPostgres(url, repositoryMigrations)
    expect(next.migrated.length).toBeGreaterThan(0)
    await next.close()
  })

  it('ends the process at once while it makes the embedded database, and frees the folder', async () => {
    const folder = join(root, 'signal')
    const reached = () => existsSync(join(folder, 'onrecord.creating', 'PG_VERSION'))
    expect(await interrupt({ ONRECORD_DATA: folder }, reached, 'SIGTERM')).toEqual({
      code: null,
      by: 'SIGTERM',
    })
    lockFolder(folder).release()
  })
})
