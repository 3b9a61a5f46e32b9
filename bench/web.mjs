/**
 * Measures the pages for readers of a large record: `npm run bench -- web`. A PostgreSQL of its own, `onrecord serve` as a
 * process of its own, and real requests, one after the other. Prints for each kind of page the bytes on the wire (brotli),
 * and the processor time of the service and the time to the last byte in milliseconds. Fails over the budgets.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { inRoot } from '../tools/workspace.mjs'
import { startService } from './live/servers.mjs'
import './load-sources.mjs'
import { load } from './search/load.mjs'
import { measurePages } from './web/measure-pages.mjs'

const HELP = `npm run bench -- web [options]

  --statements <n>   statements in the record, 20 in each article (1000000)
  --runs <n>         requests for pages of each kind, after twenty that do not count (200)
  --database <url>   of a record that is filled already; by default a PostgreSQL is started and filled
  --bytes <n>        most bytes of a page (60000)
  --cpu <ms>         highest p99 of the service's processor time for a page (50)
`

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '200' },
    database: { type: 'string' },
    bytes: { type: 'string', default: '60000' },
    cpu: { type: 'string', default: '50' },
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
const { openPostgres } = await import(inRoot('packages/server/src/database/postgres.ts'))
/** @type {typeof import('pg')} */
const pg = createRequire(inRoot('packages/server/package.json'))('pg')

/** Fills a new record. */
async function fill(
  /** @type {import('../packages/server/test/harness/postgres-server.ts').PostgresServer} */ postgres,
) {
  await postgres.createDatabase('web')
  const url = `${postgres.url}/web`
  await (await openPostgres(url, inRoot('prisma/migrations'))).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await load(client, postgres.folder, Number(values.statements), (step) => process.stderr.write(`${step}\n`))
  await client.end()
  return url
}

const postgres = values.database ? null : await startPostgres(['shared_buffers=2GB', 'max_wal_size=8GB'])
try {
  const url = values.database ?? (postgres && (await fill(postgres))) ?? ''
  const service = await startService({ DATABASE_URL: url })
  try {
    const line = (/** @type {(string | number)[]} */ cells) =>
      process.stdout.write(`| ${cells.join(' | ')} |\n`)
    line(['page', 'bytes, most', 'CPU p50', 'CPU p99', 'time p50', 'time p99'])
    line(Array(6).fill('---'))
    const results = []
    for await (const result of measurePages(service, Number(values.runs))) {
      const { name, bytes, cpu, time } = result
      line([name, bytes, ...[cpu.p50, cpu.p99, time.p50, time.p99].map((figure) => figure.toFixed(1))])
      results.push(result)
    }
    const load1 = loadavg().map((average) => average.toFixed(1))
    const run = `${values.statements} statements, ${values.runs} pages of each kind; ${cpus().length} cores, load ${load1.join(' ')}`
    process.stdout.write(`\n${run}; the service has ${service.memory().toFixed(0)} MB\n`)
    writeFileSync(inRoot('bench/results/web.json'), `${JSON.stringify({ run, results }, null, 2)}\n`)
    for (const { name, bytes, cpu } of results) {
      if (bytes <= Number(values.bytes) && cpu.p99 <= Number(values.cpu)) continue
      process.stderr.write(`FAILED ${name}: ${bytes} bytes, CPU p99 ${cpu.p99.toFixed(1)} ms\n`)
      process.exitCode = 1
    }
  } finally {
    await service.stop()
  }
} finally {
  await postgres?.stop()
}
