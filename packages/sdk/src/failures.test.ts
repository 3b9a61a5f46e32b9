import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from './client.js'
import { listTopics } from './generated/topic.js'
import {
  cutBody,
  failureOf,
  type Handler,
  hang,
  json,
  page,
  refusal,
  scriptedServer,
} from './testing/scripted-server.js'

const server = scriptedServer()
const QUERY = 'query Q { sites }'
const CHECK = 'check url, key and service'

const unhandled: unknown[] = []
const collect = (reason: unknown) => unhandled.push(reason)
beforeAll(() => {
  process.on('unhandledRejection', collect)
})
afterAll(async () => {
  await new Promise(setImmediate)
  process.off('unhandledRejection', collect)
  expect(unhandled).toEqual([])
})

describe('a failure', () => {
  it.each<[string, Handler, object]>([
    [
      'an error of the operation',
      refusal('BAD_USER_INPUT', 'first is 0'),
      { kind: 'bad-request', code: 'BAD_USER_INPUT', message: 'first is 0', requestId: 'r-1', status: 200 },
    ],
    [
      'an error that nobody foresaw',
      json({ errors: [{ message: 'oops', extensions: { code: 'NEW' } }], data: null }),
      { kind: 'graphql', code: 'NEW' },
    ],
    [
      'an error inside the service',
      refusal('INTERNAL_SERVER_ERROR', 'a fault of ours', 500),
      { kind: 'graphql', status: 500 },
    ],
    ['a key that lacks a scope', refusal('FORBIDDEN', 'no'), { kind: 'unauthorized' }],
    [
      'an expired key',
      refusal('UNAUTHENTICATED', 'the key has expired: make another', 401),
      { kind: 'unauthorized', status: 401, message: 'the key has expired: make another' },
    ],
    [
      'a proxy that wants a key',
      page(401),
      { kind: 'unauthorized', message: expect.stringContaining(CHECK) },
    ],
    [
      'an operation that an older service does not know',
      refusal('GRAPHQL_VALIDATION_FAILED', 'Cannot query field "mood" on type "Speaker".', 400),
      {
        kind: 'bad-request',
        message: 'Cannot query field "mood" on type "Speaker". (is the service older than this SDK?)',
      },
    ],
    [
      'a page instead of GraphQL',
      page(200),
      {
        kind: 'invalid-response',
        message: `HTTP 200: "<!doctype html>\\n<h1>Hello</h1>" came, not GraphQL: ${CHECK}`,
      },
    ],
    ['a wrong path', page(404), { kind: 'http', status: 404, message: expect.stringContaining(CHECK) }],
    ['JSON that is no answer', json({ hello: 1 }), { kind: 'invalid-response' }],
    ['JSON that is null', json(null), { kind: 'invalid-response' }],
    ['data that is null, and no reason', json({ data: null }), { kind: 'invalid-response' }],
    ['data that is no object', json({ data: [1] }), { kind: 'invalid-response' }],
    ['data that is a text', json({ data: 'sites' }), { kind: 'invalid-response' }],
    ['errors that are no list', json({ data: {}, errors: 'boom' }), { kind: 'invalid-response' }],
    ['an empty list of errors, and no data', json({ errors: [] }), { kind: 'invalid-response' }],
    [
      'errors that are nothing',
      json({ data: { a: 1 }, errors: [null] }),
      { kind: 'graphql', message: 'no reason came', data: { a: 1 } },
    ],
    [
      'an error with parts of other types',
      json({ errors: [{ message: { a: 1 }, extensions: { code: 5 }, path: 'a' }] }),
      { kind: 'graphql', code: undefined },
    ],
    ['a list in place of an answer', json([{ data: {} }]), { kind: 'invalid-response' }],
    ['a number in place of an answer', json(7), { kind: 'invalid-response' }],
    [
      'JSON that ends too soon',
      (_request, response) => response.writeHead(200).end('{"data":{"sites":'),
      { kind: 'invalid-response' },
    ],
    [
      'a redirect to a page',
      (request, response) =>
        request.method === 'POST'
          ? response.writeHead(303, { location: '/' }).end()
          : response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>no</h1>'),
      { kind: 'http', status: 404 },
    ],
    [
      'a redirect to nowhere',
      (_request, response) => response.writeHead(302).end(),
      { kind: 'http', status: 302 },
    ],
    [
      'an answer that was compressed and cut',
      (_request, response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync('{"data":{"sites":1}}').subarray(0, 20)),
      { kind: expect.stringMatching(/^(invalid-response|network)$/) },
    ],
    ['nothing at all', (_request, response) => response.writeHead(204).end(), { kind: 'invalid-response' }],
  ])('has a kind and says what to do, without a retry, for %s', async (_what, handler, expected) => {
    server.answers = [handler]
    expect(await failureOf(createClient({ url: server.url, retry: 0 }).request(QUERY))).toMatchObject(
      expected,
    )
    expect(server.requests.filter(({ body }) => body)).toHaveLength(1)
  })

  it('is not a content type that is wrong, when the answer is right', async () => {
    server.answers = [json({ data: { sites: 1 } }, 200, { 'content-type': 'text/html' })]
    expect(await createClient({ url: server.url }).request(QUERY)).toEqual({ sites: 1 })
  })

  it.each<[string, Handler]>([
    [
      'compressed wrongly',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"data":{}}'),
    ],
    ['a redirect to itself', (request, response) => response.writeHead(307, { location: request.url }).end()],
    [
      'longer than it says',
      (_request, response) => response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n{}'),
    ],
    ['no HTTP', (_request, response) => response.socket?.end('hello')],
  ])('has the kind network when the answer is %s', async (_what, handler) => {
    server.answers = [handler]
    const failure = await failureOf(createClient({ url: server.url, retry: 0 }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'network', message: `no answer from ${server.url}: ${CHECK}` })
    expect(failure.cause).toBeDefined()
  })

  it('has the kind timeout when the answer drips', async () => {
    let dripping: ReturnType<typeof setInterval> | undefined
    server.answers = [
      (_request, response) => {
        response.writeHead(200)
        dripping = setInterval(() => response.write(' '), 10)
      },
    ]
    const failure = await failureOf(createClient({ url: server.url, timeout: 200 }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'timeout', message: 'no answer within 200 ms' })
    await expect.poll(() => server.closed).toBeGreaterThan(0)
    clearInterval(dripping)
  })

  it('ends an answer that is larger than memory should hold, and keeps those that are large', async () => {
    const part = 'x'.repeat(1_000_000)
    let sent = 0
    const fetch = async () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent++
            controller.enqueue(new TextEncoder().encode(part))
          },
        }),
      )
    const endless = createClient({ url: 'http://a.example', fetch })
    expect(await failureOf(endless.request(QUERY))).toMatchObject({ kind: 'invalid-response' })
    expect(sent).toBeLessThan(200)
    server.answers = [json({ data: { text: part.repeat(5) } })]
    const large = await createClient({ url: server.url }).request<{ text: string }, object>(QUERY)
    expect(large.text).toHaveLength(5_000_000)
  })

  it('has the kind unavailable after retries of a 502 page', async () => {
    server.answers = [page(502)]
    const failure = await failureOf(createClient({ url: server.url }).request(QUERY))
    expect(failure).toMatchObject({
      kind: 'unavailable',
      status: 502,
      message: expect.stringContaining(CHECK),
    })
    expect(server.requests).toHaveLength(3)
  })

  it('has the kind network when the answer is cut in the middle', async () => {
    server.answers = [cutBody]
    const failure = await failureOf(createClient({ url: server.url, retry: 0 }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'network', message: `no answer from ${server.url}: ${CHECK}` })
  })

  it('has the kind invalid-response when a list is null', async () => {
    server.answers = [json({ data: { topics: null } })]
    const list = listTopics(createClient({ url: server.url }))
    const expected = {
      kind: 'invalid-response',
      message: 'topics came as null, which the schema rules out',
    }
    expect(await failureOf(list)).toMatchObject(expected)
    expect(await failureOf(list[Symbol.asyncIterator]().next())).toMatchObject(expected)
  })

  it.each([{}, { nodes: [] }, { nodes: {}, pageInfo: {} }, { pageInfo: {} }])(
    'has the kind invalid-response when a page is %o',
    async (topics) => {
      server.answers = [json({ data: { topics } })]
      const list = listTopics(createClient({ url: server.url }))
      expect(await failureOf(list)).toMatchObject({ kind: 'invalid-response' })
      expect(await failureOf(list[Symbol.asyncIterator]().next())).toMatchObject({ kind: 'invalid-response' })
    },
  )

  it('tells the rest of the quota and the cost of the operation', async () => {
    const quota = { 'ratelimit-limit': '1000', 'ratelimit-remaining': '0', 'ratelimit-reset': '20' }
    const cost = { cost: 40, remaining: 0 }
    const refused = { message: 'slowly', extensions: { code: 'RATE_LIMITED' } }
    server.answers = [
      json({ errors: [refused], extensions: { cost } }, 429, { 'retry-after': '20', ...quota }),
    ]
    const client = createClient({ url: server.url, retry: 0 })
    const facts = { rateLimit: { limit: 1000, remaining: 0, reset: 20 }, extensions: { cost } }
    expect(await failureOf(client.request(QUERY))).toMatchObject({
      ...facts,
      kind: 'rate-limited',
      retryAfter: 20_000,
    })
    server.answers = [json({ data: { sites: 1 }, extensions: { cost } }, 200, quota)]
    expect(await client.partial(QUERY)).toMatchObject({ data: { sites: 1 }, errors: [], ...facts })
    server.answers = [json({ data: { sites: 1 } })]
    expect((await client.partial(QUERY)).rateLimit?.limit).toBeNaN()
  })

  it('rejects for an error in a part of the answer, except in client.partial', async () => {
    const answer = {
      data: { sites: null, topics: 2 },
      errors: [{ message: 'sites failed', path: ['sites'] }],
    }
    server.answers = [json(answer)]
    const client = createClient({ url: server.url })
    expect(await failureOf(client.request(QUERY))).toMatchObject({ kind: 'graphql', ...answer })
    expect(await client.partial(QUERY)).toMatchObject({ ...answer, status: 200, requestId: 'r-1' })
  })
})

describe('a failure without an answer', () => {
  it.each([
    ['has no such host', 'http://nowhere.invalid/graphql'],
    ['has nobody at its port', 'http://127.0.0.1:1/graphql'],
  ])('has the kind network and names the URL when it %s', async (_what, url) => {
    const failure = await failureOf(createClient({ url, retry: 0 }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'network', message: `no answer from ${url}: ${CHECK}` })
    expect(failure.cause).toBeDefined()
  })

  it('has the kind timeout when no answer comes in time, and closes the connection', async () => {
    server.answers = [hang]
    const failure = await failureOf(createClient({ url: server.url, timeout: 50 }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'timeout', message: 'no answer within 50 ms' })
    await expect.poll(() => server.closed).toBeGreaterThan(0)
  })
})
