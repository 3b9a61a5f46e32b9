import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import type { Database } from '../database/database.js'
import { createLogger } from './logger.js'
import { type RunningServer, startServer } from './server.js'

let database: Database
let server: RunningServer

beforeEach(async () => {
  database = await openTestDatabase('postgres')
  const logger = createLogger('silent')
  server = await startServer({
    database,
    logger,
    host: '127.0.0.1',
    port: 0,
    graphiql: false,
    publicProposals: true,
  })
})
afterEach(() => database.close())

const ask = (query: string) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })

const waiting = async () => {
  const [row] = await database.prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND database = (
      SELECT oid FROM pg_database WHERE datname = current_database())`
  return row?.count
}

it('answers accepted requests before it stops, and meanwhile says that it is not ready', async () => {
  const stopping = await database.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Site" IN ACCESS EXCLUSIVE MODE`
    const answer = ask('{ sites { nodes { id } } }')
    await expect.poll(waiting).toBe(1)
    const stopped = server.stop()
    const ready = await fetch(`${server.url}/health/ready`)
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }])
    return { answer, stopped }
  })
  const response = await stopping.answer
  expect(await response.json()).toMatchObject({ data: { sites: { nodes: [] } } })
  await stopping.stopped
  await expect(ask('{ __typename }')).rejects.toThrow('fetch failed')
})

it('stops while a connection is kept alive', async () => {
  await (await fetch(`${server.url}/health/live`, { headers: { connection: 'keep-alive' } })).text()
  await server.stop()
  await expect(fetch(`${server.url}/health/live`)).rejects.toThrow('fetch failed')
})
