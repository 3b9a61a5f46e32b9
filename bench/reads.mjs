/**
 * Compares the reads of the service with other GraphQL servers on the same tables of one PostgreSQL server, and with a
 * floor: `node:http` and one hand-written SQL statement for each operation. Writes bench/results/reads.json and reads.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import './load-sources.mjs'
import { inRoot, say, ToolError } from '../tools/workspace.mjs'
import { installManifest } from './peers/install-manifest.mjs'
import { findRequests, makeDatabase } from './reads/data.mjs'
import { entries, isOurs } from './reads/entries.mjs'
import { measureEmbedded } from './reads/measure-embedded.mjs'
import { measureGrowth } from './reads/measure-growth.mjs'
import { fillWithSamples, measureOperations } from './reads/measure-operations.mjs'
import { measureWorkloads } from './reads/measure-workloads.mjs'
import { OPERATIONS } from './reads/operations.mjs'
import { parentOf } from './reads/process-figures.mjs'
import { report } from './reads/report.mjs'
import { geometricMeans, growthRatios, lowestRatios } from './reads/results.mjs'
import { STATISTICS, stopCounting } from './reads/sql-figures.mjs'

/** The statements of the small record: what the large one is compared with, and what the embedded database holds. */
const SMALL = 10_000

const PARTS = ['workloads', 'growth', 'operations', 'embedded']

const HELP = `npm run bench -- reads [options]

  --rows <n>            statements in the record, 20 in each article (1000000)
  --rounds <n>          rounds of each operation, server and number of connections; the median counts (5)
  --seconds <n>         how long a round is (2)
  --connections <n,…>   numbers of connections (1,16,64)
  --only <Q1,…>         these operations only
  --servers <name,…>    these servers only: floor, direct, yoga, postgraphile, mercurius, apollo
  --parts <name,…>      these parts only: ${PARTS.join(', ')}
  --quick               ${SMALL} statements, two rounds of one second, 16 connections
  --out <folder>        where reads.json and reads.md are written (bench/results)
`

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string' },
    only: { type: 'string' },
    servers: { type: 'string' },
    parts: { type: 'string' },
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: inRoot('bench/results') },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit()
}

const rows = Number(values.rows ?? (values.quick ? SMALL : 1_000_000))
const rounds = Number(values.rounds ?? (values.quick ? 2 : 5))
const seconds = Number(values.seconds ?? (values.quick ? 1 : 2))
const connections = (values.connections ?? (values.quick ? '16' : '1,16,64')).split(',').map(Number)
const operations = /** @type {import('./reads/operations.mjs').OperationName[]} */ (
  chosen(Object.keys(OPERATIONS), values.only, '--only')
)
const parts = chosen(PARTS, values.parts, '--parts')

/** @type {typeof import('../packages/server/test/harness/postgres-server.ts')} */
const { startPostgres } = await import(inRoot('packages/server/test/harness/postgres-server.ts'))
/** @type {typeof import('../packages/server/src/database/postgres.ts')} */
const { openPostgres } = await import(inRoot('packages/server/src/database/postgres.ts'))
/** @type {typeof import('pg')} */
const { Client } = createRequire(inRoot('packages/server/package.json'))('pg')

const peers = await installManifest(inRoot('bench/reads/servers/package.json'))
const chosenServers = (/** @type {string} */ url) => {
  const all = entries(url, peers)
  const names = all.map(({ name }) => name)
  const wanted = chosen(names, values.servers, '--servers')
  return all.filter(({ name }) => wanted.includes(name))
}
const settings = ['shared_buffers=2GB', 'max_wal_size=8GB', 'max_connections=200']
const postgres = await startPostgres([...settings, ...STATISTICS])
/** @type {import('pg').Client[]} */
const clients = []
try {
  const large = await record(rows)
  const { client } = large
  await stopCounting(client)
  const { rows: backend } = await client.query('SELECT pg_backend_pid() AS pid, version()')
  const postmaster = parentOf(backend[0].pid)
  const options = { operations, rounds, seconds }
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model, node: process.version }
  /** @type {any} */
  const results = {
    ...{ geomean: geometricMeans([]), lowest: lowestRatios([]), workloads: [], statements: [], servers: [] },
    ...{ growth: null, operations: [], embedded: { rows: SMALL, workloads: [] } },
    ...{ rows, rounds, seconds, measuredAt: new Date().toISOString() },
    machine: { ...machine, postgres: backend[0].version, load: { before: loadavg(), after: loadavg() } },
  }
  if (parts.includes('workloads')) {
    const wanted = { ...options, connections, client, postmaster, requests: large.requests }
    const measured = await measureWorkloads({ ...wanted, servers: chosenServers(large.url) })
    const { workloads } = measured
    const ratios = { geomean: geometricMeans(workloads), lowest: lowestRatios(workloads) }
    save(Object.assign(results, ratios, measured))
  }
  if (parts.includes('growth')) save(Object.assign(results, { growth: await grow(large) }))
  if (parts.includes('operations'))
    save(Object.assign(results, { operations: await askReady(client, postmaster) }))
  if (parts.includes('embedded')) {
    say('embedded database…')
    results.embedded.workloads = await measureEmbedded({
      ...{ ...options, rows: SMALL, servers: chosenServers('').filter(isOurs) },
    })
    save(results)
  }
  process.stdout.write(report(results))
} finally {
  for (const client of clients) await client.end()
  await postgres.stop()
}

/** Writes what is known so far, so that a part that fails does not take the others with it. @param {any} results */
function save(results) {
  results.machine.load.after = loadavg()
  mkdirSync(values.out, { recursive: true })
  writeFileSync(`${values.out}/reads.json`, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(`${values.out}/reads.md`, report(results))
}

/** Makes a record with so many statements. */
async function record(/** @type {number} */ size) {
  say(`making ${size} statements…`)
  const migrate = async (/** @type {string} */ url) =>
    (await openPostgres(url, inRoot('prisma/migrations'))).close()
  const url = await makeDatabase(postgres, size, migrate, Client)
  const client = new Client({ connectionString: url })
  clients.push(client)
  await client.connect()
  return { url, client, requests: await findRequests(client, size) }
}

/** @param {Awaited<ReturnType<typeof record>>} large */
async function grow(large) {
  say('growth…')
  const all =
    rows > SMALL
      ? [
          { rows: SMALL, ...(await record(SMALL)) },
          { rows, ...large },
        ]
      : [{ rows, ...large }]
  const sizes = all.map(({ url, ...size }) => {
    const entry = entries(url, peers).find(({ name }) => name === 'direct')
    return { ...size, entry: /** @type {import('./reads/entries.mjs').Entry} */ (entry) }
  })
  const growth = await measureGrowth({ client: large.client, sizes })
  return { ratios: growthRatios(growth), ...growth }
}

/** @param {import('pg').Client} client @param {number} postmaster */
async function askReady(client, postmaster) {
  say('ready queries and operations of the SDK…')
  await postgres.createDatabase('samples')
  const url = `${postgres.url}/samples`
  const database = await openPostgres(url, inRoot('prisma/migrations'))
  await fillWithSamples(database)
  await database.close()
  return measureOperations({ servers: chosenServers(url).filter(isOurs), client, postmaster })
}

/** @param {string[]} all @param {string | undefined} given @param {string} option */
function chosen(all, given, option) {
  const names = given?.split(',') ?? all
  const unknown = names.find((name) => !all.includes(name))
  if (unknown !== undefined) throw new ToolError(`${option} ${unknown}: use some of ${all.join(', ')}`)
  return names
}
