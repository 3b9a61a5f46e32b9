import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, createServer as connections } from 'node:net'
import { buildSchema } from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from './client.js'
import { OnRecordError } from './error.js'
import { subscribe } from './subscribe.js'
import { failureOf, type Handler, refusal, scriptedServer } from './testing/scripted-server.js'

interface Event {
  changed: { cursor: string }
}

const SCHEMA = buildSchema(
  'type Change { cursor: String! } type Query { a: Int } type Subscription { changed(after: String): Change! }',
)
const DOCUMENT = 'subscription ($after: String) { changed(after: $after) { cursor } }'

const script = scriptedServer()
const EVENT = `event: next\ndata: ${JSON.stringify({ data: { changed: { cursor: '7' } } })}\n\n`

/** A stream that sends a text once or every so many milliseconds, and stays open or is cut. */
const stream =
  (text: string, every = 0, cut = false): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(text)
    const timer = every > 0 ? setInterval(() => response.write(text), every) : undefined
    response.on('close', () => clearInterval(timer))
    if (cut) setTimeout(() => response.destroy(), 20)
  }

let server: Server
let url: string
/** The variable `after` of each subscription that began, in order. */
let begun: (string | null)[]
/** The number of subscriptions that ended. */
let ended: number
// The server is the one of graphql-sse. It sends five changes, numbered from 1 on.
beforeEach(async () => {
  begun = []
  ended = 0
  const handler = createHandler({
    schema: SCHEMA,
    onSubscribe: () => undefined,
    subscribe: (async ({ variableValues }: { variableValues?: { after?: string } }) =>
      changes(variableValues?.after)) as never,
  })
  server = createServer((request, response) => void handler(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => {
    server.close(resolve)
  })
})

async function* changes(after: string | undefined) {
  begun.push(after ?? null)
  try {
    for (let cursor = Number(after ?? 0) + 1; cursor <= 5; cursor++) {
      yield { data: { changed: { cursor: String(cursor) } } }
      await new Promise(setImmediate)
    }
  } finally {
    ended++
  }
}

/** A proxy of the server that cuts the connection after this many events. */
async function cutLine(events: number): Promise<{ url: string; close(): void }> {
  const line = connections((client) => {
    const upstream = connect(Number(new URL(url).port), '127.0.0.1')
    let seen = 0
    client.pipe(upstream)
    upstream.on('data', (bytes: Buffer) => {
      client.write(bytes)
      seen += bytes.toString().split('event: next').length - 1
      if (seen >= events) client.end(() => upstream.destroy())
    })
    for (const socket of [client, upstream]) socket.on('error', () => {})
    upstream.on('close', () => client.end())
  })
  await new Promise<void>((resolve) => {
    line.listen(0, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${(line.address() as AddressInfo).port}/`, close: () => line.close() }
}

const cursorsOf = async (events: AsyncIterable<Event>) => {
  const all: string[] = []
  for await (const { changed } of events) all.push(changed.cursor)
  return all
}

describe('subscribe', () => {
  it('gives the events until the server completes', async () => {
    expect(await cursorsOf(subscribe<Event, object>(createClient({ url }), DOCUMENT))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
    expect(begun).toEqual([null])
  })

  it('goes on after the last event when the connection breaks, without gaps or repeats', async () => {
    const line = await cutLine(2)
    expect(await cursorsOf(subscribe<Event, object>(createClient({ url: line.url }), DOCUMENT))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
    expect(begun.length).toBeGreaterThan(1)
    expect(begun.slice(0, 2)).toEqual([null, '2'])
    line.close()
  })

  it('closes the connection when the loop is left, and when the signal is aborted', async () => {
    for await (const { changed } of subscribe<Event, object>(createClient({ url }), DOCUMENT)) {
      if (changed.cursor === '2') break
    }
    await expect.poll(() => ended).toBe(1)
    const controller = new AbortController()
    const seen: string[] = []
    const events = subscribe<Event, object>(
      createClient({ url }),
      DOCUMENT,
      {},
      { signal: controller.signal },
    )
    for await (const { changed } of events) {
      seen.push(changed.cursor)
      controller.abort()
    }
    expect(seen[0]).toBe('1')
    await expect.poll(() => ended).toBe(2)
  })

  it('ends at once when return is called while it waits for an event', async () => {
    script.answers = [stream(': ping\n\n')]
    const events = subscribe<Event, object>(createClient({ url: script.url }), DOCUMENT)
    const next = events.next()
    await expect.poll(() => script.requests.length).toBe(1)
    await events.return()
    expect(await next).toEqual({ done: true, value: undefined })
    await expect.poll(() => script.closed).toBeGreaterThan(0)
  })

  it('replaces a connection on which nothing comes, but not one with pings', async () => {
    script.answers = [stream(EVENT), stream(': ping\n\n', 20), stream(`${EVENT}event: complete\n\n`)]
    const options = { timeout: 1_000, retry: 3 }
    const silent = subscribe<Event, object>(createClient({ url: script.url }), DOCUMENT, {}, options)
    expect((await silent.next()).value).toEqual({ changed: { cursor: '7' } })
    const second = silent.next()
    await expect.poll(() => script.requests.length, { timeout: 5_000 }).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(script.requests).toHaveLength(2)
    await silent.return()
    expect(await second).toMatchObject({ done: true })
  })

  it('goes on when the service completes the stream, if it is endless', async () => {
    const events = subscribe<Event, object>(createClient({ url }), DOCUMENT, {}, { endless: true })
    const cursors: string[] = []
    for (let count = 0; count < 5; count++)
      cursors.push((await events.next()).value?.changed.cursor as string)
    const sixth = events.next()
    await expect.poll(() => begun.length).toBeGreaterThan(1)
    await events.return()
    expect(await sixth).toMatchObject({ done: true })
    expect(cursors).toEqual(['1', '2', '3', '4', '5'])
    expect(begun.slice(0, 2)).toEqual([null, '5'])
  })

  it('counts tries anew once a connection held, also without an event', async () => {
    script.answers = [1, 2, 3, 4, 5].map(() => stream(': ping\n\n', 5, true))
    script.answers.push(stream(`${EVENT}event: complete\n\n`))
    const events = subscribe<Event, object>(createClient({ url: script.url }), DOCUMENT, {}, { retry: 1 })
    expect(await cursorsOf(events)).toEqual(['7'])
  })

  it('waits as long as the service asks before each new connection', async () => {
    const down = refusal('SERVICE_UNAVAILABLE', 'later', 503)
    script.answers = [stream(`retry: 300\n\n${EVENT}`, 0, true), down, stream('event: complete\n\n')]
    const started = performance.now()
    const events = subscribe<Event, object>(createClient({ url: script.url }), DOCUMENT)
    expect(await cursorsOf(events)).toEqual(['7'])
    expect(performance.now() - started).toBeGreaterThan(590)
    expect(script.requests.map(({ body }) => JSON.parse(body).variables)).toEqual([
      undefined,
      { after: '7' },
      { after: '7' },
    ])
  })

  it('rejects with the kind of an error in the stream', async () => {
    const errors = [{ message: 'the key was revoked', extensions: { code: 'UNAUTHENTICATED' } }]
    script.answers = [stream(`event: next\ndata: ${JSON.stringify({ errors })}\n\n`)]
    const events = subscribe<Event, object>(createClient({ url: script.url }), DOCUMENT)
    expect(await failureOf(events.next())).toMatchObject({
      kind: 'unauthorized',
      message: 'the key was revoked',
    })
    await expect.poll(() => script.closed).toBeGreaterThan(0)
  })

  it.each(['{"data":', 'null', '[]', '{"data":{"changed":', '"text"'])(
    'rejects when an event is %s, and not an answer',
    async (data) => {
      script.answers = [stream(`event: next\ndata: ${data}\n\n`)]
      const events = subscribe<Event, object>(createClient({ url: script.url }), DOCUMENT)
      expect(await failureOf(events.next())).toMatchObject({ kind: 'invalid-response' })
      expect(script.requests).toHaveLength(1)
    },
  )

  it('waits no shorter when it is asked to wait for longer than timers can', async () => {
    script.answers = [refusal('SERVICE_UNAVAILABLE', 'later', 503, { 'retry-after': '99999999' })]
    const events = subscribe<Event, object>(createClient({ url: script.url }), DOCUMENT)
    const next = events.next()
    await expect.poll(() => script.requests.length).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(script.requests).toHaveLength(1)
    await events.return()
    expect(await next).toMatchObject({ done: true })
  })

  it('sends only the hash where only persisted operations are allowed', async () => {
    script.answers = [stream('event: complete\n\n')]
    const client = createClient({ url: script.url, persisted: 'only' })
    expect(await cursorsOf(subscribe<Event, object>(client, DOCUMENT))).toEqual([])
    expect(script.requests[0]?.body).toContain('sha256Hash')
    expect(script.requests[0]?.body).not.toContain('cursor')
  })

  it('rejects when the operation is wrong, and when the service cannot be reached', async () => {
    const client = createClient({ url })
    await expect(
      cursorsOf(subscribe<Event, object>(client, 'subscription { nothing { cursor } }')),
    ).rejects.toMatchObject({
      name: 'OnRecordError',
      message: expect.stringContaining('nothing'),
    })
    const gone = createClient({ url: 'http://127.0.0.1:1/' })
    const failure = cursorsOf(subscribe<Event, object>(gone, DOCUMENT, {}, { retry: 1 }))
    await expect(failure).rejects.toBeInstanceOf(OnRecordError)
    await expect(failure).rejects.toMatchObject({ kind: 'network' })
  })
})
