import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'
import type { ServerOptions } from '../server-options.js'
import { sha256 } from './sha256.js'

const LISTED = 'query Listed($n: Int) { statements(first: $n) { nodes { id text } } }'
const operations = new Map([[sha256(LISTED), LISTED]])

let database: Database
const servers: RunningServer[] = []

beforeAll(async () => {
  database = await openTestDatabase('postgres')
  await ingestText(
    database,
    readFileSync(new URL('../../../../../examples/articles/ferry-strike-ends.md', import.meta.url), 'utf8'),
  )
}, 120_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await database.close()
})

async function start(options: Partial<ServerOptions>): Promise<RunningServer> {
  const server = await startServer({
    ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false },
    ...{ publicProposals: true, limits: { rate: null }, ...options },
  })
  servers.push(server)
  return server
}

const named = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } })

async function post(server: RunningServer, body: object, accept = 'application/json') {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await bodyOf(response) }
}

/** The body of an answer, without what it cost. */
async function bodyOf(response: Response) {
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  const { extensions: _extensions, ...body } = (await response.json()) as any
  return body
}

describe.each([true, false])('a locked service, direct: %s', (direct) => {
  let server: RunningServer
  beforeAll(async () => {
    const locked = { persisted: 'only', operations, introspection: false, suggestions: false } as const
    server = await start({ ...locked, direct })
  })

  it('runs what is on its list, by text and by hash, by POST and by GET, again and again', async () => {
    const answers = []
    for (const body of [
      { query: LISTED },
      { extensions: named(LISTED) },
      { query: LISTED, extensions: named(LISTED) },
    ]) {
      for (let again = 0; again < 3; again++)
        answers.push(await post(server, { ...body, variables: { n: 2 } }))
    }
    const parameters = { extensions: JSON.stringify(named(LISTED)), variables: '{"n":2}' }
    const response = await fetch(`${server.url}/graphql?${new URLSearchParams(parameters)}`)
    answers.push({ status: response.status, body: await bodyOf(response) })
    expect(answers[0]?.body.data.statements.nodes).toHaveLength(2)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it.each([
    ['{ __typename }', 'PERSISTED_QUERY_NOT_ALLOWED'],
    ['{ __schema { types { name } } }', 'PERSISTED_QUERY_NOT_ALLOWED'],
    ['{ statemnts { nodes { id } } }', 'PERSISTED_QUERY_NOT_ALLOWED'],
    ['{', 'PERSISTED_QUERY_NOT_ALLOWED'],
  ])('runs nothing else, and says nothing of the schema: %s', async (query, code) => {
    for (const extensions of [undefined, named(query)]) {
      const { status, body } = await post(server, { query, extensions }, 'application/graphql-response+json')
      expect(status).toBe(400)
      expect(body.errors).toEqual([{ message: expect.stringMatching(/of its list/), extensions: { code } }])
    }
    const unknown = await post(server, { extensions: named(query) })
    expect(unknown.body.errors[0]).toEqual({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
  })

  it('does not run a mutation by GET, even one that is listed', async () => {
    const mutation = 'mutation { articleDelete(input: { id: "x" }) { __typename } }'
    const other = await start({
      persisted: 'only',
      operations: new Map([[sha256(mutation), mutation]]),
      direct,
    })
    const parameters = { extensions: JSON.stringify(named(mutation)) }
    expect((await fetch(`${other.url}/graphql?${new URLSearchParams(parameters)}`)).status).toBe(405)
  })
})

describe('a service that allows hashes', () => {
  it('learns a text that comes with its hash', async () => {
    const server = await start({ persisted: 'allow' })
    const query = '{ sites(first: 1) { nodes { name } } }'
    const answers = []
    for (const body of [{}, { query }, {}, {}]) {
      answers.push((await post(server, { ...body, extensions: named(query) })).body)
    }
    expect(answers[0].errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND')
    for (const answer of answers.slice(1))
      expect(answer).toEqual({ data: { sites: { nodes: [expect.anything()] } } })
  })
})

describe('the switches', () => {
  const MISSPELT = [
    { query: '{ statemnts { nodes { id } } }' },
    { query: '{ statements { nodes { txt } } }' },
    { query: '{ statements(frst: 1) { nodes { id } } }' },
    { query: '{ node(id: "x") { ... on Statment { id } } }' },
    { query: '{ statements(filter: { kinds: [DIRCT] }) { nodes { id } } }' },
    { query: '{ statements(filter: { kind: [DIRECT] }) { nodes { id } } }' },
    {
      query: 'query ($f: StatementFilter) { statements(filter: $f) { nodes { id } } }',
      variables: { f: { kind: [] } },
    },
    {
      query: 'query ($f: StatementFilter) { statements(filter: $f) { nodes { id } } }',
      variables: { f: { kinds: ['DIRCT'] } },
    },
    { query: 'query ($f: StatementFiltr) { statements(filter: $f) { nodes { id } } }' },
  ]

  it('of suggestions leaves out names that are like a wrong one', async () => {
    const [open, silent] = [await start({}), await start({ suggestions: false })]
    for (const body of MISSPELT) {
      const [told, untold] = [await post(open, body), await post(silent, body)]
      expect(JSON.stringify(told.body)).toContain('Did you mean')
      expect(JSON.stringify(untold.body)).not.toContain('Did you mean')
      const shorter = ({ message, ...error }: { message: string }) => ({
        ...error,
        message: message.replace(/ Did you mean .*$/, ''),
      })
      expect(untold).toEqual({ ...told, body: { errors: told.body.errors.map(shorter) } })
    }
  })

  it('of introspection refuses questions about the schema, and nothing else', async () => {
    const [open, silent] = [await start({}), await start({ introspection: false })]
    for (const query of [
      '{ __schema { queryType { name } } }',
      '{ __type(name: "Query") { name } }',
      '{ sites(first: 1) { nodes { id } } s: __schema { queryType { name } } }',
      'query A { ...F } fragment F on Query { __type(name: "Query") { name } }',
    ]) {
      expect((await post(open, { query })).body.errors).toBe(undefined)
      const { errors, data } = (await post(silent, { query })).body
      expect([errors[0].extensions.code, data]).toEqual(['INTROSPECTION_DISABLED', undefined])
    }
    expect((await post(silent, { query: '{ __typename }' })).body).toEqual({ data: { __typename: 'Query' } })
  })
})
