import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import { ingestText } from '../../test/harness/service.js'
import type { Database } from '../database/database.js'
import { createKey, revokeKey } from '../record/api-key/keys.js'
import { OPERATOR } from '../record/api-key/roles.js'
import { ListenError } from './listen-error.js'
import { type RunningServer, startServer } from './server.js'
import type { ServerOptions } from './server-options.js'

let database: Database
let server: RunningServer
const log: Record<string, unknown>[] = []
const logger = pino(
  new Writable({
    write(line, _encoding, done) {
      log.push(JSON.parse(String(line)))
      done()
    },
  }),
)

const options = (): ServerOptions => ({
  database,
  logger,
  host: '127.0.0.1',
  port: 0,
  graphiql: true,
  publicProposals: true,
})

beforeAll(async () => {
  database = await openTestDatabase('postgres')
  await ingestText(database, '# Ferry\n\n“We sail,” said Mara Lindt.\n')
  server = await startServer(options())
})
afterAll(async () => {
  await server.stop()
  await database.close()
})

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
const ask = (query: string, headers?: Record<string, string>) => post(JSON.stringify({ query }), headers)
const lastRequest = () => log.findLast(({ msg }) => msg === 'request')

describe('a request', () => {
  it('is answered with its id, and logged with operation and duration but without variables', async () => {
    const query = 'query Look($name: String!) { speakers(filter: { name: $name }) { nodes { name } } }'
    const response = await post(JSON.stringify({ query, variables: { name: 'Mara' } }), {
      'x-request-id': 'abc-123',
    })
    expect(await response.json()).toMatchObject({ data: { speakers: { nodes: [{ name: 'Mara Lindt' }] } } })
    expect(response.headers.get('x-request-id')).toBe('abc-123')
    expect(lastRequest()).toMatchObject({ requestId: 'abc-123', operation: 'Look', status: 200 })
    expect(lastRequest()?.durationMs).toBeGreaterThan(0)
    expect(JSON.stringify(log)).not.toContain('Mara')
  })

  it('gets a new id when it has none, or one that could break the log', async () => {
    for (const id of ['', 'a b"c', 'x'.repeat(200)]) {
      const response = await ask('{ __typename }', id ? { 'x-request-id': id } : {})
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it.each<[string, string, string, Record<string, string>?]>([
    ['malformed JSON', '{"query": ', 'BAD_REQUEST'],
    ['no operation', '{}', 'BAD_REQUEST'],
    ['a list', '[{"query":"{ __typename }"}]', 'BAD_REQUEST'],
    ['a query that is a number', '{"query": 7}', 'BAD_REQUEST'],
    ['variables that are a string', '{"query":"{ __typename }","variables":"x"}', 'BAD_REQUEST'],
    ['malformed GraphQL', '{"query":"{ sites {"}', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ sitez { id } }"}', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of the wrong type',
      '{"query":"query ($n: Int) { sites(first: $n) { nodes { id } } }","variables":{"n":"x"}}',
      'BAD_USER_INPUT',
    ],
    [
      'an argument of the wrong type',
      '{"query":"{ sites(first: true) { nodes { id } } }"}',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'two operations and no name',
      '{"query":"query A { __typename } query B { __typename }"}',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('gets one coded error that says what is wrong when it has %s', async (_what, body, code) => {
    const response = await post(body)
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions?: { code?: string } }[]
    }
    expect(errors[0]?.extensions?.code).toBe(code)
    expect(errors[0]?.message.length).toBeGreaterThan(10)
    expect(JSON.stringify(errors)).not.toMatch(/ {4}at |node_modules/)
  })

  it('needs a key to write, whose id is logged', async () => {
    const write =
      'mutation { articleIngest(input: { source: { plainText: "Quay\\n\\n“No,” said Anselm Okafor." } }) { __typename ... on ForbiddenError { requiredScope } } }'
    expect(await (await ask(write)).json()).toMatchObject({
      data: { articleIngest: { __typename: 'ForbiddenError', requiredScope: 'EDITOR' } },
    })
    const { key, apiKey } = await createKey(database.prisma, {
      ...{ name: 'Mara', roles: ['editor'], expiresAt: null },
      ...{ environment: 'live', createdBy: 'test' },
    })
    expect(await (await ask(write, { authorization: `Bearer ${key}` })).json()).toMatchObject({
      data: { articleIngest: { __typename: 'ArticleSuccess' } },
    })
    expect(lastRequest()).toMatchObject({ keyId: apiKey.keyId, status: 200 })
    await revokeKey(database.prisma, apiKey.keyId)
    expect((await ask(write, { authorization: `Bearer ${key}` })).status).toBe(401)
    expect(lastRequest()).toMatchObject({ keyId: apiKey.keyId, status: 401 })
    expect(JSON.stringify(log)).not.toContain(key.slice(-20))
  })
})

describe('health', () => {
  it('answers that the server is live and ready', async () => {
    expect(await (await fetch(`${server.url}/health/live`)).json()).toEqual({ status: 'live' })
    expect(await (await fetch(`${server.url}/health/ready`)).json()).toEqual({ status: 'ready' })
  })

  it('answers that the server is not ready without its database, and queries get a coded error', async () => {
    const gone = await openTestDatabase('postgres')
    const other = await startServer({ ...options(), database: gone })
    await gone.close()
    try {
      const ready = await fetch(`${other.url}/health/ready`)
      expect([ready.status, await ready.json()]).toEqual([503, { status: 'database unavailable' }])
      expect((await fetch(`${other.url}/health/live`)).status).toBe(200)
      const response = await fetch(`${other.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ sites { nodes { id } } }"}',
      })
      const { errors } = (await response.json()) as {
        errors: { message: string; extensions: { code: string } }[]
      }
      expect(errors[0]?.extensions.code).toMatch(/^(SERVICE_UNAVAILABLE|INTERNAL_SERVER_ERROR)$/)
      expect(errors[0]?.message).not.toMatch(/postgres|SELECT|pool/i)
    } finally {
      await other.stop()
    }
  })
})

describe('an unexpected error', () => {
  it('is logged in full, and shows the caller no detail', async () => {
    const broken = await openTestDatabase('postgres')
    await broken.prisma.$executeRawUnsafe('ALTER TABLE "Site" RENAME COLUMN name TO secret_column')
    const other = await startServer({ ...options(), database: broken, nobody: OPERATOR })
    try {
      await broken.prisma.$executeRawUnsafe(
        `INSERT INTO "Site" (id, secret_column, "nameFolded", domain) VALUES (gen_random_uuid(), 'a', 'a', 'a.example')`,
      )
      const response = await fetch(`${other.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ sites { nodes { name } } }"}',
      })
      const answer = await response.text()
      expect(JSON.parse(answer).errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' })
      expect(answer).not.toMatch(/secret_column|"Site"|prisma|SELECT/)
      expect(JSON.stringify(log.findLast(({ msg }) => msg === 'a resolver failed'))).toMatch(/name/)
    } finally {
      await other.stop()
      await broken.close()
    }
  })
})

describe('startServer', () => {
  it.each([
    [
      () => ({ port: Number(new URL(server.url).port) }),
      /^port \d+ on 127\.0\.0\.1 is in use: stop what listens there, or set PORT to another$/,
    ],
    [
      () => ({ host: '203.0.113.7' }),
      /^203\.0\.113\.7 is not an address of this machine: set HOST to one that is$/,
    ],
    [() => ({ host: 'no-such-host.invalid' }), /^no-such-host\.invalid is not an address of this machine/],
  ])('says what to change when it cannot listen', async (change, message) => {
    const failure = startServer({ ...options(), ...change() })
    await expect(failure).rejects.toThrow(ListenError)
    await expect(failure).rejects.toThrow(message)
  })
})
