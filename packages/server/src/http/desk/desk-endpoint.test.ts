import http from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestSamples } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'
import { createKey, revokeKey } from '../../record/api-key/keys.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

let database: Database
const servers: RunningServer[] = []
const serve = async (options = {}) => {
  const server = await startServer({
    ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false },
    ...{ publicProposals: false, desk: true, ...options },
  })
  servers.push(server)
  return server
}
let server: RunningServer

beforeAll(async () => {
  database = await openTestDatabase('embedded')
  await ingestSamples(database)
  server = await serve()
})
afterAll(async () => {
  for (const one of servers) await one.stop()
  await database?.close()
})

const newKey = (name: string, ...roles: ('reader' | 'editor' | 'reviewer' | 'admin')[]) =>
  createKey(database.prisma, {
    ...{ name, roles, expiresAt: null, environment: 'local', createdBy: 'test' },
  })

/** What a browser sends along from a page of the service. */
const own = (url = server.url) => ({ 'sec-fetch-site': 'same-origin', origin: url })
const request = (path: string, init: RequestInit = {}, url = server.url) =>
  fetch(url + path, { redirect: 'manual', ...init })
/** What a browser sends along when somebody opens a link. */
const VISIT = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }
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

describe('signing in', () => {
  it('takes a key for a cookie that no script can read, and shows whose it is', async () => {
    const { key } = await newKey('Mara Lindt', 'reviewer')
    const response = await signIn(key)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk'])
    expect(response.headers.get('set-cookie')).toMatch(
      /^onrecord_session=[\w-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    )
    const { page, name } = await begin(key)
    expect(name).toBe('Mara Lindt')
    expect(page).not.toContain(key)
    const { headers } = await request('/desk/sign-in')
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('marks the cookie as Secure where a trusted proxy has taken the request by https', async () => {
    const behind = await serve({ trustProxy: 1 })
    const { key } = await newKey('Anselm Okafor', 'reviewer')
    const response = await request(
      '/desk/sign-in',
      {
        method: 'POST',
        body: new URLSearchParams({ key }),
        headers: { ...own(behind.url), 'x-forwarded-proto': 'https' },
      },
      behind.url,
    )
    expect(response.headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  it.each([
    ['no key', ''],
    ['nonsense', '<script>alert(1)</script>'],
    ['half a key', 'or_local_abc'],
    ['a form of 10 MB', 'x'.repeat(10_000_000)],
  ])('refuses %s with a sentence', async (_, key) => {
    const response = await signIn(key)
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null])
    const page = await response.text()
    expect(page).toContain('does not open the desk')
    expect(page).not.toContain('<script>alert')
  })

  it('refuses a form of another site, or of nobody knows where', async () => {
    const { key } = await newKey('Nneka Osei', 'reviewer')
    const elsewhere = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: server.url },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ]
    for (const headers of elsewhere) {
      const response = await signIn(key, headers as Record<string, string>)
      expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null])
    }
  })

  it('works once by a link, which is then used up, and whose token does not stay in the address', async () => {
    const { key } = await newKey('local', 'admin')
    const link = new URL(server.signInLink(key) as string)
    const first = await visit(link)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/desk'])
    const cookie = cookieOf(first)
    expect((await request('/desk', { headers: { cookie } })).status).toBe(200)
    const again = await visit(link)
    expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null])
    expect(await again.text()).toContain('works once only')
    expect((await visit(link, { cookie })).headers.get('location')).toBe('/desk')
  })

  it.each([
    ['HEAD', VISIT, 'HEAD'],
    ['a program that shows what is behind a link', {}, 'GET'],
    ['a browser that fetches ahead', { ...VISIT, 'sec-purpose': 'prefetch' }, 'GET'],
    ['a browser that renders ahead', { ...VISIT, 'sec-purpose': 'prefetch;prerender' }, 'GET'],
    ['an image', { ...VISIT, 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' }, 'GET'],
  ])('does not use the link up for %s, which gets a button', async (_, headers, method) => {
    const { key } = await newKey('local', 'admin')
    const link = new URL(server.signInLink(key) as string)
    for (let again = 0; again < 3; again++) {
      const looked = await look(link, headers, method)
      expect([looked.status, looked.headers.get('set-cookie')]).toEqual([200, null])
      if (method === 'GET') expect(await looked.text()).toContain('This link signs in once')
    }
    const token = link.searchParams.get('token') as string
    const press = (headers: Record<string, string>) =>
      request('/desk/sign-in', { method: 'POST', body: new URLSearchParams({ token }), headers })
    // Another site cannot press the button.
    expect((await press({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const pressed = await press(own())
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/desk'])
    expect((await press(own())).status).toBe(403)
  })

  it('leads back to the page of the desk that was asked for, and to no other place', async () => {
    const { key } = await newKey('Una', 'reviewer')
    const nobody = await request('/desk?articleIds=abc&minConfidence=0.9')
    const form = nobody.headers.get('location') as string
    expect(form).toBe('/desk/sign-in?next=%2Fdesk%3FarticleIds%3Dabc%26minConfidence%3D0.9')
    expect(await (await request(form)).text()).toContain(`action="${form}"`)
    const to = async (next: string) => {
      const body = new URLSearchParams({ key })
      const path = `/desk/sign-in?next=${encodeURIComponent(next)}`
      return (await request(path, { method: 'POST', body, headers: own() })).headers.get('location')
    }
    expect(await to('/desk?articleIds=abc&minConfidence=0.9')).toBe('/desk?articleIds=abc&minConfidence=0.9')
    expect(await to('/desk/keys')).toBe('/desk/keys')
    for (const evil of [
      'https://evil.example/desk',
      '//evil.example/desk',
      '/\\evil.example/desk',
      '/desk/../statements',
      '/desktop',
      '/desk/sign-out',
      'javascript:alert(1)',
      '',
    ])
      expect(await to(evil)).toBe('/desk')
  })

  it('leads to the form whoever has not, and takes the cookie away from whoever signs out', async () => {
    const nobody = await request('/desk')
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/desk/sign-in'])
    const { key } = await newKey('Leif', 'reviewer')
    const { cookie } = await begin(key)
    const crossSite = { cookie, 'sec-fetch-site': 'cross-site' }
    const kept = await request('/desk/sign-out', { method: 'POST', headers: crossSite })
    expect([kept.status, kept.headers.get('set-cookie')]).toEqual([403, null])
    const out = await request('/desk/sign-out', { method: 'POST', headers: { cookie, ...own() } })
    expect(out.headers.get('set-cookie')).toMatch(/^onrecord_session=; Path=\/; Max-Age=0;/)
  })
})

describe('a session', () => {
  it('counts for GraphQL only with its proof and from the same origin; else its cookie is ignored', async () => {
    const { key } = await newKey('Ottilie', 'reviewer')
    const { cookie, proof } = await begin(key)
    const other = await begin((await newKey('Sven', 'reviewer')).key)
    const csrf = { 'x-onrecord-csrf': proof }
    expect(await viewer({ cookie, ...csrf, ...own() })).toBe('Ottilie')
    expect(await viewer({ cookie, ...csrf, origin: server.url })).toBe('Ottilie')
    expect(await viewer({ cookie, ...own() })).toBe('anonymous')
    expect(await viewer({ cookie, ...csrf, 'sec-fetch-site': 'cross-site' })).toBe('anonymous')
    expect(await viewer({ cookie, ...csrf, origin: 'https://evil.example' })).toBe('anonymous')
    expect(await viewer({ cookie, ...csrf })).toBe('anonymous')
    expect(await viewer({ cookie, 'x-onrecord-csrf': other.proof, ...own() })).toBe('UNAUTHENTICATED')
    expect(await viewer({ ...csrf, ...own() })).toBe('UNAUTHENTICATED')
    expect(await viewer({ cookie, authorization: `Bearer ${other.cookie}`, ...csrf, ...own() })).toBe(
      'UNAUTHENTICATED',
    )
  })

  it('is none when somebody has changed or made up its cookie', async () => {
    const { key } = await newKey('Pascoe', 'reviewer')
    const { cookie, proof } = await begin(key)
    const at = cookie.length - 3
    const changed = cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1)
    const madeUp = `onrecord_session=${Buffer.from(JSON.stringify({ key, id: 'x', at: Date.now() })).toString('base64url')}`
    for (const forged of [changed, madeUp, 'onrecord_session=']) {
      expect(await viewer({ cookie: forged, 'x-onrecord-csrf': proof, ...own() })).toBe('UNAUTHENTICATED')
      expect((await request('/desk', { headers: { cookie: forged } })).headers.get('location')).toBe(
        '/desk/sign-in',
      )
    }
  })

  it('holds in another process, and after a restart', async () => {
    const { key } = await newKey('Ida', 'reviewer')
    const { cookie, proof } = await begin(key)
    const another = await serve()
    expect(await viewer({ cookie, 'x-onrecord-csrf': proof, ...own(another.url) }, another.url)).toBe('Ida')
  })

  it('ends with its key', async () => {
    const { key, apiKey } = await newKey('Jonas', 'reviewer')
    const { cookie, proof } = await begin(key)
    expect(await viewer({ cookie, 'x-onrecord-csrf': proof, ...own() })).toBe('Jonas')
    await revokeKey(database.prisma, apiKey.keyId)
    expect(await viewer({ cookie, 'x-onrecord-csrf': proof, ...own() })).toBe('UNAUTHENTICATED')
    const page = await request('/desk', { headers: { cookie } })
    expect([page.status, cookieOf(page)]).toEqual([403, 'onrecord_session='])
  })

  it('shows a reader no task', async () => {
    const { page } = await begin((await newKey('Rea', 'reader')).key)
    expect(page).toContain('Your key does not allow to review')
  })

  it('runs the operations of the desk where nothing else runs but what is listed', async () => {
    const locked = await serve({ persisted: 'only', introspection: false })
    const { key, apiKey } = await newKey('Wanda', 'reviewer')
    const { cookie, proof } = await begin(key)
    const ours = { cookie, 'x-onrecord-csrf': proof, ...own(locked.url) }
    const ask = (headers: Record<string, string>) => viewer(headers, locked.url)
    expect(await ask(ours)).toBe('Wanda')
    // Again, as an answer may come from where it came before.
    expect(await ask(ours)).toBe('Wanda')
    const refused = 'PERSISTED_QUERY_NOT_ALLOWED'
    expect(await ask({})).toBe(refused)
    // A program with the same key is bound to the list, and so is whoever has no proof, or is not of the team.
    expect(await ask({ authorization: `Bearer ${key}` })).toBe(refused)
    expect(await ask({ cookie, ...own(locked.url) })).toBe(refused)
    expect(await ask({ ...ours, 'sec-fetch-site': 'cross-site' })).toBe(refused)
    const query = '{ __schema { types { name } } }'
    const schema = await request(
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...ours },
        body: JSON.stringify({ query }),
      },
      locked.url,
    )
    expect(await schema.text()).toContain('INTROSPECTION_DISABLED')
    // Whose key has ended is told so.
    await revokeKey(database.prisma, apiKey.keyId)
    expect(await ask(ours)).toBe('UNAUTHENTICATED')
    const reader = await begin((await newKey('Rolf', 'reader')).key)
    expect(await ask({ cookie: reader.cookie, 'x-onrecord-csrf': reader.proof, ...own(locked.url) })).toBe(
      refused,
    )
  })

  it('lets no other origin read answers with cookies', async () => {
    const open = await serve({ origins: '*' })
    const { headers } = await request(
      '/graphql?query={__typename}',
      { headers: { origin: 'https://app.example' } },
      open.url,
    )
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })
})

it('loads one script of at most 60 kB, compressed, and one style sheet, which may be kept for ever', async () => {
  const { page } = await begin((await newKey('Tove', 'reviewer')).key)
  const paths = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => path as string)
  expect(paths).toHaveLength(2)
  for (const path of paths) {
    const file = await request(path)
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect(gzipSync(await file.text()).length).toBeLessThan(60_000)
  }
  expect((await request('/desk/files/other.js')).status).toBe(404)
})

it('is not there when it is switched off', async () => {
  const without = await serve({ desk: false })
  expect((await request('/desk', {}, without.url)).status).toBe(404)
  expect(without.signInLink('or_x')).toBeNull()
})
