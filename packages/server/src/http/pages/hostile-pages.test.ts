import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { type LinkedData, linkedDataFaults } from '../../../test/harness/linked-data-faults.js'
import { ingestText } from '../../../test/harness/service.js'
import { servedXml, xmlFaults } from '../../../test/harness/xml-faults.js'
import { addSubjects } from '../../../test/worlds/subjects.js'
import type { Database } from '../../database/database.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

const SCRIPT = '</script><script>alert(1)</script><img src=x onerror=alert(2)>'
const BIDI = '\u202e\u2066evil\u2069'
/** What XML has no way to write, and what ends its sections and references. */
const MARKUP = '\u0001\u001f\ufffe ]]> &amp; &#1; <![CDATA['
const NAME = `${SCRIPT} ${MARKUP} ${BIDI}`
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

/** The JSON-LD of a page. */
const dataIn = (html: string): unknown => JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

/** The types of what stands in JSON-LD at its top. */
const typesIn = (data: unknown): string =>
  [data]
    .flat()
    .map((one) => (one as Record<string, string> | null)?.['@type'] ?? 'annotation')
    .join(' and ')

/** What the pages of each kind are in JSON-LD. */
const DATA_OF_PAGES = [
  ...['/: WebSite', '/about: AboutPage', '/check: WebPage', '/search: CollectionPage'],
  ...['articles', 'speakers', 'sites', 'events', 'documents'].map((name) => `/${name}: CollectionPage`),
  ...['/topics: DefinedTermSet', '/topics/…: DefinedTerm', '/articles/…: NewsArticle'],
  ...['/statements/…: Quotation and annotation', '/speakers/…: Person', '/speakers/…: Organization'],
  ...['/sites/…: WebSite', '/events/…: Event', '/documents/…: CreativeWork'],
]

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
  database = await openTestDatabase('postgres')
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
    await addSubjects(database, NAME)
    await database.prisma.speaker.updateMany({ data: { name: NAME } })
    const get = await serve(database)
    const { paths, faults } = await servedXml(get)
    expect(faults).toEqual([])
    expect(paths).toContain('/sitemap-events.xml')
    const searched = await (await get(`/statements.atom?${new URLSearchParams({ q: MARKUP })}`)).text()
    expect(xmlFaults(searched, 'atom')).toEqual([])
    expect(await (await get('/events.atom')).text()).toContain('alert(1)')
  })

  it('say in JSON-LD what schema.org and the W3C know, on each page that search engines may list', async () => {
    const dated =
      '---\ntitle: Sailing\nauthor: Ben Hart\npublished: 2026-03-02\nurl: https://a.example/1\n---\n\n'
    await ingestText(database, `${dated}“We sail at one,” said Mara Lindt, the harbour master.\n`)
    const get = await serve(database)
    const text = async (path: string) => (await get(path)).text()
    const locations = (xml: string) =>
      [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address as string).pathname)
    const pages: LinkedData[] = []
    for (const map of locations(await text('/sitemap.xml')))
      for (const path of locations(await text(map))) pages.push({ path, data: dataIn(await text(path)) })
    const kinds = pages.map(({ path, data }) => `${path.replace(/(?<=^\/\w+\/).+/, '…')}: ${typesIn(data)}`)
    expect(new Set(kinds)).toEqual(new Set(DATA_OF_PAGES))
    const statement = pages.find(({ path }) => path.startsWith('/statements/')) as LinkedData
    const [quotation, annotation] = statement.data as [object, { target: object[] }]
    const broken = Object.entries({
      'an unknown property': { ...quotation, saidBy: 'Ada Moss' },
      'a value of another type': { ...quotation, dateCreated: 2026 },
      'an unknown type': { ...quotation, '@type': 'Quote' },
      'an unknown property within': {
        ...quotation,
        isPartOf: { '@type': 'NewsArticle', name: 'x', by: 'y' },
      },
      'something of another type': { ...quotation, spokenByCharacter: { '@type': 'WebPage', name: 'x' } },
      'no target': { ...annotation, target: [] },
      'no words': { ...annotation, target: [{ source: 'x', selector: [{ type: 'TextQuoteSelector' }] }] },
    }).map(([path, data]) => ({ path, data }))
    const faults = await linkedDataFaults([...pages, ...broken])
    expect([...new Set(faults.map((fault) => fault.replace(/: .*/s, '')))]).toEqual(
      broken.map(({ path }) => path),
    )
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
