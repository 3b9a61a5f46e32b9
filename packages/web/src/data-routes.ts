import { getSuggestions } from '@onrecord/sdk'
import type { Context, Hono } from 'hono'
import { redirect, streamedAnswer, wholeAnswer } from './answers.js'
import type { Env } from './env.js'
import { LIST_FORMS } from './lists/list-forms.js'
import { robots, sitemap, sitemapIndex } from './lists/sitemap.js'
import { pathOfCheck } from './pages/check-page.js'
import { oEmbedOf } from './pages/embed-page.js'
import type { PageRequest } from './pages/page.js'
import { readFilter } from './record/address-filter.js'

/** Most characters of a form's text that an address can hold. */
const LONGEST_PASTED = 5_000

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }
const XML_TYPE = { 'content-type': 'application/xml; charset=utf-8' }

/** Adds what is not a page: forms, lists as data, feeds, sitemaps, oEmbed, names that begin as typed. */
export function addDataRoutes(
  app: Hono<Env>,
  requestOf: (c: Context<Env>, isLong?: boolean) => PageRequest,
): void {
  app.post('/check', async (c) => {
    const form = await c.req.formData().catch(() => new FormData())
    // The result stands at an address of its own, which can be sent to others.
    return redirect(pathOfCheck(String(form.get('text') ?? '').slice(0, LONGEST_PASTED)), 303)
  })
  app.get('/suggest', async (c) => {
    const prefix = (c.req.query('q') ?? '').trim().slice(0, 100)
    const found = prefix === '' ? [] : await getSuggestions(requestOf(c).client, { prefix, limit: 8 })
    return wholeAnswer(c.req.raw, JSON.stringify(found.map(({ name }) => name)), JSON_TYPE)
  })
  // All statements stand on the page of searches.
  app.get('/statements', (c) => redirect(`/search${new URL(c.req.url).search}`, 301))
  for (const { name, csv, json, atom } of LIST_FORMS) {
    app.get(`/${name}.csv`, (c) => {
      const { client, url, baseUrl } = requestOf(c, true)
      return streamedAnswer(csv(client, readFilter(url.searchParams), baseUrl), {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`,
      })
    })
    app.get(`/${name}.json`, (c) => {
      const { client, url, baseUrl } = requestOf(c, true)
      return streamedAnswer(json(client, readFilter(url.searchParams), baseUrl), JSON_TYPE)
    })
    if (!atom) continue
    app.get(`/${name}.atom`, async (c) => {
      const { client, url, baseUrl } = requestOf(c)
      const body = await atom(client, readFilter(url.searchParams), baseUrl)
      return wholeAnswer(c.req.raw, body, { 'content-type': 'application/atom+xml; charset=utf-8' })
    })
  }
  app.get('/oembed', async (c) => {
    const { client, url, baseUrl } = requestOf(c)
    if ((c.req.query('format') ?? 'json') !== 'json') return c.text('Only the format json is there.\n', 501)
    const found = await oEmbedOf(client, baseUrl, url.searchParams)
    return found ? wholeAnswer(c.req.raw, JSON.stringify(found), JSON_TYPE) : c.notFound()
  })
  app.get('/robots.txt', (c) =>
    wholeAnswer(c.req.raw, robots(requestOf(c).baseUrl), { 'content-type': 'text/plain; charset=utf-8' }),
  )
  app.get('/sitemap.xml', async (c) => {
    const { client, baseUrl } = requestOf(c)
    return wholeAnswer(c.req.raw, await sitemapIndex(client, baseUrl), XML_TYPE)
  })
  app.get('/:file{sitemap-[a-z0-9-]+\\.xml}', async (c) => {
    const { client, baseUrl } = requestOf(c, true)
    const parts = await sitemap(client, baseUrl, c.req.param('file').slice('sitemap-'.length, -'.xml'.length))
    return parts ? streamedAnswer(parts, XML_TYPE) : c.notFound()
  })
}
