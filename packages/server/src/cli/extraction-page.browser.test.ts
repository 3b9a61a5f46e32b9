import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extract } from '@onrecord/extract'
import { type ExtractedArticle, extractionPage } from '@onrecord/web/extraction'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../test/harness/chromium.js'
import { violations } from '../../test/harness/desk-sight.js'
import { samplesFolder } from '../../test/harness/service.js'
import { readSource } from '../ingest/sources/read-source.js'
import { extractionOptions } from '../ingest/store/extraction-options.js'

const executablePath = findChromium()
if (!executablePath)
  console.info(
    'skipped: the page of `extract --html` in a browser, for there is no Chromium; set CHROMIUM_PATH to one',
  )

describe.skipIf(!executablePath)('the page of `extract --html` in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-page-'))
  const asked: string[] = []
  const complaints: string[] = []
  let articles: ExtractedArticle[]
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const read = async (name: string): Promise<ExtractedArticle> => {
      const document = await readSource(join(samplesFolder, name))
      const extraction = extract(document.text, extractionOptions(document))
      return { ...document, source: name, extraction }
    }
    articles = await Promise.all(['quarrin-boil-notice.md', 'election-night.md'].map(read))
    const attack =
      '</script><script>document.title = "owned"</script><img src=x onerror="document.title = \'owned\'">'
    const text = `“Well ${attack} then,” said Mara Lindt.`
    articles.push({ title: attack, source: attack, text, extraction: extract(text) })
    const file = join(folder, 'page.html')
    writeFileSync(file, extractionPage(articles, 'test'))
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(pathToFileURL(file).href)
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const visible = (index: number) => page.locator(`#a${index} aside li:visible`).count()
  const classesOf = (id: string) => page.locator(`#${id}`).getAttribute('class')

  it('highlights the words of every statement, and lists them', async () => {
    const marks = await page
      .locator('mark')
      .evaluateAll((all) =>
        all.map((mark) => [mark.getAttribute('data-s') as string, mark.textContent as string] as const),
      )
    for (const [index, { text, extraction }] of articles.entries()) {
      expect(extraction.statements.length).toBeGreaterThan(0)
      expect(await visible(index)).toBe(extraction.statements.length)
      for (const [at, { segments }] of extraction.statements.entries()) {
        const words = segments.map(({ start, end }) => text.slice(start, end)).join('')
        const marked = marks.filter(([id]) => id === `a${index}s${at}`).map(([, words]) => words)
        expect(marked.join('')).toBe(words)
      }
    }
  })

  it('links highlights with the list, by pointer and by keyboard', async () => {
    await page.locator('#a0s1').click()
    expect(await page.locator('#a0s1-item').getAttribute('aria-current')).toBe('true')
    expect(
      await page.locator('mark.on').evaluateAll((all) => new Set(all.map((mark) => mark.dataset.s)).size),
    ).toBe(1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#a0s2')
    await page.keyboard.press('Enter')
    expect(await classesOf('a0s2')).toContain(' on')
    await page.keyboard.press('Escape')
    expect(await page.locator('[aria-current]').count()).toBe(0)
    await page.locator('#a0s3-item').hover()
    expect(await classesOf('a0s3')).toContain(' hot')
  })

  it('shows only the speakers and the confidence asked for', async () => {
    const [{ extraction }] = articles as [ExtractedArticle]
    const of = (name: string | null, least: number) =>
      extraction.statements.filter(({ speaker, confidence }) => speaker === name && confidence >= least)
        .length
    const box = (name: RegExp) => page.locator('#a0 fieldset label', { hasText: name }).locator('input')
    await box(/^all$/).uncheck()
    expect(await visible(0)).toBe(0)
    expect(await page.locator('#a0 mark:not(.off)').count()).toBe(0)
    await box(/^Tobias Wren/).check()
    expect(await visible(0)).toBe(of('Tobias Wren', 0))
    await page.locator('#least').fill('80')
    expect(await visible(0)).toBe(of('Tobias Wren', 0.8))
    expect(of('Tobias Wren', 0.8)).toBeLessThan(of('Tobias Wren', 0))
    expect(await page.locator('#a0 .count').textContent()).toBe(
      `${of('Tobias Wren', 0.8)} of ${extraction.statements.length} statements`,
    )
    await page.locator('#least').fill('0')
    await box(/^all$/).check()
    expect(await visible(0)).toBe(extraction.statements.length)
  })

  it('keeps to WCAG 2.2 AA in the light and in the dark', async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    }
  })

  it('fits the screen of a phone, and says at a tap who speaks', async () => {
    await page.setViewportSize({ width: 375, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    await page.locator('#a0s1').click()
    expect(await page.locator('#card').textContent()).toBe('Tobias Wren · direct · 97 %')
    expect(await violations(page)).toEqual([])
    await page.locator('#card').click()
    await expect
      .poll(() => page.locator('#a0s1-item').evaluate((item) => item.getBoundingClientRect().top))
      .toBeLessThan(700)
    await page.setViewportSize({ width: 1400, height: 900 })
  })

  it('has run no code of an article, made no other request and reported no error', async () => {
    expect(await page.title()).toBe('Who says what: 3 articles')
    expect(await page.locator('img').count()).toBe(0)
    expect(asked).toHaveLength(1)
    expect(complaints).toEqual([])
  })
})
