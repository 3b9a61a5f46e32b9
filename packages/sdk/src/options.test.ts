import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClient } from './client.js'
import type { OnRecordError } from './error.js'
import { listTopics } from './generated/topic.js'
import type { ClientOptions, RequestEvent, ResponseEvent } from './options.js'
import { subscribe } from './subscribe.js'
import { failureOf, hang, json, page, scriptedServer } from './testing/scripted-server.js'

const server = scriptedServer()
const ok = json({ data: { sites: 1 } })
const QUERY = 'query Q { sites }'
const SECRET = 'orc_sekrit'

function thrownBy(work: () => unknown): OnRecordError | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error as OnRecordError
  }
}

describe('createClient', () => {
  it.each<[Partial<ClientOptions>, string]>([
    [{ url: 'nonsense' }, 'url'],
    [{ url: '' }, 'url'],
    [{ url: 'ftp://a.example' }, 'url'],
    [{ url: 'http://' }, 'url'],
    [{ url: 'http://a.example:99999' }, 'url'],
    [{ url: '/graphql' }, 'url'],
    [{ url: `http://me:${SECRET}@a.example` }, 'url'],
    [{ url: undefined as never }, 'url'],
    [{ timeout: 0 }, 'timeout is 0'],
    [{ timeout: -1 }, 'timeout is -1'],
    [{ timeout: Number.NaN }, 'timeout is NaN'],
    [{ timeout: Number.POSITIVE_INFINITY }, 'timeout is Infinity'],
    [{ timeout: 2 ** 31 }, 'timeout is 2147483648'],
    [{ timeout: '5' as never }, 'timeout is 5'],
    [{ retry: -1 }, 'retry is -1'],
    [{ retry: Number.NaN }, 'retry is NaN'],
    [{ retry: 'often' as never }, 'retry is often'],
    [{ persisted: 'yes' as never }, 'persisted'],
    [{ fetch: 'fetch' as never }, 'fetch'],
    [{ onRequest: {} as never }, 'onRequest'],
    [{ headers: 7 as never }, 'headers'],
    [{ apiKey: `${SECRET}\n${SECRET}` }, 'apiKey'],
    [{ apiKey: `${SECRET}…` }, 'apiKey'],
    [{ headers: { 'x-key': `${SECRET}\n${SECRET}` } }, 'headers'],
    [{ headers: { 'x key': SECRET } }, 'headers'],
  ])('refuses %o at once, and shows no secret', (wrong, reason) => {
    const error = thrownBy(() => createClient({ url: 'http://a.example', ...wrong }))
    expect(error).toMatchObject({ name: 'OnRecordError', kind: 'bad-request' })
    expect(error?.message).toContain(reason)
    expect(inspect(error) + JSON.stringify(error)).not.toContain(SECRET)
  })

  it('takes undefined for what is absent, a URL, and a path for a fetch of your own', async () => {
    server.answers = [ok]
    const absent = { apiKey: undefined, headers: undefined, fetch: undefined, timeout: undefined }
    const none = { retry: undefined, persisted: undefined, onRequest: undefined, onResponse: undefined }
    const client = createClient({ url: new URL(server.url), ...absent, ...none, fetchOptions: undefined })
    const call = { signal: undefined, timeout: undefined, retry: undefined, headers: undefined }
    expect(await client.request(QUERY, undefined, call)).toEqual({ sites: 1 })
    const fetch = vi.fn(async () => new Response('{"data":{"sites":2}}'))
    expect(await createClient({ url: '/graphql', fetch }).request(QUERY)).toEqual({ sites: 2 })
    expect(fetch).toHaveBeenCalledWith('/graphql', expect.anything())
  })
})

it('reads the responses of a fetch that has no streams', async () => {
  const headers = new Headers({ 'x-request-id': 'r-2' })
  const fetch = async () => ({ ok: true, status: 200, headers, text: async () => '{"data":{"sites":3}}' })
  const client = createClient({ url: 'http://a.example', fetch: fetch as never })
  expect(await client.partial(QUERY)).toMatchObject({ data: { sites: 3 }, requestId: 'r-2' })
})

describe('a call', () => {
  it.each([
    [{ timeout: 0 }, 'timeout is 0'],
    [{ timeout: Number.POSITIVE_INFINITY }, 'timeout is Infinity'],
    [{ timeout: 2 ** 31 }, 'timeout is 2147483648'],
    [{ retry: -1 }, 'retry is -1'],
    [{ headers: { 'x key': 'a' } }, 'headers'],
    [{ operationName: 'Other' }, 'operationName'],
  ])('is refused with %o, and sends nothing', async (options, reason) => {
    const failure = await failureOf(createClient({ url: server.url }).request(QUERY, {}, options))
    expect(failure).toMatchObject({ kind: 'bad-request', message: expect.stringContaining(reason) })
    expect(server.requests).toHaveLength(0)
  })

  it.each([{ limit: -1 }, { limit: Number.NaN }, { timeout: 0 }])(
    'is refused in a list with %o',
    async (options) => {
      const list = listTopics(createClient({ url: server.url }), {}, options)
      expect(await failureOf(list[Symbol.asyncIterator]().next())).toMatchObject({ kind: 'bad-request' })
      expect(server.requests).toHaveLength(0)
    },
  )

  it.each([{ timeout: 0 }, { retry: -1 }])('is refused in a subscription with %o', async (options) => {
    const events = subscribe(createClient({ url: server.url }), 'subscription { a }', {}, options)
    expect(await failureOf(events.next())).toMatchObject({ kind: 'bad-request' })
  })
})

describe('headers', () => {
  it('fold the case of their names, may be Headers, and those of the call come last', async () => {
    server.answers = [ok]
    const headers = { Authorization: 'Basic b', 'X-App': 'a', 'x-tenant': 't' }
    const client = createClient({ url: server.url, apiKey: 'k', headers })
    await client.request(QUERY)
    await client.request(QUERY, {}, { headers: new Headers({ 'x-APP': 'c' }) })
    await client.request(QUERY, {}, { headers: [['CONTENT-TYPE', 'application/json; charset=utf-8']] })
    const [first, second, third] = server.requests.map((request) => request.headers)
    expect(first).toMatchObject({ authorization: 'Basic b', 'x-app': 'a', 'x-tenant': 't' })
    expect(second).toMatchObject({ authorization: 'Basic b', 'x-app': 'c', 'x-tenant': 't' })
    expect(third).toMatchObject({ 'x-app': 'a', 'content-type': 'application/json; charset=utf-8' })
  })

  it('of a call keep it from sharing a request', async () => {
    server.answers = [ok]
    const client = createClient({ url: server.url })
    const call = (tenant: string) => client.request(QUERY, {}, { headers: { 'x-tenant': tenant } })
    await Promise.all([call('a'), call('b'), client.request(QUERY), client.request(QUERY)])
    expect(server.requests).toHaveLength(3)
  })
})

it('passes fetchOptions of client and call to fetch, but not in place of what it says itself', async () => {
  const fetch = vi.fn(async (_url: unknown, _init?: RequestInit) => new Response('{"data":{"sites":1}}'))
  const fetchOptions = { cache: 'no-store', credentials: 'include', method: 'GET' as never } as const
  const client = createClient({ url: 'http://a.example', fetch, fetchOptions })
  await client.request(QUERY, {}, { fetchOptions: { cache: 'force-cache', next: { revalidate: 60 } } })
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    ...{ cache: 'force-cache', credentials: 'include', next: { revalidate: 60 } },
    ...{ method: 'POST', body: expect.stringContaining('sites') },
  })
})

describe('apiKey', () => {
  it('may be a function, which gives the key of each try', async () => {
    server.answers = [page(502), ok]
    let count = 0
    const apiKey = async () => {
      // The text of this function has signs that no header can have: …
      return `k${++count}`
    }
    const client = createClient({ url: server.url, apiKey })
    await client.request(QUERY)
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer k1', 'Bearer k2'])
    await createClient({ url: server.url, apiKey: () => undefined }).request(QUERY)
    expect(server.requests[2]?.headers.authorization).toBeUndefined()
  })

  it('that cannot be had, or sent, is a failure that shows no key', async () => {
    const lost = createClient({ url: server.url, apiKey: () => Promise.reject(new Error('no vault')) })
    expect(await failureOf(lost.request(QUERY))).toMatchObject({
      kind: 'unauthorized',
      cause: { message: 'no vault' },
    })
    const wrong = createClient({ url: server.url, apiKey: () => `${SECRET}\n${SECRET}` })
    const failure = await failureOf(wrong.request(QUERY))
    expect(failure).toMatchObject({ kind: 'bad-request' })
    expect(inspect(failure)).not.toContain(SECRET)
    expect(server.requests).toHaveLength(0)
  })

  it('never shows in a client, a failure or an event', async () => {
    server.answers = [json({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }, 403)]
    const seen: unknown[] = []
    const see = (event: unknown) => {
      seen.push(event)
    }
    const headers = { cookie: SECRET, 'x-api-key': SECRET }
    const client = createClient({ url: server.url, apiKey: SECRET, headers, onRequest: see, onResponse: see })
    seen.push(client, await failureOf(client.request(QUERY)), await failureOf(listTopics(client)))
    expect(seen).toHaveLength(7)
    for (const each of seen) {
      const shown = [JSON.stringify(each), String(each), inspect(each, { depth: 9, showHidden: true })]
      expect(shown.join('\n')).not.toContain(SECRET)
    }
    expect(JSON.parse(JSON.stringify(client))).toMatchObject({ url: server.url })
  })
})

describe('hooks', () => {
  it('see each try with its operation and what came of it, and may add headers', async () => {
    server.answers = [page(502), ok]
    const requests: RequestEvent[] = []
    const responses: ResponseEvent[] = []
    const client = createClient({
      url: server.url,
      async onRequest(request) {
        request.headers.set('traceparent', `00-${request.attempt}`)
        requests.push(request)
      },
      onResponse: (response) => void responses.push(response),
    })
    await client.request(QUERY)
    expect(server.requests.map(({ headers }) => headers.traceparent)).toEqual(['00-1', '00-2'])
    expect(requests).toMatchObject([
      { kind: 'query', name: 'Q', url: server.url, attempt: 1 },
      { kind: 'query', name: 'Q', url: server.url, attempt: 2 },
    ])
    expect(responses.map(({ request }) => request)).toEqual(requests)
    const [first, second] = responses
    expect([first?.response?.status, first?.error?.kind]).toEqual([502, 'unavailable'])
    expect([second?.response?.status, second?.error]).toEqual([200, undefined])
    expect(second?.response?.headers.get('x-request-id')).toBe('r-1')
    expect(second?.duration).toBeGreaterThanOrEqual(0)
  })

  it('see a failure without an answer', async () => {
    const responses: ResponseEvent[] = []
    const onResponse = (response: ResponseEvent) => void responses.push(response)
    await failureOf(createClient({ url: 'http://127.0.0.1:1/', retry: 0, onResponse }).request(QUERY))
    server.answers = [hang]
    await failureOf(createClient({ url: server.url, timeout: 30, onResponse }).request(QUERY))
    await expect.poll(() => responses.length).toBe(2)
    expect(responses).toMatchObject([
      { response: undefined, error: { kind: 'network' } },
      { response: undefined, error: { kind: 'timeout' } },
    ])
  })

  it('see the connections of a subscription', async () => {
    server.answers = [
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).end('event: complete\n\n')
      },
    ]
    const seen: unknown[] = []
    const onRequest = ({ name, kind }: RequestEvent) => void seen.push([name, kind])
    const onResponse = ({ response }: ResponseEvent) => void seen.push(response?.status)
    const client = createClient({ url: server.url, onRequest, onResponse })
    for await (const _ of subscribe(client, 'subscription Live { a }')) break
    expect(seen).toEqual([['Live', 'subscription'], 200])
  })

  it('end the call when they throw', async () => {
    server.answers = [ok]
    const fail = () => {
      throw new Error('full disk')
    }
    for (const hooks of [{ onRequest: fail }, { onResponse: fail }]) {
      const client = createClient({ url: server.url, ...hooks })
      const expected = { kind: 'aborted', cause: { message: 'full disk' } }
      expect(await failureOf(client.request(QUERY))).toMatchObject(expected)
      expect(await failureOf(subscribe(client, 'subscription { a }').next())).toMatchObject(expected)
    }
    expect(server.requests).toHaveLength(2)
  })
})

describe('what cannot be sent', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('such as a BigInt is a failure with its reason', async () => {
    const circular: Record<string, unknown> = {}
    circular.self = circular
    for (const n of [1n, circular]) {
      const failure = await failureOf(createClient({ url: server.url }).request(QUERY, { n }))
      expect(failure).toMatchObject({ kind: 'bad-request' })
      expect(failure.message).toMatch(/variables are no JSON: .*(BigInt|circular)/s)
    }
    expect(server.requests).toHaveLength(0)
  })

  it('such as a hash without crypto.subtle is a failure with its reason', async () => {
    vi.stubGlobal('crypto', {})
    const client = createClient({ url: server.url, persisted: 'auto' })
    for (const call of [client.request(QUERY), subscribe(client, 'subscription { a }').next()])
      expect(await failureOf(call)).toMatchObject({
        kind: 'bad-request',
        message: expect.stringContaining('crypto.subtle'),
      })
  })
})
