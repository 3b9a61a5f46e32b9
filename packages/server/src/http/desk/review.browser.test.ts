import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { type DeskBrowser, type OpenReview, openReview } from '../../../test/harness/desk-browser.js'
import { allSent, shown, violations } from '../../../test/harness/desk-sight.js'
import { proposeStatements } from '../../../test/worlds/proposals.js'
import type { Database } from '../../database/database.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('reviewing at the desk', () => {
  let review: OpenReview
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    review = await openReview(executablePath as string, 21, 21)
    ;({ database, desk, page } = review)
  }, 120_000)
  afterAll(() => review?.close())

  const count = (where: object) => database.prisma.statement.count({ where })
  const stored = async (text: string) =>
    database.prisma.statement.findFirstOrThrow({
      where: { text },
      include: { attributions: { include: { speaker: true }, orderBy: { position: 'asc' } } },
    })
  /** Goes on to the proposals of fresh articles. */
  const more = async (from: number, to: number, ...pages: Page[]) => {
    await proposeStatements(database, from, to)
    for (const one of pages) {
      await one.goto(`${desk.server().url}/desk`)
      await shown(one)
    }
  }

  it('rejects for a reason, leaves for later, takes back, and decides nothing by accident', async () => {
    const first = await shown(page)
    await page.keyboard.press('x')
    // While the reasons are open, other keys decide nothing.
    await page.keyboard.press('v')
    expect(await shown(page)).toBe(first)
    await page.keyboard.press('2')
    const second = await shown(page)
    expect(second).not.toBe(first)
    await allSent(page)
    expect(await stored(first)).toMatchObject({ reviewStatus: 'REJECTED', rejectionReason: 'SCARE_QUOTE' })

    await page.keyboard.press('u')
    expect([await shown(page), await page.locator('.said').textContent()]).toEqual([
      first,
      'Taken back: rejected.',
    ])
    await allSent(page)
    expect(await stored(first)).toMatchObject({ reviewStatus: 'PROPOSED' })

    await page.keyboard.press('Space')
    expect(await shown(page)).toBe(second)
    await page.keyboard.press('k')
    expect(await shown(page)).toBe(first)
    await page.keyboard.press('j')
    expect(await shown(page)).toBe(second)

    // A key that is held down decides once.
    const verified = await count({ reviewStatus: 'VERIFIED' })
    await page.keyboard.down('v')
    for (let n = 0; n < 5; n++) await page.keyboard.down('v')
    await page.keyboard.up('v')
    // Neither does what is typed into a field decide.
    await page.keyboard.press('n')
    await page.keyboard.type('very vexing: vxvx')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.keyboard.press('v')
    await page.keyboard.press('Escape')
    await allSent(page)
    expect(await count({ reviewStatus: 'VERIFIED' })).toBe(verified + 1)
  }, 30_000)

  it('shows the whole article, the history, and notes of the team', async () => {
    await page.keyboard.press('o')
    await expect.poll(() => page.locator('.around p').count(), { timeout: 10_000 }).toBeGreaterThan(9)
    await page.keyboard.press('o')
    await page.keyboard.press('h')
    await page.locator('.history li').first().waitFor()
    expect(await page.locator('.history').textContent()).toContain('created by test (machine)')
    await page.keyboard.press('h')
    await page.keyboard.press('n')
    await page.keyboard.type('<b>Ask</b> the harbour master')
    await page.keyboard.press('Enter')
    await page.locator('.notes li').waitFor()
    expect(await page.locator('.notes').textContent()).toMatch(
      /^Mara, \d{4}-\d\d-\d\d: <b>Ask<\/b> the harbour master Withdraw$/,
    )
  }, 30_000)

  it('shows two reviewers what the other decides, and a conflict with both versions', async () => {
    const ben = await desk.signIn('Ben', 'reviewer')
    await more(23, 23, page, ben)
    const first = await shown(page)
    expect(await shown(ben)).toBe(first)
    await page.keyboard.press('v')
    await expect
      .poll(() => ben.locator('.proposal .tag').first().textContent(), { timeout: 10_000 })
      .toBe('verified by Mara')
    // What another one has decided, a key does not decide again.
    await ben.keyboard.press('v')
    expect(await shown(ben)).toBe(first)
    await ben.keyboard.press('j')

    // Without a connection nobody is told, so both decide on the same one.
    const second = await shown(page)
    expect(await shown(ben)).toBe(second)
    await ben.context().setOffline(true)
    await ben.keyboard.press('v')
    await page.keyboard.press('x')
    await page.keyboard.press('1')
    await allSent(page)
    await ben.context().setOffline(false)
    const conflict = ben.locator('.conflict')
    await conflict.waitFor()
    expect(await conflict.textContent()).toMatch(
      /Somebody was faster[\s\S]*You verified it[\s\S]*rejected now, by Mara/,
    )
    await desk.screenshot(ben, 'desk-conflict')
    expect(await violations(ben)).toEqual([])
    expect(await stored(second)).toMatchObject({ reviewStatus: 'REJECTED', version: 2 })
    await ben.getByRole('button', { name: 'Leave it as it is' }).click()
    await ben.close()
  }, 60_000)

  it('loses and doubles nothing while the network, or the service, is away', async () => {
    await more(24, 24, page)
    const decide = async (times: number) => {
      const words: string[] = []
      for (let n = 0; n < times; n++) {
        words.push(await shown(page))
        await page.keyboard.press('v')
      }
      return words
    }
    await page.context().setOffline(true)
    const offline = await decide(3)
    await page.getByText('The record cannot be reached').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('3 decisions wait here')
    await desk.screenshot(page, 'desk-offline')
    expect(await violations(page)).toEqual([])
    await page.context().setOffline(false)
    await allSent(page)

    const during: string[] = []
    await desk.restart(async () => {
      during.push(...(await decide(3)))
    })
    await allSent(page)
    for (const words of [...offline, ...during]) {
      expect(await stored(words)).toMatchObject({ reviewStatus: 'VERIFIED', version: 2 })
    }

    // What was not sent is still there when the page is loaded again.
    await page.route('**/graphql', (route) => route.abort())
    const [left] = await decide(1)
    await page.getByText('The record cannot be reached').waitFor()
    await page.unroute('**/graphql')
    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    await expect
      .poll(() => stored(left as string), { timeout: 10_000 })
      .toMatchObject({ reviewStatus: 'VERIFIED', version: 2 })
  }, 60_000)

  it('has no violation of WCAG in any state', async () => {
    await more(25, 26, page)
    expect(await violations(page)).toEqual([])
    for (const [key, name] of [
      ['x', 'reasons'],
      ['s', 'speaker'],
      ['w', 'words'],
      ['n', 'note'],
      ['/', 'filter'],
      ['?', 'help'],
      ['h', 'history'],
      ['o', 'article'],
    ] as const) {
      await page.keyboard.press(key)
      if (key === 's') await page.keyboard.type('an')
      await page.waitForTimeout(150)
      expect(await violations(page), name).toEqual([])
      await desk.screenshot(page, `desk-${name}`)
      await page.keyboard.press('Escape')
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 900 })
      await desk.screenshot(page, `desk-${width}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(desk.faults).toEqual([])
  }, 60_000)
})
