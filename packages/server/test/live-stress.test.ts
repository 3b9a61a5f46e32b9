import { setTimeout as pauseFor } from 'node:timers/promises'
import {
  articleIngest,
  type Client,
  createClient,
  listChanges,
  OnRecordError,
  placeUpsert,
  sync,
  topicUpsert,
} from '@onrecord/sdk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPostgresDatabase } from './harness/databases.js'
import { runCommand } from './harness/run-command.js'
import { type ServingCommand, serveCommand } from './harness/run-process.js'

/** LIVE_SECONDS=60 LIVE_REPORT=1 npm test -- live-stress: longer, with figures. */
const { LIVE_SECONDS = '5', LIVE_REPORT } = process.env
const SECONDS = Number(LIVE_SECONDS)
const [WRITERS, READERS] = [10, 3]

const env: Record<string, string> = {}
const servers: ServingCommand[] = []
let apiKey: string

beforeAll(async () => {
  env.DATABASE_URL = await createPostgresDatabase()
  const made = await runCommand(['keys', 'create', '--name', 'stress', '--role', 'admin', '--json'], { env })
  apiKey = JSON.parse(made.stdout).key
  servers.push(await serveCommand([], { env }), await serveCommand([], { env }))
  // The threads that read articles take long to start.
  await Promise.all([0, 1].map((at) => write(clientOf(at), at, Date.now() + 1_000)))
}, 60_000)
afterAll(async () => {
  for (const server of servers) await server.end('SIGTERM')
})

const clientOf = (at: number) =>
  createClient({ url: `${(servers[at % 2] as ServingCommand).url}/graphql`, apiKey, timeout: 5_000 })

/** Ends one of the servers and starts it again at the same address. */
async function restart(at: number, signal: NodeJS.Signals) {
  const { url, end } = servers[at] as ServingCommand
  await end(signal)
  servers[at] = await serveCommand(['--port', new URL(url).port], { env })
}

/** Does a write until it is done: with the same idempotency key, it is done once. */
async function persist(write: () => Promise<{ __typename: string } | null>) {
  for (;;) {
    try {
      const result = await write()
      expect(result?.__typename).toMatch(/Success$/)
      return
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error
      await pauseFor(50)
    }
  }
}

/** Writes until the time is over: short transactions, and now and then the long one of an article. @returns how many. */
async function write(client: Client, writer: number, until: number): Promise<number> {
  for (let count = 0; ; count++) {
    if (Date.now() > until) return count
    const name = `Writer ${writer} ${count} ${until}`
    const idempotencyKey = name
    if (count % 10 === 9) {
      const plainText = `${name}\n\n“We sail at ${count},” said Mara Lindt. “The tide is ${writer},” said Anselm Okafor.\n`
      await persist(() => articleIngest(client, { input: { source: { plainText }, idempotencyKey } }))
    } else if (count % 2) await persist(() => topicUpsert(client, { input: { name, idempotencyKey } }))
    else await persist(() => placeUpsert(client, { input: { name, idempotencyKey } }))
  }
}

interface Reader {
  cursors: string[]
  /** Milliseconds between a change and its coming, by the clock of this machine. */
  delays: number[]
  ended: Promise<void>
}

function read(client: Client, after: string | null, signal: AbortSignal): Reader {
  const reader: Reader = { cursors: [], delays: [], ended: Promise.resolve() }
  reader.ended = (async () => {
    for await (const { cursor, change } of sync(client, { after, signal })) {
      reader.cursors.push(cursor)
      reader.delays.push(Date.now() - Date.parse(change.at))
    }
  })()
  return reader
}

/** The cursors of the whole log. */
async function logOf(client: Client): Promise<string[]> {
  const cursors: string[] = []
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await listChanges(client, { first: 100, after })
    cursors.push(...edges.map(({ cursor }) => cursor))
    if (!pageInfo.hasNextPage) return cursors
    after = pageInfo.endCursor
  }
}

it(
  'ten writers and three syncing readers of two servers: each change once, through a kill and a restart',
  async () => {
    const end = new AbortController()
    const readers = Array.from({ length: READERS }, (_, at) => read(clientOf(at), null, end.signal))
    const until = Date.now() + SECONDS * 1_000
    const writing = Array.from({ length: WRITERS }, (_, writer) => write(clientOf(writer), writer, until))
    await pauseFor(SECONDS * 250)
    await restart(1, 'SIGKILL')
    await pauseFor(SECONDS * 250)
    await restart(0, 'SIGTERM')
    const writes = (await Promise.all(writing)).reduce((sum, count) => sum + count, 0)
    const log = await logOf(clientOf(0))
    for (const { cursors } of readers)
      await expect.poll(() => cursors.at(-1), { timeout: 20_000 }).toBe(log.at(-1))
    end.abort()
    await Promise.all(readers.map(({ ended }) => ended))
    expect(writes).toBeGreaterThan(WRITERS)
    for (const { cursors } of readers) expect(cursors).toEqual(log)
    if (!LIVE_REPORT) return
    const delays = readers.map((reader) => reader.delays.toSorted((a, b) => a - b))
    const at = (part: number) =>
      delays.map((sorted) => sorted[Math.floor((sorted.length - 1) * part)]).join(', ')
    console.info(
      `${SECONDS} s: ${writes} writes, ${log.length} changes, each once to ${READERS} readers; ms to each: median ${at(0.5)}; 99 %: ${at(0.99)}; most, over a restart: ${at(1)}`,
    )
  },
  SECONDS * 1_000 + 60_000,
)
