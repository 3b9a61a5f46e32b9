import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { buildSchema } from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/http'

const EVENTS = buildSchema(
  'type Change { cursor: String! } type Query { a: Int } type Subscription { changed(after: String): Change! }',
)

/**
 * Starts a server in front of a service, as in production. It serves the page and the service under one origin. At every
 * path but `/graphql` it also accepts the hash of an operation, from a list of its own for each path. The server of
 * graphql-sse answers subscriptions.
 *
 * @param {string} service the URL of the service
 * @param {{ operations: Record<string, string>, script: string }} options operations: those known by their hash at first
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function startFront(service, { operations, script }) {
  /** @type {Map<string, Map<string, string>>} */
  const lists = new Map()
  const events = createHandler({ schema: EVENTS, subscribe: /** @type {never} */ (changes) })
  const server = createServer(async (request, response) => {
    const { url = '', method } = request
    if (url === '/events') return events(request, response).catch(ignoreLeaving)
    if (method === 'GET') {
      const page = `<!doctype html><html lang="en"><body></body><script type="module">${script}</script></html>`
      return response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
    }
    const asked = JSON.parse(await text(request))
    const known = lists.get(url) ?? new Map(Object.entries(operations))
    lists.set(url, known)
    const query = url === '/graphql' ? asked.query : textOf(known, asked)
    const answer = query
      ? await forward(service, { ...asked, query })
      : { errors: [{ message: 'not known', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * Automatic persisted queries: https://www.apollographql.com/docs/apollo-server/performance/apq
 *
 * @param {Map<string, string>} known
 * @param {{ query?: string, extensions?: { persistedQuery?: { sha256Hash: string } } }} asked
 */
function textOf(known, { query, extensions }) {
  const hash = extensions?.persistedQuery?.sha256Hash ?? ''
  if (query && hash === createHash('sha256').update(query).digest('hex')) known.set(hash, query)
  return known.get(hash)
}

/**
 * @param {string} service
 * @param {{ query?: string, variables?: object }} body
 */
async function forward(service, { query, variables }) {
  const response = await fetch(`${service}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return response.json()
}

/** Ignores the error of a client that leaves a subscription early, and so cuts the connection. */
function ignoreLeaving(/** @type {NodeJS.ErrnoException} */ error) {
  if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error
}

/** Gives all numbers after `after`, without an end. */
async function* changes(/** @type {{ variableValues?: { after?: string } }} */ { variableValues }) {
  for (let cursor = Number(variableValues?.after ?? 0) + 1; ; cursor++) {
    yield { data: { changed: { cursor: String(cursor) } } }
    await setTimeout(10)
  }
}
