/**
 * Measures how fast and in how much memory real pages are taken in: `npm run bench -- ingest`. Prints the figures and
 * writes them to bench/results/ingest.json.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inRoot } from '../tools/workspace.mjs'
import './load-sources.mjs'

const HELP = `npm run bench -- ingest [options]

  --pages <folder>    real pages, each as <name>.html.gz (../shared/pages/aeb)
  --sizes <n,…>       how many pages are taken in, in a run each (100,500)
  --only <part,…>     measures only these: runs, sql, loop
`

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: inRoot('../shared/pages/aeb') },
    sizes: { type: 'string', default: '100,500' },
    only: { type: 'string', default: 'runs,sql,loop' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit()
}
if (!existsSync(values.pages)) {
  process.stderr.write(`there is no folder ${values.pages}: name one with --pages\n`)
  process.exit(1)
}

/** @type {typeof import('../packages/server/test/harness/postgres-server.ts')} */
const { startPostgres } = await import(inRoot('packages/server/test/harness/postgres-server.ts'))
/** @type {typeof import('../packages/server/src/database/postgres.ts')} */
const { openPostgres } = await import(inRoot('packages/server/dist/database/postgres.js'))
/** @type {typeof import('../packages/server/src/database/embedded.ts')} */
const { openEmbedded } = await import(inRoot('packages/server/dist/database/embedded.js'))
/** @type {typeof import('../packages/server/src/record/api-key/keys.ts')} */
const { createKey } = await import(inRoot('packages/server/dist/record/api-key/keys.js'))
const { writePages } = await import('./ingest/write-pages.mjs')
const { runIngest } = await import('./ingest/run-command.mjs')
const { countSql } = await import('./ingest/count-sql.mjs')
const { measureLoop } = await import('./ingest/measure-loop.mjs')

const parts = new Set(values.only.split(','))
const scratch = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
const server = await startPostgres(['shared_buffers=512MB'])
const migrations = inRoot('prisma/migrations')

/** @typedef {import('../packages/server/src/database/database.js').Database} Database */

let made = 0
/**
 * An empty database of each kind: what names it in the environment, and how this process opens it.
 *
 * @type {Record<string, () => Promise<{ env: Record<string, string>, open: () => Promise<Database> }>>}
 */
const KINDS = {
  async postgres() {
    const name = `bench_${++made}`
    await server.createDatabase(name)
    const url = `${server.url}/${name}`
    return { env: { DATABASE_URL: url }, open: () => openPostgres(url, migrations, 10, { tellsSql: true }) }
  },
  async embedded() {
    const folder = join(scratch, `data-${++made}`)
    return {
      env: { ONRECORD_DATA: folder },
      open: () => openEmbedded(folder, migrations, { brief: true, tellsSql: true }),
    }
  },
}

/** @type {Record<string, any>} */
const results = { node: process.version, cores: cpus().length, load: loadavg()[0], databases: {} }
try {
  for (const [kind, create] of Object.entries(KINDS)) {
    /** @type {Record<string, any>} */
    const result = { runs: [] }
    results.databases[kind] = result
    for (const size of parts.has('runs') ? [0, ...values.sizes.split(',').map(Number)] : []) {
      const pages = join(scratch, `pages-${size}`)
      if (size > 0) writePages(values.pages, pages, size)
      else await oneLine(pages)
      const { env, open } = await create()
      await (await open()).close()
      const run = await runIngest(pages, scratch, env)
      if (size === 0) result.start = run
      else result.runs.push({ ...run, perSecond: size / (run.seconds - result.start.seconds) })
      print(`${kind}: ${JSON.stringify(size === 0 ? run : result.runs.at(-1))}`)
    }
    if (parts.has('sql')) {
      const pages = join(scratch, 'pages-sql')
      writePages(values.pages, pages, 50)
      const database = await (await create()).open()
      result.sql = await countSql(database, pages)
      await database.close()
      print(`${kind}: ${JSON.stringify(result.sql, null, 1)}`)
    }
    // The embedded database runs in the thread of the event loop, and holds it for as long as a statement takes.
    if (parts.has('loop') && kind === 'postgres') {
      const { env, open } = await create()
      const database = await open()
      const { key } = await createKey(database.prisma, {
        ...{ name: 'bench', roles: ['editor'], expiresAt: null, environment: 'local', createdBy: 'bench' },
      })
      await database.close()
      result.largeArticle = await measureLoop(env, key)
      print(`${kind}: ${JSON.stringify(result.largeArticle)}`)
    }
  }
  mkdirSync(inRoot('bench/results'), { recursive: true })
  writeFileSync(inRoot('bench/results/ingest.json'), `${JSON.stringify(results, null, 2)}\n`)
} finally {
  await server.stop()
  rmSync(scratch, { recursive: true, force: true })
}

/** A folder with one short article, to time the start of the command. @param {string} folder */
async function oneLine(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'short.txt'), 'Ferry to sail\n\n“We sail at noon,” said Mara Lindt.\n')
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`)
}
