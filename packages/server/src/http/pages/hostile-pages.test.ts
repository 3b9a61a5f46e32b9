import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { servedXml, xmlFaults } from '../../../test/harness/xml-faults.js'
import type { Database } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

const SCRIPT = '</script><script>alert(1)</script><img src=x onerror=alert(2)>'
const BIDI = '\u202e\u2066evil\u2069'
/** What XML has no way to write, and what ends its sections and references. */
const MARKUP = '\u0001\u001f\ufffe ]]> &amp; &#1; <![CDATA['
const LONG = 'Donaudampfschifffahrt'.repeat(40)

const HOSTILE = `---
title: "${SCRIPT} ${BIDI} ${LONG.slice(0, 300)}"
url: https://hostile.example/a?b="><script>alert(3)</script>
site: "${SCRIPT}"
---

“We sail at noon ${SCRIPT} ${MARKUP} ${BIDI}, and ${LONG} besides,” said Ada Moss.

وقالت آدا موس: «نبحر عند الظهر اليوم».
`

/** What a page has of elements and attributes that run or load what is not ours. */
function foreignIn(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const { src = '', type } = attributes
      const isOurs = type === 'application/ld+json' || src.startsWith('/files/')
      if (['img', 'iframe', 'object', 'embed', 'style'].includes(name) || (name === 'script' && !isOurs))
        found.push(name)
      found.push(...Object.keys(attributes).filter((attribute) => /^(?:on|style$)/.test(attribute)))
      if (/^\s*javascript:/i.test(attributes.href ?? '')) found.push(attributes.href as string)
    },
  })
  parser.end(html)
  return found
}

/** The sitemaps that every record has. */
const MAPS = ['/sitemap.xml', '/sitemap-pages.xml']

let database: Database
const servers: RunningServer[] = []
async function serve(on: Database): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const server = await startServer({
    ...{ database: on, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: true },
    ...{ publicProposals: true, pages: true, limits: { rate: null } },
  })
  servers.push(server)
  return (path, init = {}) => fetch(server.url + path, { redirect: 'manual', ...init })
}

beforeAll(async () => {
  database = await openTestDatabase('embedded')
})
afterAll(async () => {
  for (const server of servers) await server.stop()
  await database?.close()
})

describe('pages', () => {
  it('of an empty record say that there is nothing, and none fails', async () => {
    const get = await serve(database)
    for (const path of [
      '/',
      '/search',
      '/search?q=noon',
      '/topics',
      '/about',
      '/check?text=we+sail+at+noon',
    ]) {
      const response = await get(path)
      expect([path, response.status]).toEqual([path, 200])
    }
    expect(await (await get('/')).text()).toContain('Nothing has been put in yet')
    expect(await (await get('/statements.json')).json()).toEqual({ statements: [], next: null })
    expect((await (await get('/statements.csv')).text()).split('\r\n')).toHaveLength(2)
    expect(await servedXml(get)).toEqual({
      paths: [...['statements', 'articles', 'speakers', 'events'].map((name) => `/${name}.atom`), ...MAPS],
      faults: [],
    })
    expect((await get('/sitemap-events.xml')).status).toBe(404)
  })

  it('show hostile words as words', async () => {
    await ingestText(database, HOSTILE)
    const get = await serve(database)
    const links = (html: string) =>
      [...html.matchAll(/href="(\/[a-z]+\/[^"#?]+)"/g)].map(([, path]) => path as string)
    const found = await (await get('/search?q=noon')).text()
    const paths = new Set([
      ...links(found),
      '/',
      '/search',
      '/search?q=noon',
      `/check?${new URLSearchParams({ text: SCRIPT })}`,
    ])
    expect([...paths].some((path) => path.startsWith('/articles/'))).toBe(true)
    for (const path of paths) {
      const response = await get(path)
      const html = await response.text()
      expect([path, response.status]).toEqual([path, 200])
      expect([path, foreignIn(html)]).toEqual([path, []])
      for (const [, data] of html.matchAll(/ld\+json">(.*?)<\/script>/gs)) JSON.parse(data as string)
    }
  })

  it('write feeds and sitemaps of hostile words that are valid', async () => {
    const name = `${SCRIPT} ${MARKUP} ${BIDI}`
    const event = { id: newId(), name, nameFolded: name }
    await database.prisma.event.create({ data: event })
    await database.prisma.statement.updateMany({ data: { eventId: event.id } })
    await database.prisma.speaker.updateMany({ data: { name } })
    const get = await serve(database)
    const { paths, faults } = await servedXml(get)
    expect(faults).toEqual([])
    expect(paths).toContain('/sitemap-events.xml')
    const searched = await (await get(`/statements.atom?${new URLSearchParams({ q: MARKUP })}`)).text()
    expect(xmlFaults(searched, 'atom')).toEqual([])
    expect(await (await get('/events.atom')).text()).toContain('alert(1)')
  })

  it.each(['javascript:alert(1)', '//evil.example', '/\\evil.example'])(
    'lead to no other site: %s',
    async (address) => {
      const get = await serve(database)
      const response = await get(`/search?q=${encodeURIComponent(address)}`)
      expect(response.status).toBe(200)
      expect(await response.text()).not.toMatch(/href="(?:javascript:|\/\/|\/\\)/)
      expect((await get(`//evil.example/statements/x`)).status).toBe(404)
    },
  )

  it('refuse the place of another list, and a text that is too long', async () => {
    const get = await serve(database)
    const query = '{ articles(first: 1) { edges { cursor } } }'
    const headers = { 'content-type': 'application/json' }
    const asked = await get('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) })
    const { data } = (await asked.json()) as { data: { articles: { edges: { cursor: string }[] } } }
    const after = data.articles.edges[0]?.cursor as string
    expect((await get(`/search?${new URLSearchParams({ after })}`)).status).toBe(400)
    const body = new URLSearchParams({ text: 'a'.repeat(200_000) })
    const refused = await get('/check', { method: 'POST', body })
    expect([refused.status, await refused.text()]).toEqual([
      413,
      expect.stringContaining('longer than a page takes'),
    ])
  })

  it('answer bodies that are no form', async () => {
    const get = await serve(database)
    for (const headers of [
      { 'content-type': 'application/json' },
      { 'content-type': 'multipart/form-data; boundary=x' },
    ]) {
      expect((await get('/check', { method: 'POST', headers, body: '{' })).status).toBe(303)
    }
  })
})
