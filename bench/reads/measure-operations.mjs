import { readyOperations } from '../../tools/ready-operations.mjs'
import { inRoot } from '../../tools/workspace.mjs'
import { drive, startGenerator } from './drive.mjs'
import { askAll, sqlOf } from './sql-figures.mjs'
import { startServer } from './start-server.mjs'

/** How each operation is driven: four connections keep the server busy while it waits for the database. */
const [WARM_UP, COUNTED] = [
  { connections: 4, seconds: 0.5 },
  { connections: 4, seconds: 1 },
]

/**
 * Fills a database with the sample articles and what an editor adds to them.
 *
 * @param {import('../../packages/server/src/database/database.js').Database} database
 */
export async function fillWithSamples(database) {
  /** @type {typeof import('../../packages/server/test/harness/service.ts')} */
  const { createService, ingestSamples } = await import(inRoot('packages/server/test/harness/service.ts'))
  /** @type {typeof import('../../packages/server/test/worlds/editor.ts')} */
  const { createEditor } = await import(inRoot('packages/server/test/worlds/editor.ts'))
  /** @type {typeof import('../../packages/server/test/questions/sample-facts.ts')} */
  const { supplySampleFacts } = await import(inRoot('packages/server/test/questions/sample-facts.ts'))
  await ingestSamples(database)
  const service = createService(database)
  await supplySampleFacts(service, createEditor(service))
}

/**
 * What every ready query and every query of the SDK costs on the sample articles.
 *
 * @param {object} options
 * @param {import('./entries.mjs').Entry[]} options.servers
 * @param {import('pg').Client} options.client
 * @param {number} options.postmaster
 */
export async function measureOperations({ servers, client, postmaster }) {
  const generator = startGenerator()
  const results = []
  try {
    for (const entry of servers) {
      const running = await startServer(entry)
      try {
        const ask = async (/** @type {string} */ query) => {
          const [text = ''] = await askAll(running.url, [JSON.stringify({ query })])
          return JSON.parse(text).data
        }
        for (const { of, name, query, variables } of await readyOperations(ask)) {
          const body = JSON.stringify({ query, variables })
          const [text = ''] = await askAll(running.url, [body])
          const requests = [{ body, bytes: Buffer.byteLength(text) }]
          await drive(generator, running, postmaster, { requests, ...WARM_UP })
          const { perSecond, cpu, databaseCpu } = await drive(generator, running, postmaster, {
            requests,
            ...COUNTED,
          })
          const bodies = Array.from({ length: 5 }, () => body)
          const sql = await sqlOf(client, entry.env.DATABASE_URL ?? '', async () => {
            return (await askAll(running.url, bodies)).length
          })
          results.push({ server: entry.name, of, name, perSecond, cpu, databaseCpu, ...sql })
        }
      } finally {
        await running.stop()
      }
    }
  } finally {
    generator.stop()
  }
  return results
}
