import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../test/harness/chromium.js'
import { openTestDatabase } from '../../test/harness/databases.js'
import { ingestSamples } from '../../test/harness/service.js'
import type { Database } from '../database/database.js'
import { createLogger } from './logger.js'
import { type RunningServer, startServer } from './server.js'

const executablePath = findChromium()
if (!executablePath)
  console.info('skipped: GraphiQL in a browser, because there is no Chromium; set CHROMIUM_PATH to one')

const repository = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))

describe.skipIf(!executablePath)('GraphiQL in a browser', () => {
  let database: Database
  let server: RunningServer
  let browser: Browser
  let page: Page
  const foreignRequests: string[] = []
  const pageErrors: string[] = []

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await ingestSamples(database)
    server = await startServer({
      database,
      logger: createLogger('silent'),
      host: '127.0.0.1',
      port: 0,
      graphiql: true,
      publicProposals: true,
      queries: repository('examples/queries'),
    })
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url())
      if (url.origin === new URL(server.url).origin || url.protocol === 'data:' || url.protocol === 'blob:')
        return route.continue()
      foreignRequests.push(url.href)
      return route.abort()
    })
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text())
    })
    page.on('pageerror', (error) => pageErrors.push(String(error)))
    await page.goto(`${server.url}/graphql`)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await database?.close()
  })

  // The editor shows spaces as no-break spaces, and wraps long lines.
  const shown = async (selector: string) =>
    (await page.locator(selector).allInnerTexts()).join(' ').replace(/\s+/g, ' ')
  const answer = () => shown('.graphiql-response')
  /** Clicks as a person does: the mouse comes from beside it, and is down for a moment. */
  async function press(target: Locator) {
    await target.scrollIntoViewIfNeeded()
    const box = await target.boundingBox()
    if (!box) throw new Error('it is not shown')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x - 20, y)
    await page.mouse.move(x, y, { steps: 4 })
    await page.mouse.down()
    await new Promise((resolve) => setTimeout(resolve, 60))
    await page.mouse.up()
  }
  const execute = () => page.locator('.graphiql-execute-button').click()

  it('answers the query of its first tab', async () => {
    await execute()
    await expect.poll(answer, { timeout: 20_000 }).toContain('A treaty for the Merrow Bank')
    mkdirSync(repository('.onrecord/screenshots'), { recursive: true })
    await page.screenshot({ path: repository('.onrecord/screenshots/graphiql.png') })
  }, 60_000)

  it('has the ready queries as tabs, named after their operations, and answers the query of another tab', async () => {
    const folder = repository('examples/queries')
    const operations = readdirSync(folder)
      .sort()
      .map((file) => /^query (\w+)/m.exec(readFileSync(`${folder}/${file}`, 'utf8'))?.[1])
    const tabs = await page.locator('.graphiql-tab-button').allInnerTexts()
    expect(tabs.map((name) => name.trim())).toEqual(operations)
    await press(page.locator('.graphiql-tab-button', { hasText: /^Posts$/ }))
    await expect.poll(() => shown('.graphiql-query-editor'), { timeout: 10_000 }).toContain('query Posts')
    // GraphiQL takes a moment to notice the operation of the other tab, so the test presses the button again if needed.
    const executed = async () => {
      await execute()
      return answer()
    }
    await expect.poll(executed, { timeout: 20_000, interval: 500 }).toContain('Congratulations to Margit')
  }, 60_000)

  it.each([1440, 768])(
    'switches to a tab at the first click, %i pixels wide',
    async (width) => {
      await page.setViewportSize({ width, height: 900 })
      await page.reload()
      await page.locator('.graphiql-execute-button').waitFor()
      const names = (await page.locator('.graphiql-tab-button').allInnerTexts()).map((name) => name.trim())
      const active = async () =>
        (await page.locator('.graphiql-tab-active .graphiql-tab-button').textContent())?.trim()
      for (const index of [1, 3, 2, 0, 5]) {
        await press(page.locator('.graphiql-tab-button').nth(index))
        await expect.poll(active, { timeout: 10_000 }).toBe(names[index])
      }
      await page.screenshot({ path: repository(`.onrecord/screenshots/graphiql-${width}.png`) })
    },
    60_000,
  )

  it('shows an unknown field in the editor, which its workers look for', async () => {
    await page.goto(`${server.url}/graphql?query=%7B%20nothing%20%7D`)
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor({ timeout: 20_000 })
  }, 60_000)

  it('has a scroll bar for its tabs, and shows the answer below the query on a narrow screen', async () => {
    const styleOf = (selector: string, property: 'scrollbarWidth' | 'whiteSpace') =>
      page.locator(selector).evaluate((element, name) => getComputedStyle(element)[name], property)
    expect(await styleOf('.graphiql-tabs', 'scrollbarWidth')).toBe('thin')
    expect(await styleOf('.graphiql-logo', 'whiteSpace')).toBe('nowrap')
    await page.setViewportSize({ width: 390, height: 844 })
    const [query, response] = await Promise.all(
      ['.graphiql-editors', '.graphiql-response'].map((selector) => page.locator(selector).boundingBox()),
    )
    expect(response?.y).toBeGreaterThanOrEqual((query?.y ?? 0) + (query?.height ?? 844) - 1)
    expect([query, response].every((box) => box && box.width > 280 && box.height > 250)).toBe(true)
    await page.screenshot({ path: repository('.onrecord/screenshots/graphiql-narrow.png') })
  }, 60_000)

  it('sends no request to another server, and logs no error', () => {
    expect(foreignRequests).toEqual([])
    expect(pageErrors).toEqual([])
  })
})
