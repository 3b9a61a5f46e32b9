import { createHash } from 'node:crypto'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createClient } from './client.js'
import type { TypedDocument } from './document.js'
import { failureOf, json, scriptedServer } from './testing/scripted-server.js'

const server = scriptedServer()
const ok = json({ data: { sites: 1 } })
const QUERY = 'query Q { sites }'

describe('request', () => {
  it('sends query, variables, key and headers, and gives the data', async () => {
    server.answers = [ok]
    const client = createClient({ url: server.url, apiKey: 'k', headers: { 'x-app': 'a' } })
    expect(await client.request('query ($n: Int) { sites(first: $n) }', { n: 1 })).toEqual({ sites: 1 })
    const [{ body, headers }] = server.requests as [{ body: string; headers: Record<string, string> }]
    expect(JSON.parse(body)).toEqual({ query: 'query ($n: Int) { sites(first: $n) }', variables: { n: 1 } })
    expect(headers).toMatchObject({
      authorization: 'Bearer k',
      'x-app': 'a',
      'content-type': 'application/json',
    })
  })

  it('takes the types from the document, and requires variables only where it has some', () => {
    const document = QUERY as unknown as TypedDocument<{ sites: number }, { first?: number }>
    const strict = QUERY as unknown as TypedDocument<{ sites: number }, { id: string }>
    const client = createClient({ url: server.url })
    expectTypeOf(client.request<{ sites: number }, { first?: number }>)
      .parameter(0)
      .toEqualTypeOf<TypedDocument<{ sites: number }, { first?: number }> | string>()
    const calls = () => [
      client.request(document),
      client.request(document, { first: 1 }),
      client.request(strict, { id: 'x' }),
      // @ts-expect-error: the id is missing
      client.request(strict),
      // @ts-expect-error: the variable does not exist
      client.request(document, { last: 1 }),
    ]
    expect(calls).toBeTypeOf('function')
  })

  it('shares one HTTP request among identical queries, but not among mutations', async () => {
    server.answers = [ok]
    const client = createClient({ url: server.url })
    const [a, b] = await Promise.all([client.request(QUERY), client.request(QUERY)])
    expect([a, b]).toEqual([{ sites: 1 }, { sites: 1 }])
    expect(server.requests).toHaveLength(1)
    await client.request(QUERY)
    expect(server.requests).toHaveLength(2)
    const mutation = '# writes\nmutation M { x }'
    await Promise.all([client.request(mutation), client.request(mutation)])
    expect(server.requests).toHaveLength(4)
  })
})

describe('request with persisted operations', () => {
  const hash = createHash('sha256').update(QUERY).digest('hex')
  const unknown = json({
    errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  })
  const sent = () => server.requests.map(({ body }) => JSON.parse(body))

  it('sends the hash first, and the text when the service does not know the hash', async () => {
    const client = createClient({ url: server.url, persisted: 'auto' })
    server.answers = [unknown, ok]
    expect(await client.request(QUERY)).toEqual({ sites: 1 })
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } }
    expect(sent()).toEqual([{ extensions }, { query: QUERY, extensions }])
    server.requests = []
    expect(await client.request(QUERY)).toEqual({ sites: 1 })
    expect(sent()).toEqual([{ extensions }])
  })

  it('never sends the text when only persisted operations are allowed', async () => {
    server.answers = [unknown]
    const failure = await failureOf(createClient({ url: server.url, persisted: 'only' }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'bad-request', code: 'PERSISTED_QUERY_NOT_FOUND' })
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]?.body).not.toContain('sites')
  })
})
