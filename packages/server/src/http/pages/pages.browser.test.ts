import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestSamples, ingestText } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

const executablePath = findChromium()
if (!executablePath)
  console.info('skipped: pages in a browser, because there is no Chromium; set CHROMIUM_PATH to one')

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const CHECKED = '“Eleven years ago we hit each other here” and “the moon is made of green cheese and mice”'

/** An article with a very long word, signs that change the direction of text, and words from right to left. */
const HOSTILE = `# \u202eevil\u202c ${'Donaudampfschifffahrt'.repeat(40)}

“We sail at dawn on ${'Donaudampfschifffahrt'.repeat(40)},” said Ada Moss.

وقالت آدا موس: «نبحر عند الظهر اليوم».
`

/** Most bytes of a page on the wire, compressed, with its style sheet and script. */
const MOST_BYTES = 60_000

describe.skipIf(!executablePath)('the pages in a browser', () => {
  let database: Database
  let server: RunningServer
  let browser: Browser
  const paths: Record<string, string> = {}
  const foreign: string[] = []
  const errors: string[] = []

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await ingestSamples(database)
    await ingestText(database, HOSTILE)
    server = await startServer({
      ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: true },
      ...{ publicProposals: true, pages: true, limits: { rate: null } },
    })
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    const linked = async (from: string, folder: string) =>
      new RegExp(`href="(/${folder}/[^"#?]+)"`).exec(
        await (await fetch(server.url + from)).text(),
      )?.[1] as string
    const statement = await linked('/search?q=umbrella', 'statements')
    const hostile = await linked('/search?q=dawn', 'articles')
    Object.assign(paths, {
      ...{ hostile, hostileSaid: await linked('/search?q=dawn', 'statements') },
      ...{ home: '/', list: '/search', search: '/search?q=treaty', nothing: '/search?q=zzzzz' },
      ...{ check: '/check', checked: `/check?${new URLSearchParams({ text: CHECKED })}` },
      ...{ speakers: '/speakers', articles: '/articles?q=ferry', sites: '/sites', events: '/events' },
      ...{ documents: '/documents?q=x', topics: '/topics', about: '/about' },
      ...{ missing: '/nothing', wrong: '/search?kind=loud' },
      ...{ statement, embed: `/embed${statement}`, article: await linked('/', 'articles') },
      ...{
        speaker: await linked('/', 'speakers'),
        topic: await linked('/', 'topics'),
        site: await linked('/', 'sites'),
      },
    })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await database?.close()
  })

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options)
    await page.route('**/*', (route) => {
      if (route.request().url().startsWith(server.url)) return route.continue()
      foreign.push(route.request().url())
      return route.abort()
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 40[04]/.test(message.text())) errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(server.url + path)
    return page
  }

  /** @param rules those that are looked at; all by default. */
  const faultsOf = (page: Page, rules: readonly string[] | null = null) =>
    page.evaluate(async (runOnly) => {
      interface Axe {
        run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(runOnly ? { runOnly } : {})
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    }, rules)

  it('fit each window, have no fault of accessibility in light and dark, and are whole without JavaScript', async () => {
    // One window of each kind for all pages: a new one takes Chromium a second.
    const page = await open('/')
    const bare = await open('/', { javaScriptEnabled: false })
    for (const [name, path] of Object.entries(paths)) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(server.url + path)
      for (const width of [320, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect([name, width, Math.max(0, over)]).toEqual([name, width, 0])
      }
      await page.evaluate(AXE)
      expect([name, await faultsOf(page)]).toEqual([name, []])
      // In the dark, only the colours are others.
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([name, await faultsOf(page, ['color-contrast'])]).toEqual([name, []])
      await bare.goto(server.url + path)
      const textOf = async (shown: Page) =>
        (await shown.locator('main').ariaSnapshot()).replace(/ *- button "Copy"\n?/g, '')
      expect([name, await textOf(bare)]).toEqual([name, await textOf(page)])
    }
    await page.close()
    await bare.close()
  }, 240_000)

  it('are at most 60 kB on the wire', async () => {
    const files = new Set<string>()
    for (const [name, path] of Object.entries(paths)) {
      const html = await (await fetch(server.url + path)).text()
      for (const [file] of html.matchAll(/\/files\/[\w.-]+/g)) files.add(file)
      expect([name, brotliCompressSync(html).length < MOST_BYTES - 15_000]).toEqual([name, true])
    }
    const sizes = await Promise.all(
      [...files].map(
        async (file) => brotliCompressSync(await (await fetch(server.url + file)).text()).length,
      ),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000)
  })

  it('let a reader check a quotation, go to the statement and narrow a search, by keys and clicks', async () => {
    const page = await open('/')
    await page.getByLabel(/Did they say that/).fill('Eleven years ago we hit each other here')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('1 word altered').waitFor()
    await page.getByRole('link', { name: 'The statement, and where it stands' }).click()
    await page.getByRole('heading', { name: 'Where it stands' }).waitFor()
    expect(await page.getByRole('link', { name: 'Read it in the original' }).getAttribute('href')).toContain(
      '#:~:text=',
    )
    await page.getByLabel('Search the record').fill('treaty')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Bram Oyelaran' }).first().waitFor()
    await page.locator('.facets').getByRole('link', { name: 'Bram Oyelaran' }).click()
    await page.getByRole('link', { name: 'Without Bram Oyelaran' }).waitFor()
    expect(page.url()).toContain('speaker=bram-oyelaran-')
    await page.close()
  }, 60_000)

  it('copy a citation, and complete names', async () => {
    const page = await open(paths.statement as string, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy' }).first().click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /Ottilie Brandreth \(partly quoted\), in: A treaty/,
    )
    await page.getByLabel('Search the record').pressSequentially('ew pas')
    await page.locator('datalist option[value="Ewan Pascoe"]').waitFor({ state: 'attached' })
    await page.close()
  }, 60_000)

  it('send no request to another server, and log no error', () => {
    expect([foreign, errors]).toEqual([[], []])
  })
})
