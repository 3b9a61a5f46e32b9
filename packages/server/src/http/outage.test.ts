import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { type PostgresServer, startPostgres } from '../../test/harness/postgres-server.js'
import { ingestText } from '../../test/harness/service.js'
import type { Database } from '../database/database.js'
import { openPostgres } from '../database/postgres.js'
import { createKey } from '../record/api-key/keys.js'
import { createLogger } from './logger.js'
import { type RunningServer, startServer } from './server.js'

/** Connections that the server of PostgreSQL takes, and those of the pool. */
const [CONNECTIONS, POOL] = [20, 4]

const READ = '{ speakers(filter: { name: "Mara" }) { nodes { name } } }'
/** The executor answers this, because it has fields with code of their own. */
const EXECUTED = '{ matchQuote(text: "We sail") { similarity } __typename }'
const WRITE =
  'mutation { articleIngest(input: { source: { plainText: "Quay\\n\\n“No,” said Anselm Okafor." } }) { __typename } }'

describe('a service whose PostgreSQL has a bad day', () => {
  let postgres: PostgresServer
  let database: Database
  let server: RunningServer
  let key: string

  beforeAll(async () => {
    postgres = await startPostgres([`max_connections=${CONNECTIONS}`])
    await postgres.createDatabase('outage')
    database = await openPostgres(`${postgres.url}/outage`, repositoryMigrations, POOL)
    await ingestText(database, '# Ferry\n\n“We sail,” said Mara Lindt.\n')
    const made = await createKey(database.prisma, {
      ...{ name: 'Mara', roles: ['editor'], expiresAt: null },
      ...{ environment: 'live', createdBy: 'test' },
    })
    key = made.key
    const options = { database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false }
    server = await startServer({ ...options, publicProposals: true, limits: { rate: null, deadline: 4_000 } })
    // Direct answers are given from the second time on.
    for (let asked = 0; asked < 3; asked++) await expectWell()
  })

  afterAll(async () => {
    await server.stop()
    await database.close()
    await postgres.stop()
  })

  async function ask(query: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    })
    const { status, headers: given } = response
    return {
      status,
      retryAfter: given.get('retry-after'),
      ...((await response.json()) as { data: unknown; errors?: unknown }),
    }
  }

  async function expectWell(): Promise<void> {
    expect(await ask(READ)).toMatchObject({
      status: 200,
      data: { speakers: { nodes: [{ name: 'Mara Lindt' }] } },
    })
  }

  const authorization = () => ({ authorization: `Bearer ${key}` })
  const MODERN = { accept: 'application/graphql-response+json' }

  async function expectUnavailable(query: string, headers: Record<string, string> = {}): Promise<void> {
    const answer = await ask(query, headers)
    const code = 'SERVICE_UNAVAILABLE'
    expect(answer).toMatchObject({ errors: [{ extensions: { code, retryable: true } }], retryAfter: '1' })
    expect(answer.status).toBe(headers.accept ? 503 : 200)
    expect(answer.data).toBe(undefined)
    const live = performance.now()
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
    expect(performance.now() - live).toBeLessThan(2_000)
  }

  /** Runs work with a client of PostgreSQL's own. */
  async function withClient<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client({ connectionString: `${postgres.url}/outage` })
    client.on('error', () => {})
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end().catch(() => {})
    }
  }

  const endOthers = (client: pg.Client) =>
    client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = 'outage' AND pid <> pg_backend_pid()`)

  it('does not notice that idle connections were ended', async () => {
    for (let round = 0; round < 5; round++) {
      await withClient(endOthers)
      await Promise.all([expectWell(), expectWell(), expectWell()])
      expect(await ask('{ viewer { name } }', authorization())).toMatchObject({
        data: { viewer: { name: 'Mara' } },
      })
    }
  })

  it('says so to every caller when it is stopped, and answers when it is started again', async () => {
    await postgres.halt()
    for (const headers of [{}, MODERN]) {
      await expectUnavailable(READ, headers)
      await expectUnavailable(EXECUTED, headers)
      await expectUnavailable(READ, { ...headers, ...authorization() })
      await expectUnavailable(WRITE, { ...headers, ...authorization() })
    }
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503)
    await postgres.resume()
    await expect.poll(async () => (await ask(READ)).status, { timeout: 20_000 }).toBe(200)
    await expectWell()
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
  })

  it('says so when no connection is left', async () => {
    const hogs: pg.Client[] = []
    /** Takes all connections that are left. */
    const hogAll = async () => {
      for (;;) {
        const hog = new pg.Client({ connectionString: `${postgres.url}/postgres` })
        hog.on('error', () => {})
        const connected = await hog.connect().then(
          () => true,
          () => false,
        )
        if (!connected) return
        hogs.push(hog)
      }
    }
    await withClient(async (client) => {
      // The service looks for work now and then, and may get a connection that was just ended; that of one whose process
      // has not ended yet may become free behind the last look, so that two looks must find none.
      for (let quiet = 0; quiet < 2; ) {
        await endOthers(client)
        await hogAll()
        const { rows } = await client.query(
          `SELECT FROM pg_stat_activity WHERE datname = 'outage' AND pid <> pg_backend_pid()`,
        )
        quiet = rows.length === 0 ? quiet + 1 : 0
      }
      for (const headers of [{}, MODERN, authorization()]) {
        await expectUnavailable(READ, headers)
        await expectUnavailable(EXECUTED, headers)
      }
    })
    for (const hog of hogs) await hog.end()
    await expectWell()
  })

  it('says so to who writes when it is read-only, and reads', async () => {
    await withClient(async (client) => {
      await client.query('ALTER DATABASE outage SET default_transaction_read_only = on')
      await endOthers(client)
      await expectUnavailable(WRITE, authorization())
      await expectUnavailable(WRITE, { ...authorization(), ...MODERN })
      await expectWell()
      await client.query('SET default_transaction_read_only = off')
      await client.query('ALTER DATABASE outage RESET default_transaction_read_only')
      await endOthers(client)
    })
    expect(await ask(WRITE, authorization())).toMatchObject({
      data: { articleIngest: { __typename: 'ArticleSuccess' } },
    })
  })

  it('answers within the deadline when a lock is held, and cancels the statement', async () => {
    await withClient(async (client) => {
      await client.query('BEGIN; LOCK TABLE "Speaker" IN ACCESS EXCLUSIVE MODE')
      const started = performance.now()
      await Promise.all([expectUnavailable(READ), expectUnavailable(READ, MODERN)])
      expect(performance.now() - started).toBeLessThan(15_000)
      const waiting = async () => {
        const { rows } = await client.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = 'outage' AND wait_event_type = 'Lock'`,
        )
        return rows.length
      }
      await expect.poll(waiting, { timeout: 5_000 }).toBe(0)
      await client.query('ROLLBACK')
    })
    await expectWell()
  })
})
