import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { type DeskBrowser, type OpenReview, openReview } from '../../../test/harness/desk-browser.js'
import { allSent } from '../../../test/harness/desk-sight.js'
import type { Database } from '../../database/database.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('a review of 200 proposals', () => {
  let review: OpenReview
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    review = await openReview(executablePath as string, 1, 20)
    ;({ database, desk, page } = review)
  }, 120_000)
  afterAll(() => review?.close())

  const count = (where: object) => database.prisma.statement.count({ where })

  it('decides on 200 proposals with one key each: the next is there within 100 ms, and none is lost', async () => {
    expect(await count({ reviewStatus: 'PROPOSED' })).toBe(200)
    await page.evaluate(() => {
      const times: number[] = []
      let pressed = 0
      let before = document.querySelector('.proposal .around')?.textContent
      let place = document.querySelector('mark.words')?.textContent
      Object.assign(window, { times })
      addEventListener('keydown', () => (pressed = performance.now()), true)
      new MutationObserver(() => {
        const words = document.querySelector('mark.words[data-start]')?.textContent
        const around = document.querySelector('.proposal .around')?.textContent
        const done = document.querySelector('.message') !== null
        if (!done && (!words || (words === place && around === before))) return
        if (done && place === undefined) return
        place = words
        before = around
        // What stands in the document is painted with the next frame.
        requestAnimationFrame(() => times.push(performance.now() - pressed))
      }).observe(document.querySelector('main') as Element, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      })
    })
    for (let n = 1; n <= 200; n++) {
      await page.keyboard.press('v')
      await page.waitForFunction(
        (enough) => (window as unknown as { times: number[] }).times.length >= enough,
        n,
        { polling: 'raf', timeout: 5_000 },
      )
    }
    const times = await page.evaluate(() => (window as unknown as { times: number[] }).times)
    const sorted = times.slice(0, 200).sort((a, b) => a - b)
    console.info(
      `to the next proposal: median ${sorted[100]?.toFixed(1)} ms, p99 ${sorted[197]?.toFixed(1)} ms, longest ${sorted[199]?.toFixed(1)} ms`,
    )
    expect(sorted[197]).toBeLessThan(100)
    await allSent(page)
    expect(await page.locator('.message').textContent()).toContain('All done')
    expect(await count({ reviewStatus: 'VERIFIED', version: 2 })).toBe(200)
    expect(desk.faults).toEqual([])
  }, 90_000)
})
