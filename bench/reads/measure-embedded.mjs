import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../tools/workspace.mjs'
import { load } from '../search/load.mjs'
import { checkContent } from './compare.mjs'
import { findRequests } from './data.mjs'
import { drive, median, startGenerator } from './drive.mjs'
import { COMPARED_AT } from './results.mjs'
import { startServer } from './start-server.mjs'

/**
 * The reads of the service on its embedded database, in which PostgreSQL runs inside the server.
 *
 * @param {object} options
 * @param {import('./entries.mjs').Entry[]} options.servers
 * @param {import('./operations.mjs').OperationName[]} options.operations
 * @param {number} options.rows
 * @param {number} options.rounds
 * @param {number} options.seconds
 */
export async function measureEmbedded({ servers, operations, rows, rounds, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const generator = startGenerator()
  const results = []
  try {
    const data = join(folder, 'data')
    const requests = await fillFolder(data, folder, rows)
    for (const { env, ...entry } of servers) {
      const { DATABASE_URL: _, ...embedded } = env
      const running = await startServer({ ...entry, env: { ...embedded, ONRECORD_DATA: data } })
      try {
        for (const operation of operations) {
          const [bodies = []] = await checkContent(
            [{ entry: { ...entry, env }, running }],
            operation,
            requests[operation],
          )
          const options = { requests: bodies, connections: COMPARED_AT, seconds }
          await drive(generator, running, null, options)
          const figures = []
          for (let round = 0; round < rounds; round++)
            figures.push(await drive(generator, running, null, options))
          results.push({
            ...{ server: entry.name, operation, startUp: running.startUp, idle: running.idle },
            perSecond: median(figures.map((each) => each.perSecond)),
            cpu: median(figures.map((each) => each.cpu)),
            memory: Math.max(...figures.map((each) => each.memory)),
          })
        }
      } finally {
        await running.stop()
      }
    }
  } finally {
    generator.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return results
}

/**
 * Makes a data folder with the statements of the search bench, and gives the requests for them.
 *
 * @param {string} data
 * @param {string} scratch a folder for files in between
 * @param {number} rows
 */
async function fillFolder(data, scratch, rows) {
  /** @type {typeof import('../../packages/server/src/database/embedded.ts')} */
  const { openEmbedded } = await import(inRoot('packages/server/src/database/embedded.ts'))
  await (await openEmbedded(data, inRoot('prisma/migrations'))).close()
  const require = createRequire(inRoot('packages/server/package.json'))
  const { PGlite } = require('@electric-sql/pglite')
  const { pg_trgm } = require('@electric-sql/pglite/contrib/pg_trgm')
  const pglite = await PGlite.create({ dataDir: data, extensions: { pg_trgm } })
  try {
    await load(clientOf(pglite), scratch, rows)
    return await findRequests(clientOf(pglite), rows)
  } finally {
    await pglite.close()
  }
}

/**
 * A client that copies from files as a server does. PGlite reads no files of the machine: it is given what they hold.
 *
 * @param {import('@electric-sql/pglite').PGlite} pglite
 * @returns {import('pg').Client}
 */
function clientOf(pglite) {
  const query = (/** @type {string} */ sql, /** @type {any[]} */ values) => {
    const [, file] = /^COPY .* FROM '(.*)'$/.exec(sql) ?? []
    return file
      ? pglite.query(sql.replace(file, '/dev/blob'), [], { blob: new Blob([readFileSync(file)]) })
      : pglite.query(sql, values)
  }
  return /** @type {any} */ ({ query })
}
