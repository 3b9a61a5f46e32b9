import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import { ingestText } from '../../test/harness/service.js'
import type { Database } from '../database/database.js'
import { createKey } from '../record/api-key/keys.js'
import { createLogger } from './logger.js'
import { type RunningServer, startServer } from './server.js'
import type { ServerOptions } from './server-options.js'

const READ = '{ speakers(first: 5) { nodes { name } } }'

describe('the endpoint', () => {
  let database: Database
  let server: RunningServer

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await ingestText(database, '# Ferry\n\n“We sail,” said Mara Lindt.\n')
  })
  afterAll(() => database.close())
  afterEach(() => server.stop())

  async function start(options: Partial<ServerOptions>): Promise<void> {
    const given = { database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false }
    server = await startServer({ ...given, publicProposals: true, ...options })
  }

  const post = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const ask = (query: string, headers?: Record<string, string>) => post({ query }, headers)

  const keyOf = async (role: 'editor' | 'reader') => {
    const { key } = await createKey(database.prisma, {
      ...{ name: role, roles: [role], expiresAt: null },
      ...{ environment: 'live', createdBy: 'test' },
    })
    return { authorization: `Bearer ${key}` }
  }

  it.each([true, false])(
    'tells what an operation cost and what is left (direct tier: %s)',
    async (direct) => {
      await start({ direct })
      for (let asked = 0; asked < 3; asked++) {
        const response = await ask(READ)
        const { extensions } = (await response.json()) as { extensions: { cost: Record<string, number> } }
        expect(extensions.cost).toMatchObject({ requested: 1, limit: 1_000 })
        expect(extensions.cost.remaining).toBeGreaterThan(900)
        expect(response.headers.get('ratelimit-limit')).toBe('1000')
        expect(response.headers.get('ratelimit-remaining')).toBe(String(extensions.cost.remaining))
        expect(response.headers.get('ratelimit-reset')).toMatch(/^\d+$/)
      }
      for (const wrong of ['{', '{ nothing }']) {
        expect(await (await ask(wrong)).json()).toMatchObject({ extensions: { cost: { requested: 1 } } })
      }
    },
  )

  it('refuses with 429 who has spent all, and nobody else', async () => {
    await start({ limits: { rate: 10 }, trustProxy: 1 })
    const from = (address: string) => ({ 'x-forwarded-for': `198.51.100.1, ${address}` })
    // Some come back meanwhile, so that the tenth may not be the last.
    const untilRefused = async (headers: Record<string, string>) => {
      for (let asked = 1; ; asked++) {
        const response = await ask(READ, headers)
        if (response.status === 429 || asked === 100) return { response, asked }
      }
    }
    const { response: refused, asked } = await untilRefused(from('203.0.113.1'))
    expect(asked).toBeGreaterThan(10)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(refused.headers.get('ratelimit-remaining')).toBe('0')
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryable: true } }],
    })
    expect((await ask(READ, from('203.0.113.2'))).status).toBe(200)
    // A key that is not valid has no purse of its own; one that is has ten times as much.
    const invalid = await untilRefused({ ...from('203.0.113.1'), authorization: 'Bearer or_live_x' })
    expect(invalid.response.status).toBe(429)
    const key = await keyOf('reader')
    for (let asked = 0; asked < 50; asked++) {
      expect((await ask(READ, { ...from('203.0.113.1'), ...key })).status).toBe(200)
    }
  })

  it('refuses an operation that costs more than is left', { retry: 2 }, async () => {
    await start({ limits: { rate: 100 } })
    const dear = '{ statements(first: 100) { nodes { id topics(first: 5) { nodes { id } } } } }'
    expect((await ask(dear)).status).toBe(200)
    const refused = await ask(dear)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await ask(READ)).status).toBe(200)
  })

  it('answers as many at once as it may, and the rest with 503', async () => {
    // Each request waits until the test lets it go.
    let go = () => {}
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    const slow = {
      ...database,
      async read(...given: Parameters<Database['read']>) {
        await gate
        return database.read(...given)
      },
    }
    await start({ database: slow, limits: { concurrency: 2, queue: 3, rate: null } })
    const asked = Array.from({ length: 9 }, () => ask(READ))
    const refused = await Promise.race(asked)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }],
    })
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
    go()
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    expect(statuses.filter((status) => status === 503)).toHaveLength(4)
    expect((await ask(READ)).status).toBe(200)
  })

  it('gives the place of a caller who left to the next', async () => {
    let waiting = 0
    const read = () => {
      waiting++
      return new Promise<never>(() => {})
    }
    const stuck = { ...database, read }
    await start({ database: stuck, limits: { concurrency: 1, queue: 5, rate: null, deadline: 60_000 } })
    for (let asked = 1; asked <= 3; asked++) {
      const controller = new AbortController()
      const left = fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: READ }),
        signal: controller.signal,
      }).catch(() => 'left')
      await expect.poll(() => waiting, { timeout: 10_000 }).toBe(asked)
      controller.abort()
      expect(await left).toBe('left')
    }
  })

  it('ends a query at its deadline', async () => {
    const stuck = { ...database, read: () => new Promise<never>(() => {}) }
    await start({ database: stuck, limits: { deadline: 200 } })
    const response = await ask(READ, { accept: 'application/graphql-response+json' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }],
    })
  })

  it('takes whole articles only with a key that may write', async () => {
    await start({ limits: { body: 10_000 } })
    const write = 'mutation ($input: ArticleIngestInput!) { articleIngest(input: $input) { __typename } }'
    const plainText = `# Quay\n\n“No,” said Anselm Okafor.\n\n${'The tide turns at noon.\n\n'.repeat(600)}`
    const body = { query: write, variables: { input: { source: { plainText } } } }
    expect((await post(body)).status).toBe(413)
    expect((await post(body, { authorization: 'Bearer or_live_x' })).status).toBe(413)
    expect((await post(body, await keyOf('reader'))).status).toBe(413)
    const taken = await post(body, await keyOf('editor'))
    expect([taken.status, await taken.json()]).toMatchObject([
      200,
      { data: { articleIngest: { __typename: 'ArticleSuccess' } } },
    ])
  })
})
