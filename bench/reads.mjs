/**
 * Compares the reads of the service with other GraphQL servers on the same tables of one PostgreSQL server, and with a
 * floor: `node:http` and one hand-written SQL statement for each operation. Writes bench/results/reads.json and reads.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import './load-sources.mjs'
import { inRoot, say } from '../tools/workspace.mjs'
import { installManifest } from './peers/install-manifest.mjs'
import { findRequests, makeDatabase } from './reads/data.mjs'
import { entries } from './reads/entries.mjs'
import { measureWorkloads } from './reads/measure-workloads.mjs'
import { OPERATIONS } from './reads/operations.mjs'
import { parentOf } from './reads/process-figures.mjs'
import { report } from './reads/report.mjs'
import { geometricMeans } from './reads/results.mjs'

const HELP = `npm run bench -- reads [options]

  --rows <n>            statements in the record, 20 in each article (1000000)
  --rounds <n>          rounds of each operation, server and number of connections; the median counts (5)
  --seconds <n>         how long a round is (2)
  --connections <n,…>   numbers of connections (1,16,64)
  --only <Q1,…>         these operations only
  --servers <name,…>    these servers only: floor, direct, yoga, postgraphile, mercurius, apollo
  --quick               10000 statements, two rounds of one second
  --out <folder>        where the results are written (bench/results)
`

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string', default: '1,16,64' },
    only: { type: 'string' },
    servers: { type: 'string' },
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: inRoot('bench/results') },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit()
}

const rows = Number(values.rows ?? (values.quick ? 10_000 : 1_000_000))
const rounds = Number(values.rounds ?? (values.quick ? 2 : 5))
const seconds = Number(values.seconds ?? (values.quick ? 1 : 2))
const operations = /** @type {import('./reads/operations.mjs').OperationName[]} */ (
  chosen(Object.keys(OPERATIONS), values.only, '--only')
)

/** @type {typeof import('../packages/server/test/harness/postgres-server.ts')} */
const { startPostgres } = await import(inRoot('packages/server/test/harness/postgres-server.ts'))
/** @type {typeof import('../packages/server/src/database/postgres.ts')} */
const { openPostgres } = await import(inRoot('packages/server/src/database/postgres.ts'))
/** @type {typeof import('pg')} */
const { Client } = createRequire(inRoot('packages/server/package.json'))('pg')

const peers = await installManifest(inRoot('bench/reads/servers/package.json'))
const postgres = await startPostgres([
  ...['shared_buffers=2GB', 'max_wal_size=8GB', 'max_connections=200'],
  ...['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track=none'],
])
try {
  const migrate = async (/** @type {string} */ url) =>
    (await openPostgres(url, inRoot('prisma/migrations'))).close()
  say(`making ${rows} statements…`)
  const url = await makeDatabase(postgres, rows, migrate, Client)
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows: backend } = await client.query('SELECT pg_backend_pid() AS pid, version()')
  const requests = await findRequests(client, rows)
  const all = entries(url, peers)
  const names = chosen(
    all.map(({ name }) => name),
    values.servers,
    '--servers',
  )
  const { workloads, servers } = await measureWorkloads({
    servers: all.filter(({ name }) => names.includes(name)),
    ...{ operations, requests, rounds, seconds },
    connections: values.connections.split(',').map(Number),
    postmaster: parentOf(backend[0].pid),
  })
  await client.end()
  const results = {
    geomean: geometricMeans(workloads),
    machine: { cores: cpus().length, load: loadavg(), node: process.version, postgres: backend[0].version },
    ...{ rows, rounds, seconds, workloads, servers },
  }
  mkdirSync(values.out, { recursive: true })
  writeFileSync(`${values.out}/reads.json`, `${JSON.stringify(results, null, 2)}\n`)
  const text = report(results)
  writeFileSync(`${values.out}/reads.md`, text)
  process.stdout.write(text)
} finally {
  await postgres.stop()
}

/** @param {string[]} all @param {string | undefined} given @param {string} option */
function chosen(all, given, option) {
  const names = given?.split(',') ?? all
  const unknown = names.find((name) => !all.includes(name))
  if (unknown !== undefined) throw new Error(`${option} ${unknown}: use some of ${all.join(', ')}`)
  return names
}
