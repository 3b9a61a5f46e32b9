import { request } from 'node:http'
import { setTimeout as pauseFor } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repositoryMigrations } from '../../../test/harness/migrations.js'
import { type PostgresServer, startPostgres } from '../../../test/harness/postgres-server.js'
import { createService, type Service, TEST_KEY } from '../../../test/harness/service.js'
import { speakerWrites } from '../../../test/harness/speaker-writes.js'
import { type Followed, follow, serveStreams } from '../../../test/harness/streams.js'
import type { Database } from '../../database/database.js'
import { openPostgres } from '../../database/postgres.js'
import type { RunningServer } from '../server.js'

const CHANGED = `subscription ($after: String) { changed(after: $after, types: [SPEAKER]) {
  cursor change { kind objectId object { ... on Speaker { name } } } } }`
const LOG = `query ($after: String) { changes(first: 100, after: $after, filter: { types: [SPEAKER] }) {
  edges { cursor node { objectId } } pageInfo { hasNextPage endCursor } } }`

const LAST = 'query { changes(last: 1) { pageInfo { endCursor } } }'

interface LogPage {
  edges: { cursor: string }[]
  pageInfo: { endCursor: string }
}

interface Event {
  cursor: string
  change: { kind: string; objectId: string; object: { name: string } | null }
}

describe('streams of two processes on one PostgreSQL', () => {
  let postgres: PostgresServer
  let databases: [Database, Database]
  let servers: [RunningServer, RunningServer]
  let services: [Service, Service]

  beforeAll(async () => {
    postgres = await startPostgres()
    await postgres.createDatabase('live')
    const open = () => openPostgres(`${postgres.url}/live`, repositoryMigrations, 5, { tellsSql: true })
    databases = [await open(), await open()]
    services = [createService(databases[0]), createService(databases[1])]
    const limits = { streams: 600, streamsPerCaller: 600 }
    servers = [await serveStreams(databases[0], limits), await serveStreams(databases[1], limits)]
  }, 60_000)
  afterAll(async () => {
    for (const server of servers) await server.stop()
    for (const database of databases) await database.close()
    await postgres.stop()
  })

  const followSpeakers = (server: RunningServer) => follow<Event>(server, CHANGED, { key: TEST_KEY })
  const namesOf = ({ events }: Followed<Event>) => events.map(({ change }) => change.object?.name)
  const add = async (name: string, at = 0) => {
    const { made } = speakerWrites(services[at] as Service)
    await made(name)
  }

  it('tell each other of changes within a second, also once the database was restarted', async () => {
    await add('Before')
    const stream = followSpeakers(servers[1])
    await expect.poll(() => servers[1].openStreams()).toBe(1)
    await add('Ada Quay')
    await expect.poll(() => namesOf(stream), { timeout: 1_000 }).toEqual(['Ada Quay'])
    await postgres.halt()
    await pauseFor(300)
    await postgres.resume()
    await expect
      .poll(
        () =>
          add('Bo Quay').then(
            () => true,
            () => false,
          ),
        { timeout: 5_000 },
      )
      .toBe(true)
    await expect.poll(() => namesOf(stream), { timeout: 2_000 }).toContain('Bo Quay')
    await add('Cy Quay')
    await expect.poll(() => namesOf(stream), { timeout: 1_000 }).toContain('Cy Quay')
    expect(stream.errors).toEqual([])
    stream.close()
    await expect.poll(() => servers[1].openStreams()).toBe(0)
  }, 30_000)

  it('give every change exactly once while ten write', async () => {
    await add('First of all')
    const streams = [0, 1, 1].map((at) => followSpeakers(servers[at] as RunningServer))
    await expect.poll(() => servers[0].openStreams() + servers[1].openStreams()).toBe(3)
    const start = (await askLog(servers[0], LAST, {})).pageInfo.endCursor
    const writers = Array.from({ length: 10 }, async (_, writer) => {
      for (let n = 0; n < 15; n++) await add(`Writer ${writer} wrote ${n}`, n % 2)
    })
    const paging = pageFrom(servers[0], start, 150)
    await Promise.all(writers)
    for (const stream of streams) {
      await expect.poll(() => stream.events.length, { timeout: 5_000 }).toBe(150)
      expect(new Set(stream.events.map(({ cursor }) => cursor)).size).toBe(150)
      expect(stream.events.map(({ cursor }) => cursor)).toEqual(
        streams[0]?.events.map(({ cursor }) => cursor),
      )
    }
    expect(await paging).toEqual(streams[0]?.events.map(({ cursor }) => cursor))
    for (const stream of streams) stream.close()
  }, 60_000)

  async function askLog({ url }: RunningServer, query: string, variables: object) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TEST_KEY}` },
      body: JSON.stringify({ query, variables }),
    })
    const { data } = (await response.json()) as { data: { changes: LogPage } }
    return data.changes
  }

  /** Pages through the log while it grows, and gives the cursors of the next so many changes. */
  async function pageFrom(server: RunningServer, start: string, count: number): Promise<string[]> {
    const cursors: string[] = []
    for (let after = start; cursors.length < count; ) {
      const { edges, pageInfo } = await askLog(server, LOG, { after })
      cursors.push(...edges.map(({ cursor }) => cursor))
      after = pageInfo.endCursor ?? after
    }
    return cursors
  }

  it('forget those whose readers have gone', async () => {
    const [server] = servers
    const connections = Array.from({ length: 500 }, () => open(server))
    await expect.poll(() => server.openStreams(), { timeout: 20_000 }).toBe(500)
    for (const connection of connections.slice(0, 200)) connection.destroy()
    await expect.poll(() => server.openStreams(), { timeout: 5_000 }).toBe(300)
    await add('Heard by all')
    for (const connection of connections) connection.destroy()
    await expect.poll(() => server.openStreams(), { timeout: 5_000 }).toBe(0)
  }, 60_000)

  it('read a change once for all streams of the same operation', async () => {
    const streams = Array.from({ length: 20 }, () => followSpeakers(servers[0]))
    await expect.poll(() => servers[0].openStreams()).toBe(20)
    const statements = await services[0].sqlOf(async () => {
      await add('Once for all', 1)
      for (const stream of streams) await expect.poll(() => stream.events.length).toBe(1)
    })
    // The log, who may know of it, and the object.
    expect(statements.length).toBeLessThanOrEqual(4)
    for (const stream of streams) stream.close()
  }, 30_000)

  it('are refused when a caller or all together have too many', async () => {
    const server = await serveStreams(databases[0], { streams: 3, streamsPerCaller: 2 })
    const own = [0, 1].map(() => follow<Event>(server, CHANGED))
    await expect.poll(() => server.openStreams()).toBe(2)
    const third = follow<Event>(server, CHANGED)
    await third.ended
    expect(third.errors.join()).toContain('429')
    const another = followSpeakers(server)
    await expect.poll(() => server.openStreams()).toBe(3)
    const fifth = followSpeakers(server)
    await fifth.ended
    expect(fifth.errors.join()).toContain('503')
    for (const stream of [...own, another]) stream.close()
    await server.stop()
  }, 30_000)

  /** Opens a stream on a connection of its own, and reads nothing. */
  function open({ url }: RunningServer) {
    const { hostname, port } = new URL(url)
    const asked = request({
      ...{ hostname, port, path: '/graphql', method: 'POST', agent: false },
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${TEST_KEY}`,
      },
    })
    asked.on('error', () => {})
    asked.end(JSON.stringify({ query: CHANGED }))
    return asked
  }
})
