import { beforeEach, describe, expect, it } from 'vitest'
import { createClient } from './client.js'
import { type SyncOptions, sync } from './sync.js'
import {
  failureOf,
  type Handler,
  hang,
  json,
  refusal,
  reset,
  scriptedServer,
} from './testing/scripted-server.js'

const script = scriptedServer()

const change = (cursor: number) => ({ kind: 'CREATED', objectId: `o${cursor}`, object: null })

/** A page of the log with these cursors. */
const page = (cursors: number[], hasNextPage = false): Handler =>
  json({
    data: {
      changes: {
        edges: cursors.map((cursor) => ({ cursor: String(cursor) })),
        nodes: cursors.map(change),
        pageInfo: { hasNextPage, endCursor: String(cursors.at(-1)) },
      },
    },
  })

/** A stream of changes, which the service completes, or which stays open. */
const stream =
  (cursors: number[], isComplete = false): Handler =>
  (_request, response) => {
    const events = cursors.map((cursor) => ({
      data: { changed: { cursor: String(cursor), change: change(cursor) } },
    }))
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
    for (const event of events) response.write(`event: next\ndata: ${JSON.stringify(event)}\n\n`)
    if (isComplete) response.end('event: complete\ndata:\n\n')
  }

/** What each request asked for: "Changes null", "Changed 3". */
const asked = () =>
  script.requests.map(({ body }) => {
    const { operationName, variables } = JSON.parse(body)
    return `${operationName} ${variables.after ?? null}`
  })

let client: ReturnType<typeof createClient>
beforeEach(() => {
  client = createClient({ url: script.url })
})

/** The cursors of so many changes. */
async function cursorsOf(count: number, options: SyncOptions = {}) {
  const cursors: string[] = []
  for await (const { cursor, change } of sync(client, options)) {
    expect(change.objectId).toBe(`o${cursor}`)
    cursors.push(cursor)
    if (cursors.length === count) break
  }
  return cursors.join(' ')
}

describe('sync', () => {
  it('catches up page by page, then follows, and closes the connection when the loop is left', async () => {
    script.answers = [page([1, 2], true), page([3]), stream([4, 5])]
    expect(await cursorsOf(5)).toBe('1 2 3 4 5')
    expect(asked()).toEqual(['Changes null', 'Changes 2', 'Changed 3'])
    await expect.poll(() => script.closed, { timeout: 5_000 }).toBeGreaterThan(0)
  })

  it('begins behind `after`, and asks for the types', async () => {
    script.answers = [page([]), stream([8])]
    expect(await cursorsOf(1, { after: '7', types: ['STATEMENT'] })).toBe('8')
    expect(script.requests.map(({ body }) => JSON.parse(body).variables)).toEqual([
      { after: '7', first: 100, filter: { types: ['STATEMENT'] } },
      { after: '7', types: ['STATEMENT'] },
    ])
  })

  it('goes on when the service completes the stream, is away, or cuts the connection, at any time', async () => {
    const away = refusal('SERVICE_UNAVAILABLE', 'later', 503)
    script.answers = [reset, page([1], true), away, page([2]), stream([3], true), reset, away, stream([4])]
    expect(await cursorsOf(4)).toBe('1 2 3 4')
    expect(asked()).toEqual([
      ...['Changes null', 'Changes null', 'Changes 1', 'Changes 1', 'Changed 2'],
      ...['Changed 3', 'Changed 3', 'Changed 3'],
    ])
  })

  it('tries again when no answer comes in time', async () => {
    script.answers = [hang, page([1])]
    expect(await cursorsOf(1, { timeout: 200 })).toBe('1')
  }, 10_000)

  it('looks again while the log is empty, for there is no place yet to follow it from', async () => {
    script.answers = [page([]), page([]), page([1])]
    expect(await cursorsOf(1)).toBe('1')
    expect(asked()).toEqual(['Changes null', 'Changes null', 'Changes null'])
  }, 10_000)

  it.each([
    ['a cursor that has expired', [refusal('CURSOR_EXPIRED', 'begin again without after')], 'CURSOR_EXPIRED'],
    [
      'a cursor that expires while the service is away',
      [page([1]), stream([], true), refusal('CURSOR_EXPIRED', 'begin again')],
      'CURSOR_EXPIRED',
    ],
    ['a key that is revoked', [page([1]), refusal('UNAUTHENTICATED', 'revoked', 401)], 'UNAUTHENTICATED'],
  ])('rejects for %s', async (_what, answers, code) => {
    script.answers = answers
    expect(await failureOf(cursorsOf(9, { after: '7' }))).toMatchObject({ code })
  })

  it('ends at once by its signal: before it begins, while it catches up, waits, or follows', async () => {
    const ended = async (answers: Handler[], requests: number) => {
      script.answers = answers
      script.requests = []
      const end = new AbortController()
      if (requests === 0) end.abort()
      const cursors = cursorsOf(9, { signal: end.signal })
      await expect.poll(() => script.requests.length, { timeout: 5_000 }).toBe(requests)
      await new Promise((resolve) => setTimeout(resolve, 50))
      end.abort()
      return cursors
    }
    expect(await ended([], 0)).toBe('')
    expect(await ended([hang], 1)).toBe('')
    expect(await ended([page([])], 1)).toBe('')
    expect(await ended([page([1]), stream([2])], 2)).toBe('1 2')
  })

  it('ends at once when return is called while it waits for a change', async () => {
    script.answers = [page([1]), stream([])]
    const changes = sync(client)
    await changes.next()
    const next = changes.next()
    await expect.poll(() => script.requests.length, { timeout: 5_000 }).toBe(2)
    await changes.return()
    expect(await next).toEqual({ done: true, value: undefined })
    await expect.poll(() => script.closed, { timeout: 5_000 }).toBeGreaterThan(0)
  })
})
