import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { type DeskBrowser, type OpenReview, openReview } from '../../../test/harness/desk-browser.js'
import { allSent, shown, violations } from '../../../test/harness/desk-sight.js'
import type { Database } from '../../database/database.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('mending a statement at the desk', () => {
  let review: OpenReview
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    review = await openReview(executablePath as string, 22, 22)
    ;({ database, desk, page } = review)
  }, 120_000)
  afterAll(() => review?.close())

  const count = (where: object) => database.prisma.statement.count({ where })
  const stored = async (text: string) =>
    database.prisma.statement.findFirstOrThrow({
      where: { text },
      include: { attributions: { include: { speaker: true }, orderBy: { position: 'asc' } } },
    })

  it('mends a wrong speaker with three keys and three letters, and the others by the same mention with one more', async () => {
    // The second statement is by a surname, as are the next three.
    await page.keyboard.press('j')
    const words = await shown(page)
    const before = (await stored(words)).attributions[0]
    const other = before?.speaker?.name === 'Søren Hallström' ? 'Mara Lindt' : 'Søren Hallström'
    await page.evaluate(() => {
      const counted = Object.assign(window, { pressed: 0 })
      addEventListener('keydown', () => counted.pressed++, true)
    })
    const letters = other === 'Mara Lindt' ? 'mar' : 'sor'
    await page.keyboard.press('s')
    await page.keyboard.type(letters)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.proposal h2').textContent(), { timeout: 10_000 }).toBe(other)
    await page.getByText('other statements of this article').waitFor()
    await page.keyboard.press('a')
    const pressed = await page.evaluate(() => (window as unknown as { pressed: number }).pressed)
    expect(pressed - letters.length).toBeLessThanOrEqual(8)
    await allSent(page)
    const { attributions, articleId, reviewStatus } = await stored(words)
    expect(reviewStatus).toBe('PROPOSED')
    expect(attributions).toMatchObject([
      { speaker: { name: other }, asWritten: before?.asWritten, cue: before?.cue },
    ])
    const bySame = {
      articleId,
      attributions: { some: { asWritten: before?.asWritten, speaker: { name: other } } },
    }
    expect(await count(bySame)).toBe(4)

    // Both are taken back, one after the other.
    await page.keyboard.press('u')
    await page.keyboard.press('u')
    await allSent(page)
    expect(await count(bySame)).toBe(0)
    expect((await stored(words)).attributions[0]?.speakerId).toBe(before?.speakerId)
  }, 30_000)

  it('makes a new speaker of a kind', async () => {
    const words = await shown(page)
    await page.keyboard.press('s')
    await page.keyboard.type('Ferry Board of Quarrin')
    await page.getByRole('option', { name: 'a new organisation' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.proposal h2').textContent(), { timeout: 10_000 })
      .toBe('Ferry Board of Quarrin')
    await allSent(page)
    const { attributions } = await stored(words)
    expect(attributions[0]?.speaker).toMatchObject({ name: 'Ferry Board of Quarrin', kind: 'ORGANIZATION' })
    await page.keyboard.press('u')
    await allSent(page)
  }, 30_000)

  it('takes other words by keys and by dragging, exactly as they are marked, and gives the old ones back', async () => {
    const words = await shown(page)
    const { id } = await stored(words)
    const now = async () => (await database.prisma.statement.findUniqueOrThrow({ where: { id } })).text
    await page.keyboard.press('w')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    const shorter = words.split(' ').slice(1, -1).join(' ')
    expect(await shown(page)).toBe(shorter)
    await allSent(page)
    expect(await now()).toBe(shorter)

    await page.keyboard.press('w')
    const box = await page.locator('mark.words[data-start]').boundingBox()
    if (!box) throw new Error('the words are not shown')
    await page.mouse.move(box.x + 2, box.y + 8)
    await page.mouse.down()
    await page.mouse.move(box.x + 120, box.y + 8, { steps: 8 })
    await page.mouse.up()
    const dragged = await shown(page)
    expect(dragged.length).toBeLessThan(shorter.length)
    expect(shorter.startsWith(dragged)).toBe(true)
    await page.keyboard.press('Enter')
    await allSent(page)
    expect(await now()).toBe(dragged)

    for (const before of [shorter, words]) {
      await page.keyboard.press('u')
      await expect
        .poll(async () => [await now(), await shown(page)], { timeout: 10_000 })
        .toEqual([before, before])
      await allSent(page)
    }
  }, 30_000)

  it('decides on several together, and takes them back together', async () => {
    const { articleId } = await stored(await shown(page))
    const verified = { articleId, reviewStatus: 'VERIFIED' }
    await page.keyboard.press('b')
    await page.getByRole('checkbox').nth(2).click()
    await desk.screenshot(page, 'desk-several')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('v')
    await allSent(page)
    await expect.poll(() => count(verified), { timeout: 10_000 }).toBe(9)
    // What was left out is still there, and is not chosen: another press decides nothing.
    await page.keyboard.press('v')
    await page.keyboard.press('u')
    await allSent(page)
    await expect.poll(() => count(verified), { timeout: 10_000 }).toBe(0)
    await page.keyboard.press('b')
  }, 30_000)

  it('claims an article for who works on it, and releases it', async () => {
    await shown(page)
    const claims = () => database.prisma.articleClaim.findMany({ select: { holder: true, endedBy: true } })
    await page.keyboard.press('c')
    await page.getByText('claimed by Mara').waitFor()
    expect(await claims()).toEqual([{ holder: 'Mara', endedBy: null }])
    await page.keyboard.press('c')
    await expect.poll(claims, { timeout: 10_000 }).toEqual([{ holder: 'Mara', endedBy: 'Mara' }])
  }, 30_000)
})
