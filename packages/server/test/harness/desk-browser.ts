import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Database } from '../../src/database/database.js'
import { createLogger } from '../../src/http/logger.js'
import { type RunningServer, startServer } from '../../src/http/server.js'
import type { ServerOptions } from '../../src/http/server-options.js'
import { createKey } from '../../src/record/api-key/keys.js'
import type { Scope } from '../../src/record/viewer.js'
import { proposeStatements } from '../worlds/proposals.js'
import { openTestDatabase } from './databases.js'
import { screenshot, shown } from './desk-sight.js'

/** A desk with its record, and a browser to use it. */
export interface DeskBrowser {
  server(): RunningServer
  /** Starts the service again on the same port, as after an update. */
  restart(between?: () => Promise<void>): Promise<void>
  /** Signs somebody in, in a window of their own. */
  signIn(name: string, ...roles: Scope[]): Promise<Page>
  /** Requests that would have left the machine, and errors of pages. */
  faults: string[]
  screenshot(page: Page, name: string): Promise<void>
  close(): Promise<void>
}

/** Serves a database with the desk, and opens a browser. */
export async function openDesk(
  database: Database,
  executablePath: string,
  options: Partial<ServerOptions> = {},
): Promise<DeskBrowser> {
  const serve = (port: number) =>
    startServer({
      ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port, graphiql: false },
      ...{ publicProposals: false, pages: true, desk: true },
      limits: { rate: null },
      ...options,
    })
  let server = await serve(0)
  const { port } = new URL(server.url)
  const browser: Browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const contexts: BrowserContext[] = []
  const faults: string[] = []
  return {
    server: () => server,
    faults,
    async restart(between) {
      await server.stop()
      await between?.()
      server = await serve(Number(port))
    },
    async signIn(name, ...roles) {
      const { key } = await createKey(database.prisma, {
        ...{ name, roles, expiresAt: null, environment: 'local', createdBy: 'test' },
      })
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      contexts.push(context)
      const page = await context.newPage()
      await page.route('**/*', (route) => {
        const url = route.request().url()
        if (url.startsWith(`http://127.0.0.1:${port}/`) || url.startsWith('data:')) return route.continue()
        faults.push(`leaves the machine: ${url}`)
        return route.abort()
      })
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !/Failed to load resource|'beforeunload'/.test(message.text()))
          faults.push(message.text())
      })
      await page.goto(`${server.url}/desk/sign-in`)
      await page.getByLabel('Your key').fill(key)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL(`${server.url}/desk`)
      return page
    },
    screenshot,
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
      await server.stop()
    },
  }
}

/** A reviewer and editor, before whom the first of some proposals stands. */
export interface OpenReview {
  database: Database
  desk: DeskBrowser
  page: Page
  close(): Promise<void>
}

/**
 * Opens the desk of a new record with proposals, for Mara, who reviews and edits.
 *
 * @param from the number of the first article, as `proposeStatements` has it.
 * @param to that of the last.
 * @param options of the service.
 */
export async function openReview(
  executablePath: string,
  from: number,
  to: number,
  options?: Partial<ServerOptions>,
): Promise<OpenReview> {
  const database = await openTestDatabase('postgres')
  await proposeStatements(database, from, to)
  const desk = await openDesk(database, executablePath, options)
  const page = await desk.signIn('Mara', 'reviewer', 'editor')
  await shown(page)
  return {
    ...{ database, desk, page },
    async close() {
      await desk.close()
      await database.close()
    },
  }
}
