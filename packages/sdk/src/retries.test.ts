import { describe, expect, it } from 'vitest'
import { createClient } from './client.js'
import {
  failureOf,
  type Handler,
  hang,
  json,
  page,
  reset,
  scriptedServer,
} from './testing/scripted-server.js'

const server = scriptedServer()
const ok = json({ data: { sites: 1 } })
const QUERY = 'query Q { sites }'

describe('request', () => {
  it.each<[string, Handler]>([
    ['502', page(502)],
    ['503', json({ errors: [{ message: 'later', extensions: { code: 'SERVICE_UNAVAILABLE' } }] }, 503)],
    ['429', json({ errors: [{ message: 'slowly' }] }, 429, { 'retry-after': '0' })],
    ['a cut connection', reset],
  ])('tries again twice after %s', async (_what, handler) => {
    server.answers = [handler, handler, ok]
    expect(await createClient({ url: server.url }).request(QUERY)).toEqual({ sites: 1 })
    expect(server.requests).toHaveLength(3)
    server.requests = []
    server.answers = [handler]
    await failureOf(createClient({ url: server.url }).request(QUERY))
    expect(server.requests).toHaveLength(3)
  })

  it('tries a mutation again only when it is idempotent', async () => {
    server.answers = [page(502), ok]
    await failureOf(createClient({ url: server.url }).request('mutation { x }'))
    expect(server.requests).toHaveLength(1)
    server.answers = [page(502), ok]
    expect(
      await createClient({ url: server.url }).request('mutation { x }', {}, { idempotent: true }),
    ).toEqual({
      sites: 1,
    })
  })

  it.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2_000).toUTCString()],
  ])('waits as long as Retry-After says in %s', async (_form, value) => {
    server.answers = [json({ errors: [{ message: 'slowly' }] }, 429, { 'retry-after': value() }), ok]
    const started = Date.now()
    expect(await createClient({ url: server.url }).request(QUERY)).toEqual({ sites: 1 })
    expect(Date.now() - started).toBeGreaterThan(900)
  })

  it('fails at once when the wait would be longer than the timeout', async () => {
    server.answers = [json({ errors: [{ message: 'slowly' }] }, 429, { 'retry-after': '60' })]
    const started = performance.now()
    const failure = await failureOf(createClient({ url: server.url, timeout: 10_000 }).request(QUERY))
    expect(failure).toMatchObject({ kind: 'rate-limited', retryAfter: 60_000 })
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(server.requests).toHaveLength(1)
  })

  it('tries a mutation again when its input has an idempotency key', async () => {
    server.answers = [page(502), ok]
    const mutation = 'fragment F on X { x } mutation ($input: I!) { x(input: $input) { ...F } }'
    const input = { idempotencyKey: 'k-1' }
    expect(await createClient({ url: server.url }).request(mutation, { input })).toEqual({ sites: 1 })
    server.answers = [page(502), ok]
    await failureOf(createClient({ url: server.url }).request(mutation, { input: { idempotencyKey: '' } }))
    expect(server.requests).toHaveLength(3)
  })

  it('tells how long to wait when it gives up', async () => {
    server.answers = [json({ errors: [{ message: 'slowly' }] }, 429, { 'retry-after': '7' })]
    expect(await failureOf(createClient({ url: server.url, retry: 0 }).request(QUERY))).toMatchObject({
      kind: 'rate-limited',
      retryAfter: 7000,
    })
  })
})

describe('the end of a request', () => {
  it('comes with the timeout', async () => {
    server.answers = [hang]
    expect(await failureOf(createClient({ url: server.url, timeout: 50 }).request(QUERY))).toMatchObject({
      kind: 'timeout',
    })
  })

  it('comes at once with the signal, without a retry', async () => {
    server.answers = [hang]
    const controller = new AbortController()
    const call = createClient({ url: server.url }).request(QUERY, {}, { signal: controller.signal })
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort('enough')
    expect(await failureOf(call)).toMatchObject({ kind: 'aborted', cause: 'enough' })
    expect(server.requests).toHaveLength(1)
  })

  it('comes before anything is sent when the signal is aborted already', async () => {
    server.answers = [ok]
    const client = createClient({ url: server.url })
    const failure = await failureOf(client.request(QUERY, {}, { signal: AbortSignal.abort() }))
    expect(failure).toMatchObject({ kind: 'aborted' })
    expect(await client.request(QUERY)).toEqual({ sites: 1 })
    expect(server.requests).toHaveLength(1)
  })

  it.each<[string, Handler]>([
    ['waiting for the next try', json({}, 429, { 'retry-after': '5' })],
    ['a body comes', (_request, response) => void response.writeHead(200).write('{"data":')],
  ])('comes at once while %s', async (_what, handler) => {
    server.answers = [handler]
    const controller = new AbortController()
    const call = createClient({ url: server.url }).request(QUERY, {}, { signal: controller.signal })
    await expect.poll(() => server.requests.length).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    let rejected = false
    void call.catch(() => {
      rejected = true
    })
    controller.abort()
    await Promise.resolve()
    await Promise.resolve()
    expect(rejected).toBe(true)
    expect(await failureOf(call)).toMatchObject({ kind: 'aborted' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(server.requests).toHaveLength(1)
  })

  it('of one call does not end another call that shares its request', async () => {
    let release = () => {}
    server.answers = [
      (request, response, body) => {
        release = () => ok(request, response, body)
      },
    ]
    const client = createClient({ url: server.url })
    const controller = new AbortController()
    const [first, second] = [
      client.request(QUERY, {}, { signal: controller.signal }),
      client.request(QUERY, {}),
    ]
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort()
    expect(await failureOf(first)).toMatchObject({ kind: 'aborted' })
    release()
    expect(await second).toEqual({ sites: 1 })
  })

  it('of all calls that share a request closes the connection', async () => {
    server.answers = [hang]
    const client = createClient({ url: server.url, timeout: 100 })
    await Promise.all([failureOf(client.request(QUERY)), failureOf(client.request(QUERY))])
    await expect.poll(() => server.closed).toBeGreaterThan(0)
  })
})
