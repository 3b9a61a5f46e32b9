import { type Client, each, query } from '@onrecord/sdk'
import { statementPath } from '../components/statement-card.js'
import { pathOf } from '../text/handle.js'
import { xml } from './xml.js'

/** Most addresses of a sitemap. The protocol allows five times as many. */
const MOST = 10_000
const NAMED = { id: true, name: true } as const
const EVERY = { $: { first: 100 } } as const
const OPTIONS = { limit: MOST, operationName: 'PageSitemap' }

/** The addresses of the pages of each sitemap, by its name. */
const PATHS: Readonly<Record<string, (client: Client) => AsyncGenerator<string>>> = {
  async *articles(client) {
    for await (const { id, title } of each(
      client,
      { articles: { ...EVERY, nodes: { id: true, title: true } } },
      OPTIONS,
    ))
      yield pathOf('articles', { id, name: title })
  },
  async *speakers(client) {
    for await (const one of each(client, { speakers: { ...EVERY, nodes: NAMED } }, OPTIONS))
      yield pathOf('speakers', one)
  },
  async *topics(client) {
    for await (const one of each(client, { topics: { ...EVERY, nodes: NAMED } }, OPTIONS))
      yield pathOf('topics', one)
  },
  async *sites(client) {
    for await (const one of each(client, { sites: { ...EVERY, nodes: NAMED } }, OPTIONS))
      yield pathOf('sites', one)
  },
}

/** The sitemaps of a record: one of each kind of objects, and one of the statements of each month. */
export async function sitemapIndex(client: Client, baseUrl: string): Promise<string> {
  const { statements } = await query(
    client,
    {
      statements: {
        $: { first: 1 },
        timeline: { $: { interval: 'MONTH', upTo: 100_000 }, buckets: { start: true } },
      },
    },
    { operationName: 'PageSitemaps' },
  )
  const months = statements.timeline.buckets.map(({ start }) => `statements-${start.slice(0, 7)}`)
  const names = [...Object.keys(PATHS), ...months]
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">
${names.map((name) => `<sitemap><loc>${xml(`${baseUrl}/sitemaps/${name}.xml`)}</loc></sitemap>`).join('\n')}
</sitemapindex>
`
}

/** A sitemap, written as it is read; null when there is none with this name. */
export function sitemap(client: Client, baseUrl: string, name: string): AsyncGenerator<string> | null {
  const [, month] = /^statements-(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(name) ?? []
  const paths = month ? saidIn(client, month) : Object.hasOwn(PATHS, name) ? PATHS[name]?.(client) : null
  return paths ? urlSet(paths, baseUrl) : null
}

async function* saidIn(client: Client, month: string): AsyncGenerator<string> {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  const filter = { saidFrom: `${month}-01`, saidUntil: last }
  const nodes = { id: true, text: true, speaker: NAMED } as const
  for await (const one of each(client, { statements: { $: { first: 100, filter }, nodes } }, OPTIONS))
    yield statementPath(one)
}

async function* urlSet(paths: AsyncIterable<string>, baseUrl: string): AsyncGenerator<string> {
  yield `${HEAD}<urlset xmlns="${NAMESPACE}">\n`
  for await (const path of paths) yield `<url><loc>${xml(baseUrl + path)}</loc></url>\n`
  yield '</urlset>\n'
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** What crawlers are told: all but searches and checks, of which there are endlessly many. */
export const robots = (baseUrl: string): string => `User-agent: *
Disallow: /search?
Disallow: /check?
Disallow: /statements.
Disallow: /embed/
Disallow: /graphql

Sitemap: ${baseUrl}/sitemap.xml
`
