import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { createClient } from './client.js'
import type { TypedDocument } from './document.js'
import { OnRecordError } from './error.js'

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void

let server: Server
let url: string
let requests: { body: string; headers: IncomingMessage['headers'] }[]
let answers: Handler[]

/** A server that does what each test tells it, request by request; the last thing again and again. */
beforeEach(async () => {
  requests = []
  answers = []
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    requests.push({ body, headers: request.headers })
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(request, response, body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => {
    server.close(resolve)
  })
})

const json =
  (answer: object, status = 200, headers: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'r-1', ...headers })
    response.end(JSON.stringify(answer))
  }
const hang: Handler = () => {}
const reset: Handler = (request) => request.socket.destroy()
const page =
  (status: number): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<!doctype html><h1>Hello</h1>')
  }
const ok = json({ data: { sites: 1 } })
const QUERY = 'query Q { sites }'

const failureOf = async (promise: Promise<unknown>): Promise<OnRecordError> => {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(OnRecordError)
  return error as OnRecordError
}

describe('request', () => {
  it('sends query, variables, key and headers, and gives the data', async () => {
    answers = [ok]
    const client = createClient({ url, apiKey: 'k', headers: { 'x-app': 'a' } })
    expect(await client.request('query ($n: Int) { sites(first: $n) }', { n: 1 })).toEqual({ sites: 1 })
    const [{ body, headers }] = requests as [{ body: string; headers: Record<string, string> }]
    expect(JSON.parse(body)).toEqual({ query: 'query ($n: Int) { sites(first: $n) }', variables: { n: 1 } })
    expect(headers).toMatchObject({
      authorization: 'Bearer k',
      'x-app': 'a',
      'content-type': 'application/json',
    })
  })

  it('takes the types of a document, and asks for variables only where there are some', () => {
    const document = QUERY as unknown as TypedDocument<{ sites: number }, { first?: number }>
    const strict = QUERY as unknown as TypedDocument<{ sites: number }, { id: string }>
    const client = createClient({ url })
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

  it('shares one HTTP request among identical queries, not among mutations', async () => {
    answers = [ok]
    const client = createClient({ url })
    const [a, b] = await Promise.all([client.request(QUERY), client.request(QUERY)])
    expect([a, b]).toEqual([{ sites: 1 }, { sites: 1 }])
    expect(requests).toHaveLength(1)
    await client.request(QUERY)
    expect(requests).toHaveLength(2)
    const mutation = '# writes\nmutation M { x }'
    await Promise.all([client.request(mutation), client.request(mutation)])
    expect(requests).toHaveLength(4)
  })
})

describe('a failure', () => {
  it.each<[string, Handler, object]>([
    [
      'an error of the operation',
      json({ errors: [{ message: 'first is 0', extensions: { code: 'BAD_USER_INPUT' } }] }),
      { kind: 'bad-request', code: 'BAD_USER_INPUT', message: 'first is 0', requestId: 'r-1', status: 200 },
    ],
    [
      'an error that nobody foresaw',
      json({ errors: [{ message: 'oops', extensions: { code: 'NEW' } }], data: null }),
      { kind: 'graphql', code: 'NEW' },
    ],
    [
      'a key that lacks a scope',
      json({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }),
      { kind: 'unauthorized' },
    ],
    [
      'an expired key',
      json({ errors: [{ message: 'expired' }] }, 401),
      { kind: 'unauthorized', status: 401 },
    ],
    [
      'a page instead of GraphQL',
      page(200),
      {
        kind: 'invalid-response',
        message: expect.stringContaining('is the url that of the GraphQL endpoint?'),
      },
    ],
    ['a page that is missing', page(404), { kind: 'http', status: 404 }],
    ['JSON that is no answer', json({ hello: 1 }), { kind: 'invalid-response' }],
    ['nothing at all', (_request, response) => response.writeHead(204).end(), { kind: 'invalid-response' }],
  ])('of %s says its kind', async (_what, handler, expected) => {
    answers = [handler]
    expect(await failureOf(createClient({ url }).request(QUERY))).toMatchObject(expected)
    expect(requests).toHaveLength(1)
  })

  it('of a body that is cut in the middle is one of the network', async () => {
    answers = [
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        response.write('{"data": {')
        setImmediate(() => response.destroy())
      },
    ]
    expect(await failureOf(createClient({ url, retry: 0 }).request(QUERY))).toMatchObject({ kind: 'network' })
  })

  it('of a wrong url is one of the network, which names it', async () => {
    const failure = await failureOf(
      createClient({ url: 'http://127.0.0.1:1/graphql', retry: 0 }).request(QUERY),
    )
    expect(failure).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('http://127.0.0.1:1/graphql'),
    })
    expect(failure.cause).toBeDefined()
  })

  it('in parts rejects, unless the parts are asked for', async () => {
    const answer = {
      data: { sites: null, topics: 2 },
      errors: [{ message: 'sites failed', path: ['sites'] }],
    }
    answers = [json(answer)]
    const client = createClient({ url })
    expect(await failureOf(client.request(QUERY))).toMatchObject({
      kind: 'graphql',
      data: answer.data,
      errors: answer.errors,
    })
    expect(await client.partial(QUERY)).toMatchObject({ ...answer, status: 200, requestId: 'r-1' })
  })
})

describe('a retry', () => {
  it.each<[string, Handler]>([
    ['502', page(502)],
    ['503', json({ errors: [{ message: 'later', extensions: { code: 'SERVICE_UNAVAILABLE' } }] }, 503)],
    ['429', json({ errors: [{ message: 'slowly' }] }, 429, { 'retry-after': '0' })],
    ['a cut connection', reset],
  ])('comes after %s, twice', async (_what, handler) => {
    answers = [handler, handler, ok]
    expect(await createClient({ url }).request(QUERY)).toEqual({ sites: 1 })
    expect(requests).toHaveLength(3)
    requests = []
    answers = [handler]
    await failureOf(createClient({ url }).request(QUERY))
    expect(requests).toHaveLength(3)
  })

  it('of a mutation comes only when it may run twice', async () => {
    answers = [page(502), ok]
    await failureOf(createClient({ url }).request('mutation { x }'))
    expect(requests).toHaveLength(1)
    answers = [page(502), ok]
    expect(await createClient({ url }).request('mutation { x }', {}, { idempotent: true })).toEqual({
      sites: 1,
    })
  })

  it.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2_000).toUTCString()],
  ])('waits as long as Retry-After says in %s', async (_form, value) => {
    answers = [json({ errors: [{ message: 'slowly' }] }, 429, { 'retry-after': value() }), ok]
    const started = Date.now()
    expect(await createClient({ url }).request(QUERY)).toEqual({ sites: 1 })
    expect(Date.now() - started).toBeGreaterThan(900)
  })

  it('tells how long to wait when it gives up', async () => {
    answers = [json({ errors: [{ message: 'slowly' }] }, 429, { 'retry-after': '7' })]
    expect(await failureOf(createClient({ url, retry: 0 }).request(QUERY))).toMatchObject({
      kind: 'rate-limited',
      retryAfter: 7000,
    })
  })
})

describe('an end', () => {
  it('comes with the timeout, retries included', async () => {
    answers = [hang]
    expect(await failureOf(createClient({ url, timeout: 50 }).request(QUERY))).toMatchObject({
      kind: 'timeout',
    })
    answers = [json({ errors: [{ message: 'slowly' }] }, 429, { 'retry-after': '60' })]
    expect(await failureOf(createClient({ url, timeout: 50 }).request(QUERY))).toMatchObject({
      kind: 'timeout',
    })
  })

  it('comes at once with the signal, and is never tried again', async () => {
    answers = [hang]
    const controller = new AbortController()
    const call = createClient({ url }).request(QUERY, {}, { signal: controller.signal })
    await expect.poll(() => requests.length).toBe(1)
    controller.abort('enough')
    expect(await failureOf(call)).toMatchObject({ kind: 'aborted', cause: 'enough' })
    const before = createClient({ url }).request(QUERY, {}, { signal: AbortSignal.abort() })
    expect(await failureOf(before)).toMatchObject({ kind: 'aborted' })
    expect(requests).toHaveLength(1)
  })

  it('of one call leaves another that shares its request alone', async () => {
    let release = () => {}
    answers = [
      (request, response, body) => {
        release = () => ok(request, response, body)
      },
    ]
    const client = createClient({ url })
    const controller = new AbortController()
    const [first, second] = [
      client.request(QUERY, {}, { signal: controller.signal }),
      client.request(QUERY, {}),
    ]
    await expect.poll(() => requests.length).toBe(1)
    controller.abort()
    expect(await failureOf(first)).toMatchObject({ kind: 'aborted' })
    release()
    expect(await second).toEqual({ sites: 1 })
  })

  it('of all who share a request ends the request', async () => {
    let closed = false
    answers = [
      (request) => {
        request.socket.on('close', () => {
          closed = true
        })
      },
    ]
    const client = createClient({ url, timeout: 100 })
    await Promise.all([failureOf(client.request(QUERY)), failureOf(client.request(QUERY))])
    await expect.poll(() => closed).toBe(true)
  })
})

describe('persisted operations', () => {
  const hash = createHash('sha256').update(QUERY).digest('hex')
  const unknown = json({
    errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  })
  const sent = () => requests.map(({ body }) => JSON.parse(body))

  it('are sent by their hash, and by their text when that is not known', async () => {
    const client = createClient({ url, persisted: 'auto' })
    answers = [unknown, ok]
    expect(await client.request(QUERY)).toEqual({ sites: 1 })
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } }
    expect(sent()).toEqual([{ extensions }, { query: QUERY, extensions }])
    requests = []
    expect(await client.request(QUERY)).toEqual({ sites: 1 })
    expect(sent()).toEqual([{ extensions }])
  })

  it('never show their text when only persisted ones are allowed', async () => {
    answers = [unknown]
    const failure = await failureOf(createClient({ url, persisted: 'only' }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'bad-request', code: 'PERSISTED_QUERY_NOT_FOUND' })
    expect(requests).toHaveLength(1)
    expect(requests[0]?.body).not.toContain('sites')
  })
})
