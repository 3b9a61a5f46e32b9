import { parseAtomFeed } from 'feedsmith'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestSamples, ingestText } from '../../../test/harness/service.js'
import { servedXml } from '../../../test/harness/xml-faults.js'
import type { Database } from '../../database/database.js'
import { uuidOf } from '../../record/global-id.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

let database: Database
let server: RunningServer
const get = (path: string) => fetch(server.url + path, { redirect: 'manual' })
const text = async (path: string) => (await get(path)).text()
const json = async (path: string) => JSON.parse(await text(path))

beforeAll(async () => {
  database = await openTestDatabase('embedded')
  await ingestSamples(database)
  await ingestText(database, '# Sums & <tags>\n\n“=1+1 is not, ‘a formula’, \\"here\\",” said Ada Moss.\n')
  server = await startServer({
    ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: true },
    ...{ publicProposals: true, pages: true, baseUrl: 'https://record.example', limits: { rate: null } },
  })
})
afterAll(async () => {
  await server?.stop()
  await database?.close()
})

/** Reads CSV as RFC 4180 has it. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

it('gives all statements of a list as a table and as JSON, under the filter of the address', async () => {
  const all = await json('/statements.json')
  const [head, ...rows] = readCsv((await text('/statements.csv')).replace(/^\ufeff/, ''))
  expect(rows.length).toBeGreaterThan(200)
  expect(rows.every((row) => row.length === head?.length)).toBe(true)
  const texts = rows.map((row) => row[1])
  expect(texts.map((each) => each?.replace(/^'(?==)/, ''))).toEqual(
    all.statements.map((one: { text: string }) => one.text),
  )
  expect(all.next).toBeNull()
  const direct = await json('/statements.json?kind=direct&q=umbrella')
  expect(
    direct.statements.map((one: { kind: string; page: string }) => [one.kind, one.page.slice(0, 34)]),
  ).toEqual([['DIRECT', 'https://record.example/statements/']])
})

it('gives the other lists in the same forms, under the same filter language', async () => {
  for (const name of ['articles', 'speakers', 'topics', 'sites', 'events', 'documents']) {
    const all = await json(`/${name}.json`)
    const [head, ...rows] = readCsv((await text(`/${name}.csv`)).replace(/^\ufeff/, ''))
    expect([name, head?.[0], head?.at(-1)]).toEqual([name, 'page', 'id'])
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual(
      all[name].map(({ page, id }: { page: string; id: string }) => [page, id]),
    )
    const page = await get(`/${name}`)
    expect([name, page.status]).toEqual([name, 200])
    const shown = [...(await page.text()).matchAll(new RegExp(`href="(/${name}/[^"#?]+)"`, 'g'))]
    expect(new Set(shown.map(([, path]) => `https://record.example${path}`))).toEqual(
      new Set(all[name].slice(0, 50).map((one: { page: string }) => one.page)),
    )
  }
  const [ferry] = (await json('/speakers.json?q=pascoe')).speakers
  expect(ferry.name).toBe('Ewan Pascoe')
  const his = await json(`/articles.json?speaker=${ferry.page.split('/').at(-1)}&from=2026-07-01&q=treaty`)
  expect(his.articles.map(({ title }: { title: string }) => title)).toEqual([
    'A treaty for the Merrow Bank, signed in the rain',
  ])
  const feed = parseAtomFeed(await text('/articles.atom?q=treaty'))
  expect(feed.entries?.map(({ links }) => links?.[0]?.href)).toContain(his.articles[0].page)
  expect(feed.links?.[1]?.href).toBe('https://record.example/articles?q=treaty')
  expect((await get('/sites.atom')).status).toBe(404)
  expect((await get('/statements?q=treaty')).headers.get('location')).toBe('/search?q=treaty')
})

it('has feeds whose entries keep their ids when their addresses change', async () => {
  const feed = parseAtomFeed(await text('/statements.atom?q=tags+or+formula+or+umbrella'))
  expect(feed.entries?.length).toBeGreaterThan(1)
  expect(feed.links?.map(({ rel }) => rel)).toEqual(['self', 'alternate'])
  const { statements } = await json('/statements.json')
  const pages = new Map(statements.map(({ id, page }: { id: string; page: string }) => [uuidOf(id), page]))
  for (const { id, links } of feed.entries ?? [])
    expect(links?.[0]?.href).toBe(pages.get(id?.replace('urn:uuid:', '')))
})

it('has feeds and sitemaps that are valid', async () => {
  const { paths, faults } = await servedXml(get)
  expect(faults).toEqual([])
  expect(paths.slice(0, 7)).toEqual([
    ...['/statements.atom', '/articles.atom', '/speakers.atom', '/events.atom'],
    ...['/sitemap.xml', '/sitemap-pages.xml', '/sitemap-articles.xml'],
  ])
  expect(parseAtomFeed(await text('/statements.atom')).entries).toHaveLength(50)
})

it('has sitemaps of all its pages, each of which is there', async () => {
  const locations = (xml: string) =>
    [...xml.matchAll(/<loc>https:\/\/record\.example([^<]+)<\/loc>/g)].map(([, path]) => path as string)
  const sitemaps = locations(await text('/sitemap.xml'))
  const paths = (await Promise.all(sitemaps.map(text))).flatMap(locations)
  for (const name of ['statements', 'articles', 'speakers', 'topics', 'sites']) {
    const pages = (await json(`/${name}.json`))[name].map(({ page }: { page: string }) => new URL(page))
    expect(paths).toEqual(expect.arrayContaining(pages.map(({ pathname }: URL) => pathname)))
  }
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths.length).toBeGreaterThan(250)
  for (const path of paths.filter((_, index) => index % 20 === 0))
    expect([path, (await get(path)).status]).toEqual([path, 200])
  expect(await text('/robots.txt')).toContain('Sitemap: https://record.example/sitemap.xml')
})

it('tells other sites how to show a statement in a frame', async () => {
  const [{ page }] = (await json('/statements.json?q=umbrella')).statements
  const oembed = await json(`/oembed?${new URLSearchParams({ url: page, maxwidth: '400' })}`)
  expect(oembed).toMatchObject({ version: '1.0', type: 'rich', width: 400, provider_name: 'On Record' })
  const [, source] = /<iframe src="https:\/\/record\.example([^"]+)"/.exec(oembed.html) ?? []
  const embed = await get(source as string)
  expect(embed.status).toBe(200)
  expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect(embed.headers.get('x-frame-options')).toBeNull()
  const unknown = await get('/oembed?url=https://record.example/statements/01m8m6peahee3brn9xj8tjrfjp')
  expect(unknown.status).toBe(404)
  expect((await get(`/oembed?format=xml&${new URLSearchParams({ url: page })}`)).status).toBe(501)
})

it('says what a page is about in JSON-LD', async () => {
  const dataOf = async (path: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await text(path))?.[1] ?? 'null')
  const [{ page, text: words }] = (await json('/statements.json?q=umbrella+progress')).statements
  const [quotation, annotation] = await dataOf(new URL(page).pathname)
  expect(quotation).toMatchObject({
    ...{ '@context': 'https://schema.org', '@type': 'Quotation', '@id': page, text: words },
    spokenByCharacter: [{ '@type': 'Person', name: 'Ottilie Brandreth' }],
    isPartOf: { '@type': 'NewsArticle', datePublished: '2026-08-14', publisher: { name: 'Harbour Post' } },
  })
  const selectors = annotation.target.map(
    (target: { selector: { type: string; exact: string }[] }) => target.selector[0]?.exact,
  )
  expect(selectors.join(' […] ')).toBe(words)
  const speaker = await dataOf(new URL(quotation.spokenByCharacter[0].url).pathname)
  expect(speaker).toMatchObject({ '@type': 'Person', name: 'Ottilie Brandreth' })
})

it('completes names', async () => {
  expect(await json('/suggest?q=ew+pas')).toEqual(['Ewan Pascoe'])
  expect(await json('/suggest?q=')).toEqual([])
})

it('leads from a form to an address that shows its result', async () => {
  const body = new URLSearchParams({ text: '“Eleven years ago we hit each other here”' })
  const sent = await fetch(`${server.url}/check`, { method: 'POST', body, redirect: 'manual' })
  expect(sent.status).toBe(303)
  const page = await text(sent.headers.get('location') as string)
  expect(page).toContain('1 word altered')
  expect(page).toMatch(/<del[^>]*>rammed<\/del>.*<ins[^>]*>hit<\/ins>/s)
  expect(await text('/check?text=%E2%80%9Cthe+moon+is+made+of+cheese+and+mice%E2%80%9D')).toContain(
    'Not in the record.',
  )
  expect((await get(`/check?${new URLSearchParams({ text: 'a '.repeat(2_500) })}`)).status).toBe(400)
})
