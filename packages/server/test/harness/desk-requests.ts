import http from 'node:http'
import { afterAll, beforeAll } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { createLogger } from '../../src/http/logger.js'
import { type RunningServer, startServer } from '../../src/http/server.js'
import type { ServerOptions } from '../../src/http/server-options.js'
import { createKey } from '../../src/record/api-key/keys.js'
import type { Scope } from '../../src/record/viewer.js'
import { openTestDatabase } from './databases.js'

/** What a browser sends along when somebody opens a link. */
export const VISIT = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }

/** Serves the desk of an empty record while the tests of a file run. @returns what they ask it with. */
export function deskRequests() {
  let database: Database
  let server: RunningServer
  const servers: RunningServer[] = []
  const serve = async (options: Partial<ServerOptions> = {}) => {
    const server = await startServer({
      ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false },
      ...{ publicProposals: false, desk: true, ...options },
    })
    servers.push(server)
    return server
  }
  beforeAll(async () => {
    database = await openTestDatabase('embedded')
    server = await serve()
  })
  afterAll(async () => {
    for (const one of servers) await one.stop()
    await database?.close()
  })

  const newKey = (name: string, ...roles: Scope[]) =>
    createKey(database.prisma, {
      ...{ name, roles, expiresAt: null, environment: 'local', createdBy: 'test' },
    })

  /** What a browser sends along from a page of the service. */
  const own = (url = server.url) => ({ 'sec-fetch-site': 'same-origin', origin: url })
  const request = (path: string, init: RequestInit = {}, url = server.url) =>
    fetch(url + path, { redirect: 'manual', ...init })
  /** Looks at a link with the headers given, of which `fetch` writes some itself. */
  function look({ pathname, search }: URL, headers: Record<string, string>, method = 'GET') {
    return new Promise<Response>((resolve, reject) => {
      const asked = http.request(server.url + pathname + search, { method, headers }, async (answer) => {
        const body = Buffer.concat(await answer.toArray())
        const fields = Object.entries(answer.headers).map(
          ([name, value]) => [name, String(value)] as [string, string],
        )
        const status = answer.statusCode ?? 0
        resolve(new Response(status === 303 ? null : body, { status, headers: fields }))
      })
      asked.on('error', reject).end()
    })
  }
  const visit = (link: URL, headers: Record<string, string> = {}) => look(link, { ...VISIT, ...headers })
  const signIn = (key: string, headers: Record<string, string> = own()) =>
    request('/desk/sign-in', { method: 'POST', body: new URLSearchParams({ key }), headers })
  const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] as string

  /** Signs in, and reads what the desk's page has for its requests. */
  async function begin(key: string) {
    const cookie = cookieOf(await signIn(key))
    const page = await (await request('/desk', { headers: { cookie } })).text()
    const [, json] = /data-session="([^"]*)"/.exec(page) as unknown as [string, string]
    const session = JSON.parse(json.replaceAll('&quot;', '"')) as { name: string; proof: string }
    return { cookie, page, ...session }
  }

  async function viewer(headers: Record<string, string>, url = server.url) {
    const response = await request(
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ viewer { name scopes } }' }),
      },
      url,
    )
    const { data, errors } = (await response.json()) as {
      data?: { viewer: { name: string } }
      errors?: { extensions: { code: string } }[]
    }
    return data?.viewer.name ?? errors?.[0]?.extensions.code
  }

  return {
    database: () => database,
    server: () => server,
    ...{ serve, newKey, own, request, look, visit, signIn, cookieOf, begin, viewer },
  }
}
