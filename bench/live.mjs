/**
 * Measures streams of changes: `npm run bench -- live`. Two services on one PostgreSQL: how long a change takes to reach a
 * subscriber of the other one, whether every change comes exactly once while many write, and what memory many streams take.
 * Prints the figures and writes them to bench/results/live.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { setTimeout as pauseFor } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { inRoot } from '../tools/workspace.mjs'
import './load-sources.mjs'

const HELP = `npm run bench -- live [options]

  --seconds <n>    how long ten writers write (60)
  --streams <n>    how many streams are open at once; two of five are then abandoned (500)
`

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    streams: { type: 'string', default: '500' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit()
}

/** @type {typeof import('../packages/server/test/harness/postgres-server.ts')} */
const { startPostgres } = await import(inRoot('packages/server/test/harness/postgres-server.ts'))
/** @type {typeof import('../packages/server/src/database/postgres.ts')} */
const { openPostgres } = await import(inRoot('packages/server/dist/database/postgres.js'))
/** @type {typeof import('../packages/server/src/record/api-key/keys.ts')} */
const { createKey } = await import(inRoot('packages/server/dist/record/api-key/keys.js'))
const { startService } = await import('./live/servers.mjs')
const { openStream, writeSpeaker } = await import('./live/streams.mjs')

const [seconds, count] = [Number(values.seconds), Number(values.streams)]
const postgres = await startPostgres()
await postgres.createDatabase('live')
const url = `${postgres.url}/live`
const database = await openPostgres(url, inRoot('prisma/migrations'))
const { key } = await createKey(database.prisma, {
  ...{ name: 'bench', roles: ['admin'], expiresAt: null },
  ...{ environment: 'live', createdBy: 'bench' },
})
const env = { DATABASE_URL: url, ONRECORD_STREAMS: '5000', ONRECORD_STREAMS_PER_CALLER: '5000' }
const services = [await startService(env), await startService(env)]
const [first, second] = /** @type {[typeof services[0], typeof services[0]]} */ (services)

/** @param {number[]} times */
function spread(times) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ share) =>
    Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1))
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}

/** Milliseconds from the answer of a write at one service to its event at the other. */
async function measureDelay() {
  const stream = openStream({ url: second.url, key })
  await stream.opened
  await pauseFor(500)
  const written = new Map()
  for (let n = 0; n < 100; n++) written.set(`Delay ${n}`, await writeSpeaker(first.url, key, `Delay ${n}`))
  await pauseFor(1_500)
  stream.close()
  return {
    events: stream.events.length,
    ...spread(stream.events.map(({ name, at }) => at - written.get(name))),
  }
}

/** Ten writers at both services and three readers: what came, and how often. */
async function measureWriters() {
  const readers = [first, second, second].map((service) => openStream({ url: service.url, key }))
  await Promise.all(readers.map(({ opened }) => opened))
  await pauseFor(500)
  const end = Date.now() + seconds * 1_000
  let written = 0
  await Promise.all(
    Array.from({ length: 10 }, async (_, writer) => {
      for (let n = 0; Date.now() < end; n++) {
        await writeSpeaker(n % 2 ? first.url : second.url, key, `Writer ${writer} wrote ${n} at ${end}`)
        written++
      }
    }),
  )
  for (let waited = 0; waited < 50 && readers.some(({ events }) => events.length < written); waited++) {
    await pauseFor(200)
  }
  const [one] = readers
  const order = JSON.stringify(one?.events.map(({ cursor }) => cursor))
  for (const reader of readers) reader.close()
  return {
    written,
    readers: readers.map(({ events }) => ({
      events: events.length,
      distinct: new Set(events.map(({ cursor }) => cursor)).size,
      sameOrder: JSON.stringify(events.map(({ cursor }) => cursor)) === order,
    })),
  }
}

/**
 * Memory of a service before many streams, while they are open, and after.
 *
 * @param {string} round
 */
async function measureMemory(round) {
  const before = second.memory()
  const streams = Array.from({ length: count }, () => openStream({ url: second.url, key }))
  const states = await Promise.all(streams.map(({ opened }) => opened))
  const open = second.memory()
  for (const stream of streams.slice(0, (count * 2) / 5)) stream.close()
  const written = await writeSpeaker(first.url, key, `Heard by many ${round}`)
  await pauseFor(2_000)
  const heard = streams.slice((count * 2) / 5).map(({ events }) => (events.at(-1)?.at ?? 0) - written)
  for (const stream of streams) stream.close()
  for (let times = 0; times < 1_000; times++) {
    const stream = openStream({ url: second.url, key })
    if (times % 50 === 0) await stream.opened
    stream.close()
  }
  const unread = Array.from({ length: 50 }, () => openStream({ url: second.url, key, reads: false }))
  await Promise.all(unread.map(({ opened }) => opened))
  await Promise.all(
    Array.from({ length: 10 }, async (_, writer) => {
      for (let n = 0; n < 100; n++) await writeSpeaker(first.url, key, `Unread ${writer} ${n} ${round}`)
    }),
  )
  const withUnread = second.memory()
  for (const stream of unread) stream.close()
  await pauseFor(10_000)
  const rounded = [before, open, withUnread, second.memory()].map((mb) => Math.round(mb))
  return {
    opened: states.filter((state) => state === 200).length,
    toAll: spread(heard),
    megabytes: { before: rounded[0], open: rounded[1], withUnread: rounded[2], after: rounded[3] },
  }
}

const results = {
  ...{ node: process.version, cores: cpus().length, load: loadavg()[0] },
  delay: await measureDelay(),
  writers: await measureWriters(),
  // What stays after the first time is what the process keeps; it must not grow with the second.
  streams: [await measureMemory('once'), await measureMemory('again')],
}
for (const service of services) await service.stop()
await database.close()
await postgres.stop()
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
mkdirSync(inRoot('bench/results'), { recursive: true })
writeFileSync(inRoot('bench/results/live.json'), `${JSON.stringify(results, null, 2)}\n`)
