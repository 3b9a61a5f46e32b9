import { say } from '../../tools/workspace.mjs'
import { checkContent } from './compare.mjs'
import { drive, median, startGenerator } from './drive.mjs'
import { askAll, sqlOf } from './sql-figures.mjs'
import { startServer } from './start-server.mjs'

/** The connections and seconds of the warm-up of each operation on each server. */
const WARM_UP = { connections: 16, seconds: 2 }

/**
 * @typedef {object} ServerFigures
 * @property {string} server
 * @property {string} title
 * @property {number} startUp seconds until it answers
 * @property {number} idle megabytes after the start
 * @property {number} underLoad megabytes, the most at the end of a round
 */

/**
 * Drives all servers in turn, in short rounds, so that what else the machine does disturbs all of them alike.
 *
 * @param {object} options
 * @param {import('./entries.mjs').Entry[]} options.servers
 * @param {import('./operations.mjs').OperationName[]} options.operations
 * @param {Record<string, import('./operations.mjs').Asked[]>} options.requests
 * @param {number[]} options.connections
 * @param {number} options.rounds
 * @param {number} options.seconds
 * @param {number} options.postmaster
 * @param {import('pg').Client} options.client
 * @returns {Promise<{ workloads: import('./results.mjs').Workload[], servers: ServerFigures[], statements: any[] }>}
 */
export async function measureWorkloads({
  servers,
  operations,
  requests,
  connections,
  rounds,
  seconds,
  postmaster,
  client,
}) {
  const started = []
  const generator = startGenerator()
  try {
    for (const entry of servers) {
      const running = await startServer(entry)
      started.push({ entry, running, most: 0 })
      await entry.prepare?.(running.url)
    }
    const [workloads, statements] = [/** @type {any[]} */ ([]), /** @type {any[]} */ ([])]
    for (const operation of operations) {
      const bodies = await checkContent(started, operation, requests[operation] ?? [])
      say(`${operation}: all servers give the same content`)
      const driven = started.map((server, index) => ({ server, requests: bodies[index] ?? [] }))
      for (const { server, requests } of driven)
        await drive(generator, server.running, postmaster, { requests, ...WARM_UP })
      for (const count of connections) {
        const measured = new Map(driven.map((each) => [each, /** @type {any[]} */ ([])]))
        for (let round = 0; round < rounds; round++) {
          // Each round begins with another server, so that none always follows the same one.
          const order = [...driven.slice(round % driven.length), ...driven.slice(0, round % driven.length)]
          for (const each of order) {
            const { server, requests } = each
            const options = { requests, connections: count, seconds }
            const figures = await drive(generator, server.running, postmaster, options)
            server.most = Math.max(server.most, figures.memory)
            measured.get(each)?.push(figures)
          }
        }
        for (const [{ server }, figures] of measured)
          workloads.push({ server: server.entry.name, operation, connections: count, ...medians(figures) })
      }
      for (const { server, requests } of driven) {
        const figures = await sqlOf(client, server.entry.env.DATABASE_URL ?? '', async () => {
          const bodies = requests.map(({ body }) => body)
          return (await askAll(server.running.url, bodies)).length
        })
        statements.push({ server: server.entry.name, operation, ...figures })
      }
    }
    return {
      workloads,
      statements,
      servers: started.map(({ entry, running, most }) => ({
        ...{ server: entry.name, title: entry.title },
        ...{ startUp: running.startUp, idle: running.idle, underLoad: most },
      })),
    }
  } finally {
    generator.stop()
    for (const { running } of started) await running.stop()
  }
}

/** @param {Record<string, any>[]} rounds */
function medians(rounds) {
  const of = (/** @type {string} */ figure) => median(rounds.map((round) => round[figure] ?? 0))
  return {
    ...{ perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') },
    ...{ cpu: of('cpu'), databaseCpu: of('databaseCpu') },
    failed: Math.max(...rounds.map(({ failed = 0 }) => failed)),
    failure: rounds.find(({ failure }) => failure)?.failure ?? null,
  }
}
