import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import { ingestSamples } from '../../test/harness/service.js'
import type { Database } from '../database/database.js'
import { createLogger } from './logger.js'
import { sha256 } from './persisted/sha256.js'
import { type RunningServer, startServer } from './server.js'

const QUERY = /* GraphQL */ `
  query Latest($first: Int!, $after: String, $by: StatementFilter) {
    statements(first: $first, after: $after, filter: $by) {
      nodes { id text saidAt { edtf earliest } speaker { name } topics { nodes { name } } }
      pageInfo { endCursor hasNextPage }
    }
  }
`

const named = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } })

describe('the direct tier', () => {
  let database: Database
  const servers: RunningServer[] = []

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await ingestSamples(database)
    for (const direct of [true, false]) {
      const options = {
        database,
        logger: createLogger('silent'),
        host: '127.0.0.1',
        port: 0,
        graphiql: false,
        origins: ['https://app.example'],
        persisted: 'allow',
      } as const
      servers.push(await startServer({ ...options, publicProposals: true, direct, limits: { rate: null } }))
    }
  }, 120_000)

  afterAll(async () => {
    for (const server of servers) await server.stop()
    await database.close()
  })

  /** Status, headers and body of the answers of the direct tier and of Yoga alone, the second time they are asked. */
  async function answers(body: unknown, headers: Record<string, string> = {}) {
    const ask = async ({ url }: RunningServer) => {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-request-id': 'one', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }
      await fetch(`${url}/graphql`, request)
      const response = await fetch(`${url}/graphql`, request)
      const { date: _date, ...kept } = Object.fromEntries(response.headers)
      return { status: response.status, headers: kept, body: await response.text() }
    }
    return Promise.all(servers.map(ask))
  }

  it.each([
    ['a query', { query: QUERY, variables: { first: 3 } }],
    [
      'a query with its name',
      { query: QUERY, operationName: 'Latest', variables: { first: 3, after: null } },
    ],
    ['another name', { query: QUERY, operationName: 'Other', variables: { first: 3 } }],
    ['no variables', { query: QUERY }],
    ['null as variables', { query: '{ statements(first: 1) { nodes { id } } }', variables: null }],
    ['a variable of another type', { query: QUERY, variables: { first: 'three' } }],
    ['a variable that does not exist', { query: QUERY, variables: { first: 3, more: 1 } }],
    ['a damaged cursor', { query: QUERY, variables: { first: 3, after: 'x' } }],
    ['too many', { query: QUERY, variables: { first: 101 } }],
    ['a wrong filter', { query: QUERY, variables: { first: 1, by: { speakerIds: ['x'] } } }],
    ['a NUL in a variable', { query: QUERY, variables: { first: 1, after: '\0' } }],
    ['a syntax error', { query: '{ statements' }],
    ['an unknown field', { query: '{ nothing }' }],
    ['another parameter', { query: QUERY, variables: { first: 1 }, more: true }],
    ['a batch', [{ query: QUERY, variables: { first: 1 } }]],
    ['a text and its hash', { query: QUERY, variables: { first: 3 }, extensions: named(QUERY) }],
    ['a hash that came with its text', { variables: { first: 3 }, extensions: named(QUERY) }],
    ['a hash and another name', { operationName: 'Other', extensions: named(QUERY) }],
    ['an unknown hash', { extensions: named('{ nothing }') }],
    ['the hash of another text', { query: QUERY, extensions: named('{ nothing }') }],
    ['a hash of another form', { query: QUERY, extensions: { persistedQuery: { version: 2 } } }],
    ['other extensions', { query: QUERY, variables: { first: 3 }, extensions: { more: 1 } }],
    ['no JSON', '{'],
  ])('answers as Yoga does: %s', async (_name, body) => {
    const [direct, yoga] = await answers(body)
    expect(direct).toEqual(yoga)
  })

  it.each([
    [{ accept: 'application/json' }],
    [{ accept: 'application/graphql-response+json' }],
    [{ accept: 'application/graphql-response+json, application/json' }],
    [{ accept: 'application/graphql-response+json,application/json;q=0.9' }],
    [
      {
        accept:
          'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      },
    ],
    [{ accept: 'constructor' }],
    [{ accept: 'text/html' }],
    [{ 'content-type': 'application/json; charset=utf-8' }],
    [{ 'content-type': 'text/plain' }],
    [{ authorization: 'Bearer nonsense' }],
    [{ 'x-request-id': 'not a plain id' }],
    [{ 'accept-encoding': 'br' }],
    [{ 'accept-encoding': 'gzip;q=0.5, br;q=0.1' }],
    [{ 'accept-encoding': 'identity' }],
    [{ origin: 'https://app.example' }],
    [{ origin: 'https://other.example' }],
    [{ 'x-forwarded-proto': 'https' }],
    [{ 'content-type': 'Application/JSON' }],
    [{ 'content-type': 'application/json; charset=latin1' }],
    [{ 'content-encoding': 'gzip' }],
    [{ accept: 'image/png' }],
  ])('has the same status, headers and body for %o', async (headers: Record<string, string>) => {
    const [direct, yoga] = await answers(
      { query: QUERY, variables: { first: 20 } },
      headers as Record<string, string>,
    )
    if (headers['x-request-id']) for (const one of [direct, yoga]) delete one?.headers['x-request-id']
    expect(direct).toEqual(yoga)
  })
})
