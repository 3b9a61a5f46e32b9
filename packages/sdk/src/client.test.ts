import { createHash } from 'node:crypto'
import { parse } from 'graphql'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createClient } from './client.js'
import type { TypedDocument } from './document.js'
import { listSites } from './generated/site.js'
import { query } from './select.js'
import { subscribe } from './subscribe.js'
import { failureOf, json, page, refusal, scriptedServer } from './testing/scripted-server.js'

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
      .toEqualTypeOf<TypedDocument<{ sites: number }, { first?: number }, 'query' | 'mutation'> | string>()
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

  it('gives each of those that share a request a result of its own, also when it failed', async () => {
    const part = { data: { sites: { nodes: [{ name: 'a' }] } } }
    server.answers = [json(part)]
    const client = createClient({ url: server.url })
    const [a, b] = await Promise.all([client.request(QUERY), client.request(QUERY)])
    expect(a).toEqual(b)
    ;(a as typeof part.data).sites.nodes.length = 0
    expect(b).toEqual(part.data)
    server.answers = [json({ ...part, errors: [{ message: 'half' }] })]
    const [c, d] = await Promise.all([client.partial(QUERY), client.partial(QUERY)])
    expect(c).toEqual(d)
    expect(c.data).not.toBe(d.data)
    const [e, f] = await Promise.all([failureOf(client.request(QUERY)), failureOf(client.request(QUERY))])
    expect(e).toMatchObject({ kind: 'graphql', message: 'half', ...part })
    expect(f).toMatchObject({ kind: 'graphql', message: 'half', ...part })
    expect(e.data).not.toBe(f.data)
    expect(server.requests).toHaveLength(3)
  })

  it('sends what the variables were when it was called', async () => {
    server.answers = [page(502), ok]
    const variables = { first: 1 }
    const call = createClient({ url: server.url }).request(QUERY, variables)
    variables.first = 2
    await call
    expect(server.requests.map(({ body }) => JSON.parse(body).variables)).toEqual([
      { first: 1 },
      { first: 1 },
    ])
  })

  it('names the operation, and runs the one that is named', async () => {
    server.answers = [ok]
    const client = createClient({ url: server.url })
    await client.request(QUERY)
    await client.request('query A { sites } query B { sites }', {}, { operationName: 'B' })
    await client.request('{ sites }')
    const names = server.requests.map(({ body }) => JSON.parse(body).operationName)
    expect(names).toEqual(['Q', 'B', undefined])
    await query(client, { sites: { nodes: { name: true } } })
    await query(client, { sites: { nodes: { name: true } } }, { operationName: 'Papers' })
    await listSites(client).catch(() => {})
    const bodies = server.requests.slice(3).map(({ body }) => JSON.parse(body))
    expect(bodies).toMatchObject([
      { operationName: 'Sites', query: 'query Sites{sites{nodes{name}}}' },
      { operationName: 'Papers', query: 'query Papers{sites{nodes{name}}}' },
      { operationName: 'Sites', query: expect.stringMatching(/^query Sites\(/) },
    ])
  })

  it('prints syntax trees, and refuses what is no operation, or one for subscribe', async () => {
    server.answers = [ok]
    const client = createClient({ url: server.url })
    const tree = parse('query Tree($n: Int = 1) { sites(first: $n) }', { noLocation: true })
    expect(await client.request(tree, { n: 2 })).toEqual({ sites: 1 })
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      operationName: 'Tree',
      query: 'query Tree($n:Int=1){sites(first:$n)}',
      variables: { n: 2 },
    })
    for (const wrong of ['subscription { a }', 'fragment F on T { a }', 'hello', '', undefined, null, {}])
      expect(await failureOf(client.request(wrong as string))).toMatchObject({ kind: 'bad-request' })
    expect(await failureOf(subscribe(client, QUERY).next())).toMatchObject({ kind: 'bad-request' })
    expect(server.requests).toHaveLength(1)
  })

  it('answers at once for a document full of signs that once took seconds', { retry: 2 }, async () => {
    server.answers = [ok]
    const started = performance.now()
    const text = `{ sites }\n${'#'.repeat(28)} mutatio`
    expect(await createClient({ url: server.url }).request(text)).toEqual({ sites: 1 })
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('a failure', () => {
  it('becomes JSON with its message and its cause', async () => {
    server.answers = [refusal('FORBIDDEN', 'not with this key', 403)]
    const failure = await failureOf(createClient({ url: server.url }).request(QUERY))
    expect(JSON.parse(JSON.stringify({ failure }))).toMatchObject({
      failure: { name: 'OnRecordError', kind: 'unauthorized', message: 'not with this key', status: 403 },
    })
    const gone = await failureOf(createClient({ url: 'http://127.0.0.1:1/', retry: 0 }).request(QUERY))
    expect(JSON.parse(JSON.stringify(gone))).toMatchObject({ kind: 'network', cause: 'fetch failed' })
  })
})

describe('request with persisted operations', () => {
  const hash = createHash('sha256').update(QUERY).digest('hex')
  const unknown = json({
    errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  })
  const named = { operationName: 'Q' }
  const sent = () => server.requests.map(({ body }) => JSON.parse(body))

  it('sends the hash first, and the text when the service does not know the hash', async () => {
    const client = createClient({ url: server.url, persisted: 'auto' })
    server.answers = [unknown, ok]
    expect(await client.request(QUERY)).toEqual({ sites: 1 })
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } }
    expect(sent()).toEqual([
      { ...named, extensions },
      { ...named, query: QUERY, extensions },
    ])
    server.requests = []
    expect(await client.request(QUERY)).toEqual({ sites: 1 })
    expect(sent()).toEqual([{ ...named, extensions }])
  })

  it('does not send a mutation again when only a part of it was refused', async () => {
    const client = createClient({ url: server.url, persisted: 'auto' })
    const part = { message: 'no such id', extensions: { code: 'BAD_USER_INPUT' } }
    server.answers = [json({ data: { a: 1, b: null }, errors: [part] })]
    await failureOf(client.request('mutation { a b }'))
    expect(server.requests).toHaveLength(1)
    server.answers = [unknown, ok]
    expect(await client.request('mutation { a b }')).toEqual({ sites: 1 })
    expect(server.requests).toHaveLength(3)
  })

  it('never sends the text when only persisted operations are allowed', async () => {
    server.answers = [unknown]
    const failure = await failureOf(createClient({ url: server.url, persisted: 'only' }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'bad-request', code: 'PERSISTED_QUERY_NOT_FOUND' })
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]?.body).not.toContain('sites')
  })
})
