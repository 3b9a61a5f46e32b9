import { createClient } from '@onrecord/sdk'
import { type Context, Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { EMBED_POLICY, PAGE_POLICY, redirect, wholeAnswer } from './answers.js'
import { BareLayout, Layout } from './components/layout.js'
import { addDataRoutes } from './data-routes.js'
import type { Env } from './env.js'
import { refusalPage, shownFailure } from './failures.js'
import { readFiles } from './files.js'
import { messagePage, notFoundPage } from './pages/message-pages.js'
import type { Page, PageRequest } from './pages/page.js'
import { ROUTES } from './routes.js'

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
    const { content, isBare, ...head } = page
    const Frame = isBare ? BareLayout : Layout
    const html = renderToString(
      <Frame {...head} baseUrl={baseUrl ?? new URL(c.req.url).origin} files={files.paths}>
        {content}
      </Frame>,
    )
    const policy = isBare ? EMBED_POLICY : PAGE_POLICY
    const all = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, ...headers }
    return wholeAnswer(c.req.raw, `<!doctype html>${html}`, all, status)
  }
  const requestOf = (c: Context<Env>, isLong = false): PageRequest => {
    const url = new URL(c.req.url)
    // A long list waits for the points that its reader has not got yet.
    const patience = isLong ? { retry: 10, timeout: 60_000 } : { retry: 0, timeout }
    const client = createClient({ url: '/graphql', fetch: c.env.fetch, ...patience })
    return { client, url, baseUrl: baseUrl ?? url.origin }
  }

  app.use(async (c, next) => {
    const { refusal } = c.env
    return refusal ? answer(c, refusal.page, refusal.status, refusal.headers) : next()
  })
  for (const [path, make] of Object.entries(ROUTES)) {
    app.get(path, async (c) => {
      const result = await make(requestOf(c), c.req.param('handle') ?? '')
      if (result === null) return answer(c, notFoundPage(), 404)
      return 'movedTo' in result ? redirect(result.movedTo, 301) : answer(c, result)
    })
  }
  addDataRoutes(app, requestOf)
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
