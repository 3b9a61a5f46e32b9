/**
 * Measures searches of a large record. Fills a PostgreSQL server of its own, and asks the real GraphQL handler over one
 * connection. Prints p50, p99 and the mean processor time in milliseconds. Fails when a p99 is over the budget.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { inRoot } from '../tools/workspace.mjs'
import { load } from './search/load.mjs'
import { measure } from './search/measure.mjs'

const HELP = `npm run bench -- search [options]

  --statements <n>      statements in the record, 20 in each article; several sizes with commas between them (10000)
  --runs <n>            runs of each operation, after ten that do not count (100)
  --proposals <on|off>  whether everybody sees proposals, which are nine statements of ten (on)
  --plans <file>        writes the plan of each SQL statement to a file
  --budget <ms>         the highest p99 that passes (300)
`

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '100' },
    proposals: { type: 'string', default: 'on' },
    plans: { type: 'string' },
    budget: { type: 'string', default: '300' },
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

const server = await startPostgres(['shared_buffers=2GB', 'max_wal_size=8GB'])
try {
  const sizes = values.statements.split(',').map(Number)
  const results = []
  const plans = []
  for (const statements of sizes) {
    const name = `bench_${statements}`
    await server.createDatabase(name)
    const url = `${server.url}/${name}`
    await (await openPostgres(url, inRoot('prisma/migrations'))).close()
    const start = performance.now()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await load(client, server.folder, statements)
    const { rows } = await client.query('SELECT pg_database_size(current_database()) / 1000000 AS size')
    await client.end()
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    process.stderr.write(`${statements} statements, ${rows[0].size} MB, loaded in ${seconds} s\n`)
    const database = await openPostgres(url, inRoot('prisma/migrations'), 1)
    const result = await measure(
      database,
      Number(values.runs),
      values.plans !== undefined,
      values.proposals !== 'off',
    )
    await database.close()
    results.push(result)
    plans.push(...result.flatMap((row) => [`# ${row.name}, ${statements} statements`, ...(row.plans ?? [])]))
  }
  const [first = []] = results
  const over = results.flat().filter(({ p99 }) => p99 > Number(values.budget))
  const head = sizes.flatMap((size) => [`${size} p50`, 'p99', 'CPU'])
  print(['operation', 'SQL', ...head])
  print(['---', '---', ...head.map(() => '---')])
  for (const [index, { name, sql }] of first.entries()) {
    const figures = results.flatMap((result) => [result[index]?.p50, result[index]?.p99, result[index]?.cpu])
    print([name, sql, ...figures.map((figure) => (figure ?? 0).toFixed(1))])
  }
  const load1 = loadavg().map((average) => average.toFixed(1))
  process.stdout.write(`\nms; ${values.runs} runs; ${cpus().length} cores, load ${load1.join(' ')}\n`)
  if (values.plans !== undefined) writeFileSync(values.plans, `${plans.join('\n')}\n`)
  for (const { name, p99 } of over) process.stderr.write(`OVER ${name}: p99 ${p99.toFixed(1)} ms\n`)
  process.exitCode = over.length > 0 ? 1 : 0
} finally {
  await server.stop()
}

/** @param {(string | number)[]} cells */
function print(cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
