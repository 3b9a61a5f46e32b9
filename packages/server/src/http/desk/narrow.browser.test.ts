import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { type DeskBrowser, openDesk } from '../../../test/harness/desk-browser.js'
import { shown, violations } from '../../../test/harness/desk-sight.js'
import { ingestText } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

const HOSTILE = '<img src=x onerror=alert(1)>"\'&amp; \u202eREVERSED'
const LONG = `Donaudampfschifffahrts${'gesellschaftskapitäns'.repeat(12)}mütze`
const MARA = 'said Mara Lindt, the harbour master of Quarrin.'

/** Articles that are hard to show, each with a quotation by the same speaker. */
const ARTICLES: Readonly<Record<string, string>> = {
  'a title that is hostile': `# ${HOSTILE}\n\n“The quay is closed <b>until</b> Monday & longer,” ${MARA}\n`,
  'words without end': `# Caps of ${LONG}\n\n“The ${LONG} was found on the quay this morning,” ${MARA} See https://harbour.example/${'a'.repeat(300)}\n`,
  'text from right to left': `# مرفأ كوارين\n\n“أغلق المرفأ أبوابه هذا الصباح ولن يفتح قبل الغد,” ${MARA}\n\nلم تتوقف الأمطار منذ الفجر.\n`,
  'text of 100 kB': `# A long day\n\n${'It rained on the quay, and nobody came. '.repeat(1_250)}\n\n“The quay was empty all of the day,” ${MARA}\n\n${'It rained on the quay, and nobody came.\n\n'.repeat(1_250)}`,
}

/** What stands in the text of each article alone. */
const TOLD_BY: Readonly<Record<string, string>> = {
  'a title that is hostile': 'The quay is closed',
  'words without end': 'found on the quay',
  'text from right to left': 'أغلق',
  'text of 100 kB': 'empty all of the day',
}

/** Those of which pictures are made, to look at. */
const SEEN = new Set(['nothing', 'speaker', 'filter', 'several'])

/** What can be open, by the keys that open it. */
const MODES: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  reasons: ['x'],
  'another reason': ['x', '8'],
  speaker: ['s', 'm', 'a'],
  words: ['w'],
  note: ['n'],
  filter: ['/'],
  history: ['h'],
  article: ['o'],
  several: ['b'],
  help: ['?'],
}

describe.skipIf(!executablePath)('what is hard to show at the desk', () => {
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    for (const [name, text] of Object.entries(ARTICLES))
      await ingestText(database, text, { name: `${name.replaceAll(' ', '-')}.md` })
    desk = await openDesk(database, executablePath as string)
    page = await desk.signIn(`Mara ${LONG.slice(0, 80)}`, 'reviewer', 'editor')
    await shown(page)
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await database?.close()
  })

  /** What reaches over the right edge of the page. */
  const tooWide = (width: number) =>
    page.evaluate((width) => {
      const wide = [...document.querySelectorAll('body *')].filter((one) => {
        const { right, width: own } = one.getBoundingClientRect()
        return own > 0 && right > width + 1
      })
      return wide
        .slice(0, 3)
        .map((one) => `${one.tagName}.${one.className}: ${one.textContent?.slice(0, 40)}`)
    }, width)

  it.each(Object.keys(ARTICLES))(
    'shows %s whole at every width, whatever is open',
    async (name) => {
      const article = await database.prisma.article.findFirstOrThrow({
        where: { texts: { some: { content: { contains: TOLD_BY[name] as string } } } },
      })
      const id = Buffer.from(`Article:${article.id}`).toString('base64url')
      await page.goto(`${desk.server().url}/desk?articleIds=${id}`)
      await shown(page)
      for (const [mode, keys] of Object.entries(MODES)) {
        for (const key of keys) await page.keyboard.press(key)
        if (mode === 'history') await page.locator('.history li').first().waitFor()
        if (mode === 'speaker') await page.getByRole('option').nth(1).waitFor()
        for (const [width, scheme] of [
          [320, 'light'],
          [768, 'dark'],
          [1440, 'light'],
        ] as const) {
          await page.setViewportSize({ width, height: 900 })
          await page.emulateMedia({ colorScheme: scheme })
          expect(await tooWide(width), `${mode} at ${width}`).toEqual([])
          if (SEEN.has(mode) && width === 320)
            await desk.screenshot(
              page,
              `hard-${name.replaceAll(' ', '-')}-${mode.replaceAll(' ', '-')}-${width}`,
            )
        }
        // What is open in a narrow window has no violation, either.
        await page.setViewportSize({ width: 320, height: 900 })
        if (name !== 'text of 100 kB') expect(await violations(page), mode).toEqual([])
        if (mode === 'several' || mode === 'history') await page.keyboard.press(keys[0] as string)
        else await page.keyboard.press('Escape')
      }
      expect(desk.faults).toEqual([])
    },
    120_000,
  )

  it('moves the ends of words by the arrows as they are read, from right to left, too', async () => {
    const article = await database.prisma.article.findFirstOrThrow({
      where: { texts: { some: { content: { contains: 'أغلق' } } } },
    })
    await page.goto(
      `${desk.server().url}/desk?articleIds=${Buffer.from(`Article:${article.id}`).toString('base64url')}`,
    )
    const words = await shown(page)
    await page.keyboard.press('w')
    await page.keyboard.press('ArrowLeft')
    expect(await shown(page)).toBe(words.slice(words.indexOf(' ') + 1))
    await page.keyboard.press('Shift+ArrowRight')
    expect(await shown(page)).toBe(words.slice(words.indexOf(' ') + 1, words.lastIndexOf(' ')))
    await page.keyboard.press('Escape')
  }, 30_000)
})
