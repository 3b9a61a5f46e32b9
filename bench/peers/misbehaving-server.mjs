import { createServer } from 'node:http'

const OK = { data: { sites: { nodes: [{ name: 'Harbour Post' }] } } }
const PARTIAL = {
  data: { sites: null },
  errors: [{ message: 'sites failed', path: ['sites'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
}
const EVENTS = 5

/**
 * Starts a service that behaves as the path says: `/seconds`, `/date` and `/fault` fail once and then answer, `/hang`
 * never answers, `/partial` answers with data and an error, `/cut` cuts a stream of five events after every second one.
 *
 * @returns {Promise<{ url: string, times(path: string): number[], close(): void }>} times: when requests came, by path
 */
export async function startMisbehavingServer() {
  /** @type {Map<string, number[]>} */
  const times = new Map()
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const path = request.url ?? ''
    const all = [...(times.get(path) ?? []), Date.now()]
    times.set(path, all)
    const [, behaviour] = path.split('/')
    const json = (/** @type {object} */ answer, status = 200, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(answer))
    if (behaviour === 'hang') return
    if (behaviour === 'partial') return json(PARTIAL)
    if (behaviour === 'cut') return stream(body, response)
    if (all.length > 1) return json(OK)
    if (behaviour === 'seconds') return json({}, 429, { 'retry-after': '1' })
    if (behaviour === 'date')
      return json({}, 429, { 'retry-after': new Date(Date.now() + 2_000).toUTCString() })
    response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>500</h1>')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    times: (path) => times.get(path) ?? [],
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** @param {string} body @param {import('node:http').ServerResponse} response */
async function stream(body, response) {
  const after = Number(JSON.parse(body).variables?.after ?? 0)
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (let cursor = after + 1; cursor <= EVENTS; cursor++) {
    response.write(
      `event: next\ndata: ${JSON.stringify({ data: { changed: { cursor: String(cursor) } } })}\n\n`,
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (cursor === after + 2) return response.destroy()
  }
  response.end('event: complete\ndata: \n\n')
}
