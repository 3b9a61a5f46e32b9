import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestSamples, ingestText } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

let database: Database
const servers: RunningServer[] = []

async function serve(options: Partial<Parameters<typeof startServer>[0]> = {}): Promise<RunningServer> {
  const server = await startServer({
    ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: true },
    ...{ publicProposals: true, pages: true, ...options },
  })
  servers.push(server)
  return server
}

let server: RunningServer
const get = (path: string, init: RequestInit = {}) =>
  fetch(server.url + path, { redirect: 'manual', ...init })
const page = async (path: string) => (await get(path)).text()

beforeAll(async () => {
  database = await openTestDatabase('postgres')
  await ingestSamples(database)
  server = await serve()
})
afterAll(async () => {
  for (const one of servers) await one.stop()
  await database?.close()
})

/** The first path of a folder that a page links to. */
async function pathOn(from: string, folder: string): Promise<string> {
  const [, path] = new RegExp(`href="(/${folder}/[^"#?]+)"`).exec(await page(from)) ?? []
  if (!path) throw new Error(`${from} links to none of ${folder}`)
  return path
}

describe('a page', () => {
  it('comes with a policy that runs no code but its own, and is not sent again', async () => {
    const first = await get('/')
    expect(first.status).toBe(200)
    expect(first.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(first.headers.get('x-frame-options')).toBe('DENY')
    const etag = first.headers.get('etag') as string
    const again = await get('/', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('stands at one address: others of the same object lead there for ever', async () => {
    for (const folder of ['statements', 'articles', 'speakers']) {
      const path = await pathOn('/', folder)
      expect((await get(path)).status).toBe(200)
      const id = path.slice(-26)
      for (const other of [`/${folder}/${id}`, `/${folder}/an-old-name-${id.toUpperCase()}`]) {
        const moved = await get(`${other}?from=2026-01-01`)
        expect([moved.status, moved.headers.get('location')]).toEqual([301, `${path}?from=2026-01-01`])
      }
    }
  })

  it('of an article shows what changed since an earlier text', async () => {
    const text = (day: string) =>
      `---\ntitle: The ferry\nurl: https://a.example/ferry\n---\n\n“We sail on ${day},” said Ada Moss.\n`
    await ingestText(database, text('Monday'))
    await ingestText(database, text('Tuesday'))
    const path = await pathOn('/search?q=tuesday+sail', 'articles')
    const [, version] = /href="(\?version=\w+)"/.exec(await page(path)) ?? []
    expect(await page(path + version)).toMatch(/<del[^>]*>Monday,”<\/del>\s*<ins[^>]*>Tuesday,”<\/ins>/)
    expect((await get(`${path}?version=${path.slice(-26)}`)).status).toBe(404)
  })

  it('says how often the extractor is right, with the figures of its README', async () => {
    const readme = readFileSync(new URL('../../../../extract/README.md', import.meta.url), 'utf8')
    const about = await page('/about')
    for (const set of ['train', 'dev']) {
      const row = new RegExp(`PolNeAR ${set},.*`).exec(readme)?.[0] ?? ''
      const figures = /\| ([\d.]+) \/ ([\d.]+) \/ [\d.]+ .*\| ([\d.]+) \(/.exec(row) ?? []
      const shown = figures.slice(1).map((figure) => `<td>${Math.round(Number(figure))} of 100</td>`)
      expect(shown).toHaveLength(3)
      expect(about).toContain(shown.join(''))
    }
  })

  it('is the same for what is unknown and for what is no address', async () => {
    const bodies = [
      '/statements/01m8m6pean1cbbrn9xj8ttrfjp',
      '/speakers/nobody',
      '/articles/%E0%A4%A',
      '/nothing/at/all',
    ]
    const pages = await Promise.all(bodies.map((path) => get(path)))
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(await Promise.all(pages.map((each) => each.text()))).size).toBe(1)
  })

  it('has another method refused', async () => {
    const refused = await get('/search', { method: 'DELETE' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    const head = await get('/search', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it.each([
    ['/search?speaker=nobody', 'names nothing'],
    ['/search?kind=loud', 'none of author, direct, indirect, mixed'],
    ['/search?from=yesterday', 'write it as 2026-02-28'],
    [`/search?q=${'a'.repeat(10_000)}`, 'may have 1000'],
    ['/search?after=nonsense', 'begin at the first page'],
  ])('says what is wrong with an address: %s', async (path, sentence) => {
    const response = await get(path)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(sentence)
  })
})

describe('the guard', () => {
  it('lets the pages of a locked service work, which runs no operation of strangers', async () => {
    const locked = await serve({
      persisted: 'only',
      introspection: false,
      suggestions: false,
      graphiql: false,
    })
    expect((await fetch(`${locked.url}/search?q=treaty`)).status).toBe(200)
    const query = JSON.stringify({ query: '{ viewer { name } }' })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${locked.url}/graphql`, { method: 'POST', headers, body: query })
    expect(await answer.text()).toContain('PERSISTED_QUERY_NOT_ALLOWED')
  })

  it('has readers pay for what their pages ask, and tells them when to come back', async () => {
    const strict = await serve({ limits: { rate: 60 } })
    const answers: Response[] = []
    for (let at = 0; at < 8; at++) answers.push(await fetch(`${strict.url}/search?q=treaty`))
    expect(answers[0]?.status).toBe(200)
    const refused = answers.find(({ status }) => status === 429) as Response
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.text()).toContain('Many pages were asked for from your address')
  })

  it('shows a page with a sentence while the database is away', async () => {
    const broken = await serve({
      database: Object.assign(Object.create(database), {
        read: async () => {
          throw Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' })
        },
      }),
    })
    const response = await fetch(`${broken.url}/`)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('The record cannot be read at the moment')
  })

  it('has no pages when they are turned off', async () => {
    const bare = await serve({ pages: false })
    expect((await fetch(`${bare.url}/search`, { redirect: 'manual' })).status).toBe(404)
  })
})
