import { type Client, query } from '@onrecord/sdk'
import { readFilter } from '../record/address-filter.js'
import { LIST_FORMS } from './list-forms.js'

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
  const kinds = LIST_FORMS.map(({ name }) => name).filter((name) => name !== 'statements')
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">
${[...kinds, ...months].map((name) => `<sitemap><loc>${baseUrl}/sitemaps/${name}.xml</loc></sitemap>`).join('\n')}
</sitemapindex>
`
}

/** A sitemap, written as it is read; null when there is none with this name. */
export function sitemap(client: Client, baseUrl: string, name: string): AsyncGenerator<string> | null {
  const [, month] = /^statements-(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(name) ?? []
  const list = LIST_FORMS.find((one) => one.name === (month ? 'statements' : name))
  if (!list || (list.name === 'statements' && !month)) return null
  const address = readFilter(new URLSearchParams(month ? daysOf(month) : {}))
  return urlSet(list.paths(client, address), baseUrl)
}

/** The first and the last day of a month: "2026-02". */
function daysOf(month: string): { from: string; until: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return { from: `${month}-01`, until: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}

/** Paths need no escaping: their parts are percent-encoded. */
async function* urlSet(paths: AsyncIterable<string>, baseUrl: string): AsyncGenerator<string> {
  yield `${HEAD}<urlset xmlns="${NAMESPACE}">\n`
  for await (const path of paths) yield `<url><loc>${baseUrl}${path.replaceAll("'", '%27')}</loc></url>\n`
  yield '</urlset>\n'
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** What crawlers are told: all but searches and checks, of which there are endlessly many. */
export const robots = (baseUrl: string): string => `User-agent: *
Disallow: /search?
Disallow: /check?
${LIST_FORMS.map(({ name }) => `Disallow: /${name}.`).join('\n')}
Disallow: /embed/
Disallow: /graphql

Sitemap: ${baseUrl}/sitemap.xml
`
