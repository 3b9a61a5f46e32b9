import { createClient } from '@onrecord/sdk'
import { type Context, Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { PAGE_POLICY, redirect, wholeAnswer } from './answers.js'
import { Layout } from './components/layout.js'
import { refusalPage, type ShownFailure, shownFailure } from './failures.js'
import { readFiles } from './files.js'
import { aboutPage } from './pages/about-page.js'
import { articlePage } from './pages/article-page.js'
import { checkPage, pathOfCheck } from './pages/check-page.js'
import { homePage } from './pages/home-page.js'
import { messagePage, notFoundPage } from './pages/message-pages.js'
import type { Page, PageRequest, PageResult } from './pages/page.js'
import { searchPage } from './pages/search-page.js'
import { speakerPage } from './pages/speaker-page.js'
import { statementPage } from './pages/statement-page.js'
import { documentPage, eventPage, sitePage, topicPage } from './pages/subject-pages.js'
import { topicsPage } from './pages/topics-page.js'

/** Most characters of a form's text that an address can hold. */
const LONGEST_PASTED = 5_000

export interface PagesOptions {
  /** The origin that links to pages have, without a slash at the end. Default: that of each request. */
  baseUrl?: string | undefined
  /** Milliseconds that a page may take. Default: 10,000. */
  timeout?: number
  /** Told of what no reader can help, such as a fault of the program. */
  onFault?: (error: unknown, path: string) => void
}

/** The pages of a record. */
export interface Pages {
  /** Answers a request; `fetch` brings the operations that its page asks to the service. */
  answer(request: Request, fetch: typeof globalThis.fetch): Promise<Response>
  /** The answer of a request that nobody works on: 413, 429 or 503. `seconds`: after which it may be sent again. */
  refuse(request: Request, status: number, seconds: number): Promise<Response>
}

/** What Hono hands to a route: how to ask the record. */
interface Env {
  Bindings: { fetch: typeof globalThis.fetch; refusal?: ShownFailure }
}

/**
 * Makes the pages of a record for readers. They ask the record only through the SDK.
 *
 * @example
 * const pages = createPages({ baseUrl: 'https://record.example' })
 * const response = await pages.answer(new Request('https://record.example/'), handler.fetch)
 */
export function createPages({ baseUrl, timeout = 10_000, onFault }: PagesOptions = {}): Pages {
  const files = readFiles()
  const app = new Hono<Env>()

  const answer = (c: Context<Env>, page: Page, status = 200, headers: Record<string, string> = {}) => {
    const site = { baseUrl: baseUrl ?? new URL(c.req.url).origin, files: files.paths }
    const { content, ...head } = page
    const html = renderToString(
      <Layout {...head} {...site}>
        {content}
      </Layout>,
    )
    const all = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      ...headers,
    }
    return wholeAnswer(c.req.raw, `<!doctype html>${html}`, all, status)
  }
  const requestOf = (c: Context<Env>): PageRequest => {
    const url = new URL(c.req.url)
    const client = createClient({ url: '/graphql', fetch: c.env.fetch, retry: 0, timeout })
    return { client, url, baseUrl: baseUrl ?? url.origin }
  }
  const get = (path: string, make: (request: PageRequest, handle: string) => Promise<PageResult>) =>
    app.get(path, async (c) => {
      const result = await make(requestOf(c), c.req.param('handle') ?? '')
      if (result === null) return answer(c, notFoundPage(), 404)
      return 'movedTo' in result ? redirect(result.movedTo, 301) : answer(c, result)
    })

  app.use(async (c, next) => {
    const { refusal } = c.env
    return refusal ? answer(c, refusal.page, refusal.status, refusal.headers) : next()
  })
  get('/', homePage)
  get('/search', searchPage)
  get('/check', checkPage)
  app.post('/check', async (c) => {
    const form = await c.req.formData().catch(() => new FormData())
    // The result stands at an address of its own, which can be sent to others.
    return redirect(pathOfCheck(String(form.get('text') ?? '').slice(0, LONGEST_PASTED)), 303)
  })
  get('/statements/:handle', statementPage)
  get('/articles/:handle', articlePage)
  get('/speakers/:handle', speakerPage)
  get('/topics', topicsPage)
  get('/topics/:handle', topicPage)
  get('/sites/:handle', sitePage)
  get('/events/:handle', eventPage)
  get('/documents/:handle', documentPage)
  get('/about', aboutPage)
  app.get('/files/:name', (c) => {
    const file = files.byPath.get(c.req.path)
    if (!file) return answer(c, notFoundPage(), 404)
    const headers = { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' }
    return wholeAnswer(c.req.raw, file.body, headers)
  })
  app.notFound((c) => answer(c, notFoundPage(), 404))
  app.onError((error, c) => {
    const shown = shownFailure(error)
    if (shown) return answer(c, shown.page, shown.status, { ...shown.headers, 'cache-control': 'no-store' })
    onFault?.(error, c.req.path)
    const page = messagePage(
      'Something went wrong',
      'The fault is ours; its cause is in the log of the service.',
    )
    return answer(c, page, 500, { 'cache-control': 'no-store' })
  })
  return {
    answer: async (request, fetch) => app.fetch(request, { fetch }),
    refuse: async (request, status, seconds) =>
      app.fetch(request, { fetch, refusal: refusalPage(status, seconds) }),
  }
}
