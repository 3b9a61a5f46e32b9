import { type Client, query } from '@onrecord/sdk'
import { readFilter } from '../record/address-filter.js'
import { LIST_FORMS, OBJECT_FORMS, STATEMENT_FORMS } from './list-forms.js'

const EVERYTHING = readFilter(new URLSearchParams())

/** The statements of which nobody knows when they were said, and none else. */
const UNDATED = { ...EVERYTHING, filter: { saidFrom: '9999-12-31', includeUndated: true } }

/** The pages that show no one object. */
const PAGES = ['/', '/search', '/check', '/about', ...OBJECT_FORMS.map(({ name }) => `/${name}`)]

/**
 * The sitemaps of a record: one of the pages that are always there, one of each kind of objects, one of the statements of each
 * month, and one of those of unknown date. Statements whose date is coarser than a month stand in none.
 *
 * By https://www.sitemaps.org/protocol.html, none may be empty, and each lists only what is below its own folder.
 */
export async function sitemapIndex(client: Client, baseUrl: string): Promise<string> {
  const [months, hasUndated, ...hasObjects] = await Promise.all([
    monthsOf(client),
    STATEMENT_FORMS.hasAny(client, UNDATED),
    ...OBJECT_FORMS.map((forms) => forms.hasAny(client, EVERYTHING)),
  ])
  const names = [
    'pages',
    ...OBJECT_FORMS.filter((_, index) => hasObjects[index]).map(({ name }) => name),
    ...months.map((month) => `statements-${month}`),
    ...(hasUndated ? ['statements-undated'] : []),
  ]
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">
${names.map((name) => `<sitemap><loc>${baseUrl}/sitemap-${name}.xml</loc></sitemap>`).join('\n')}
</sitemapindex>
`
}

/** The months in which something was said: "2026-02". */
async function monthsOf(client: Client): Promise<string[]> {
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
  return statements.timeline.buckets.map(({ start }) => start.slice(0, 7))
}

/** A sitemap, written as it is read; null when there is none with this name, or nothing in it. */
export async function sitemap(
  client: Client,
  baseUrl: string,
  name: string,
): Promise<AsyncGenerator<string> | null> {
  const paths = name === 'pages' ? PAGES.values() : pathsOf(client, name)
  const first = await paths?.next()
  return paths && first && !first.done ? urlSet(first.value, paths, baseUrl) : null
}

/** The paths of the objects of a sitemap; undefined when there is none with this name. */
function pathsOf(client: Client, name: string): AsyncGenerator<string> | undefined {
  if (name === 'statements-undated') return STATEMENT_FORMS.paths(client, UNDATED)
  const [, month] = /^statements-(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(name) ?? []
  if (month) return STATEMENT_FORMS.paths(client, readFilter(new URLSearchParams(daysOf(month))))
  return OBJECT_FORMS.find((kind) => kind.name === name)?.paths(client, EVERYTHING)
}

/** The first and the last day of a month: "2026-02". */
function daysOf(month: string): { from: string; until: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return { from: `${month}-01`, until: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}

/** Paths need no escaping: their parts are percent-encoded. */
async function* urlSet(
  first: string,
  others: Iterable<string> | AsyncIterable<string>,
  baseUrl: string,
): AsyncGenerator<string> {
  const url = (path: string) => `<url><loc>${baseUrl}${path.replaceAll("'", '%27')}</loc></url>\n`
  yield `${HEAD}<urlset xmlns="${NAMESPACE}">\n`
  yield url(first)
  for await (const path of others) yield url(path)
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
