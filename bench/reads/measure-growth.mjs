import { placesAt } from './data.mjs'
import { askAll, sqlOf } from './sql-figures.mjs'
import { startServer } from './start-server.mjs'

/** The parts of the list after which Q2 pages: 0 is the first page, which has no cursor. */
const DEPTHS = [0, 0.01, 0.5, 0.99]

/** The levels of statements that are nested in each other. The service allows no more. */
const LEVELS = [1, 2, 3, 4]

/** How often all requests are sent before the count, and for the count. */
const [WARM_UP, PASSES] = [2, 3]

/** How many articles are asked for at each level of nesting. A deep one may take seconds. */
const NESTED = 3

/** How many places around each depth are asked for. */
const PLACES = 20

/**
 * What SQL costs as the record grows, as pages lie deeper, and as lists are nested, in a server that is otherwise idle.
 *
 * @param {object} options
 * @param {import('pg').Client} options.client
 * @param {{ rows: number, entry: import('./entries.mjs').Entry, requests: Record<string, import('./operations.mjs').Asked[]>, client: import('pg').Client }[]} options.sizes
 *   the same server on records of several sizes, the largest last
 */
export async function measureGrowth({ client, sizes }) {
  const size = []
  const [depth, nesting] = [/** @type {any[]} */ ([]), /** @type {any[]} */ ([])]
  for (const one of sizes) {
    const { rows, entry, requests } = one
    const running = await startServer(entry)
    const figures = async (/** @type {string[]} */ bodies) => {
      const pass = async () => (await askAll(running.url, bodies)).length
      // PostgreSQL plans a statement anew until a connection has run it five times.
      for (let n = 0; n < WARM_UP; n++) await pass()
      const passes = []
      for (let n = 0; n < PASSES; n++) passes.push(await sqlOf(client, entry.env.DATABASE_URL ?? '', pass))
      // The quickest pass is the one that other work on the machine disturbed least.
      return passes.toSorted((a, b) => a.sqlTime - b.sqlTime)[0]
    }
    const q2 = (/** @type {import('./operations.mjs').Asked[]} */ asked) =>
      figures(asked.map((each) => JSON.stringify(entry.request('Q2', each))))
    try {
      const q1 = (requests.Q1 ?? []).map((each) => JSON.stringify(entry.request('Q1', each)))
      size.push({ rows, operation: 'Q1', ...(await figures(q1)) })
      size.push({ rows, operation: 'Q2', ...(await q2(requests.Q2 ?? [])) })
      if (one !== sizes.at(-1)) continue
      for (const part of DEPTHS) {
        const numbers = Array.from({ length: PLACES }, (_, n) => Math.floor((rows - 1_000) * part) + 1 + n)
        const places = part === 0 ? numbers.map(() => undefined) : await placesAt(one.client, numbers)
        depth.push({
          part,
          ...(await q2(places.map((after) => ({ first: 20, ...(after ? { after } : {}) })))),
        })
      }
      for (const level of LEVELS) {
        const bodies = (requests.Q1 ?? []).slice(0, NESTED).map((each) => nested(entry, each, level))
        nesting.push({ level, ...(await figures(bodies)) })
      }
    } finally {
      await running.stop()
    }
  }
  return { size, depth, nesting }
}

/** An article's statements, those of their speakers, those of their speakers … @param {number} level */
function nested(/** @type {any} */ entry, /** @type {any} */ asked, level) {
  const list = (/** @type {number} */ left) =>
    left === 0 ? '' : `statements(first: 2) { nodes { id text speaker { id name ${list(left - 1)} } } }`
  const { variables } = entry.request('Q1', asked)
  return JSON.stringify({
    query: `query N($id: ID!) { article(by: { id: $id }) { id ${list(level)} } }`,
    variables,
  })
}
