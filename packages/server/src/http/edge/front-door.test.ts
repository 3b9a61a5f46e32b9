import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'
import type { ServerOptions } from '../server-options.js'

let database: Database
const servers: RunningServer[] = []
let plain: RunningServer
let open: RunningServer
let listed: RunningServer

async function start(options: Partial<ServerOptions>): Promise<RunningServer> {
  const server = await startServer({
    limits: { rate: null },
    ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0 },
    ...{ graphiql: false, publicProposals: true, ...options },
  })
  servers.push(server)
  return server
}

beforeAll(async () => {
  database = await openTestDatabase('postgres')
  await ingestText(
    database,
    readFileSync(new URL('../../../../../examples/articles/ferry-strike-ends.md', import.meta.url), 'utf8'),
  )
  plain = await start({})
  open = await start({ origins: '*', graphiql: true })
  listed = await start({ origins: ['https://app.example', 'http://localhost:5173'], compression: false })
}, 120_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await database.close()
})

const ask = (server: RunningServer, path: string, init: RequestInit = {}) =>
  fetch(server.url + path, { redirect: 'manual', ...init })
const post = (server: RunningServer, body: string, headers: Record<string, string> = {}) =>
  ask(server, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
const page = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }
const corsOf = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')))

const LONG = JSON.stringify({ query: '{ statements(first: 50) { nodes { id text } } }' })
const SHORT = '{"query":"{ __typename }"}'

describe('other origins', () => {
  const preflight = (server: RunningServer, origin: string, path = '/graphql') =>
    ask(server, path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    })

  it('may read nothing by default', async () => {
    const answers = [
      await preflight(plain, 'https://app.example'),
      await post(plain, SHORT, { origin: 'https://app.example' }),
    ]
    for (const answer of answers) {
      expect(corsOf(answer)).toEqual({})
      expect(answer.headers.get('vary')).toBe('Accept, Accept-Encoding')
    }
  })

  it('may read when they are on the list, and are told so before they send', async () => {
    const before = await preflight(listed, 'http://localhost:5173')
    expect(before.status).toBe(204)
    expect(corsOf(before)).toEqual({
      'access-control-allow-origin': 'http://localhost:5173',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, accept, x-request-id, *',
      'access-control-max-age': '7200',
    })
    const answer = await post(listed, SHORT, { origin: 'https://app.example' })
    expect(corsOf(answer)).toEqual({
      'access-control-allow-origin': 'https://app.example',
      'access-control-expose-headers':
        'x-request-id, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset',
    })
    for (const { headers } of [before, answer]) expect(headers.get('vary')).toMatch(/\bOrigin\b/)
  })

  it.each(['https://app.example.evil', 'https://App.example', 'http://app.example', 'null', '*'])(
    'may not read when they are not on the list: %s',
    async (origin) => {
      for (const answer of [await preflight(listed, origin), await post(listed, SHORT, { origin })]) {
        expect(corsOf(answer)).toEqual({})
        expect(answer.headers.get('vary')).toMatch(/\bOrigin\b/)
      }
    },
  )

  it('may all read without cookies when all may, errors too', async () => {
    const answers = [
      await post(open, SHORT, { origin: 'https://any.example' }),
      await post(open, '{', { origin: 'https://any.example' }),
      await post(open, SHORT, { origin: 'https://any.example', authorization: 'Bearer nonsense' }),
      await ask(open, '/nothing', { headers: { origin: 'https://any.example' } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 401, 404])
    for (const answer of answers) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(answer.headers.has('access-control-allow-credentials')).toBe(false)
      expect(answer.headers.get('vary')).not.toMatch(/Origin/)
    }
  })
})

describe('a request', () => {
  it.each([
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
    ],
    ['text/plain', SHORT],
    ['text/plain;application/json', SHORT],
    ['application/graphql', '{ __typename }'],
    ['application/graphql+json', SHORT],
    ['application/jsonp', SHORT],
    ['application/json; charset=utf-16', SHORT],
    ['', SHORT],
  ])('runs nothing when its body is %s', async (type, body) => {
    const response = await post(plain, body, { 'content-type': type })
    expect(response.status).toBe(415)
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringMatching(/: send /), extensions: { code: 'BAD_REQUEST' } }],
    })
  })

  it.each([
    'application/json',
    'Application/JSON',
    'application/json;charset="UTF-8"',
    'application/json ; x=y',
  ])('is read when its body is %s', async (type) => {
    expect(await (await post(plain, SHORT, { 'content-type': type })).json()).toMatchObject({
      data: { __typename: 'Query' },
    })
  })

  it('is refused when its body is encoded', async () => {
    const response = await post(plain, SHORT, { 'content-encoding': 'x-own' })
    expect([response.status, response.headers.get('accept-encoding')]).toEqual([415, 'identity'])
  })

  it('by GET runs queries, and no mutation', async () => {
    const get = (parameters: Record<string, string>, method = 'GET') =>
      ask(plain, `/graphql?${new URLSearchParams(parameters)}`, { method })
    const query = await get({
      query: 'query ($n: Int) { sites(first: $n) { nodes { id } } }',
      variables: '{"n":1}',
    })
    expect([query.status, query.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const mutation = await get({ query: 'mutation { articleDelete(input: { id: "x" }) { __typename } }' })
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST'])
    for (const wrong of [{ variables: '{' }, { extensions: 'x' }]) {
      const response = await get({ query: '{ __typename }', ...wrong } as Record<string, string>)
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('BAD_REQUEST')
    }
    const head = await get({ query: '{ __typename }' }, 'HEAD')
    const length = expect.stringMatching(/^[1-9]\d+$/)
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, length, ''])
  })

  it.each([
    ['PUT', '/graphql', 405, 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/', 405, 'GET, HEAD, OPTIONS'],
    ['POST', '/health/live', 405, 'GET, HEAD, OPTIONS'],
    ['OPTIONS', '/graphql', 204, 'GET, HEAD, POST, OPTIONS'],
    ['OPTIONS', '/health/ready', 204, 'GET, HEAD, OPTIONS'],
    ['HEAD', '/health/ready', 200, null],
    ['HEAD', '/', 200, null],
    ['GET', '/graphql/', 404, null],
    ['POST', '/__proto__', 404, null],
    ['OPTIONS', '/nothing', 404, null],
  ])('%s %s is answered with %i', async (method, path, status, allow) => {
    const response = await ask(plain, path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow])
    if (status >= 400) expect(await response.text()).toContain('"code":"BAD_REQUEST"')
  })

  it('is found by its whole address, too, as proxies send it', async () => {
    const { port } = new URL(plain.url)
    const path = 'http://record.example/graphql?query=%7B__typename%7D'
    const answer = await new Promise<string>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path }, (response) => {
        text(response).then(resolve, reject)
      })
      asked.on('error', reject).end()
    })
    expect(JSON.parse(answer).data).toEqual({ __typename: 'Query' })
  })

  it('that accepts no JSON is told what there is', async () => {
    const response = await post(plain, SHORT, { accept: 'image/png' })
    expect(response.status).toBe(406)
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await response.text()).toContain('accept application/graphql-response+json')
  })
})

describe('an answer', () => {
  it('has the headers that keep browsers from misusing it, whatever it is', async () => {
    const answers = [
      await post(plain, SHORT),
      await post(plain, '{'),
      await ask(plain, '/'),
      await ask(plain, '/nothing'),
      await ask(plain, '/graphql', { method: 'PUT' }),
      await ask(plain, '/health/live'),
      await ask(open, '/graphql', page),
    ]
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.has('strict-transport-security')).toBe(false)
      expect(headers.has('x-powered-by')).toBe(false)
    }
    const secure = await post(plain, SHORT, { 'x-forwarded-proto': 'https' })
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  it('is compressed from 1 kB on, for who takes that', async () => {
    const encodingOf = async (server: RunningServer, body: string, accepted: string) => {
      const response = await post(server, body, { 'accept-encoding': accepted })
      expect(response.headers.get('vary')).toMatch(/Accept-Encoding/)
      expect(await response.json()).toMatchObject({ data: expect.anything() })
      return response.headers.get('content-encoding')
    }
    expect(await encodingOf(plain, LONG, 'br, gzip')).toBe('br')
    expect(await encodingOf(plain, LONG, 'br;q=0.5, gzip')).toBe('gzip')
    expect(await encodingOf(plain, LONG, 'identity')).toBe(null)
    expect(await encodingOf(plain, SHORT, 'br')).toBe(null)
    expect(await encodingOf(listed, LONG, 'br')).toBe(null)
  })

  it('that is a stream of events is not compressed', async () => {
    const response = await post(plain, LONG, { accept: 'text/event-stream', 'accept-encoding': 'br' })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.has('content-encoding')).toBe(false)
    expect(await response.text()).toMatch(/event: next\ndata: \{"data":[\s\S]+event: complete\n/)
  })
})

describe('a browser', () => {
  it('is shown what this is when GraphiQL is off', async () => {
    for (const path of ['/', '/graphql']) {
      const response = await ask(plain, path, page)
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ])
      expect(await response.text()).toMatch(/<h1>On Record<\/h1>[\s\S]*\/graphql[\s\S]*documentation/)
    }
    const answered = await ask(plain, '/graphql?query=%7B__typename%7D', page)
    expect(await answered.json()).toMatchObject({ data: { __typename: 'Query' } })
    const missing = await ask(plain, '/nothing', page)
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('Nothing here')])
  })

  it('is shown GraphiQL, which loads files of this server alone and may keep them', async () => {
    const root = await ask(open, '/')
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql'])
    expect(await root.text()).toContain('GraphQL at /graphql')
    const response = await ask(open, '/graphql', page)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self';/)
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(/unsafe|\*|https?:/)
    const html = await response.text()
    expect(html.length).toBeLessThan(5_000)
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => `/${path}`)
    expect(files).toHaveLength(3)
    let bytes = 0
    for (const path of files) {
      const file = await ask(open, path, { headers: { 'accept-encoding': 'br' } })
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(file.headers.get('content-encoding')).toBe('br')
      bytes += Number(file.headers.get('content-length'))
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(50_000)
      for (const tag of [file.headers.get('etag'), `"other", W/${file.headers.get('etag')}`]) {
        const again = await ask(open, path, { headers: { 'if-none-match': tag ?? '' } })
        expect([again.status, await again.text()]).toEqual([304, ''])
      }
    }
    expect(bytes).toBeLessThan(2_000_000)
    expect((await ask(open, '/graphql/assets/graphiql.js')).status).toBe(404)
    expect((await ask(plain, files[0] as string)).status).toBe(404)
  })
})
