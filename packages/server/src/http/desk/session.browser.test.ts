import type { Extractor } from '@onrecord/extract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { type DeskBrowser, type OpenReview, openReview } from '../../../test/harness/desk-browser.js'
import { allSent, shown, violations } from '../../../test/harness/desk-sight.js'
import { proposeStatements } from '../../../test/worlds/proposals.js'
import type { Database } from '../../database/database.js'
import { ruleExtractor } from '../../ingest/extractor/rule-extractor.js'
import { createKey, revokeKey } from '../../record/api-key/keys.js'

/** What the extractor waits for, so that a text is seen to be worked on; null for nothing. */
let go: PromiseWithResolvers<void> | null = null

const inItsTime: Extractor = {
  ...ruleExtractor,
  extract: async (text, options) => {
    await go?.promise
    return ruleExtractor.extract(text, options)
  },
}

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('a session at the desk', () => {
  let review: OpenReview
  let database: Database
  /** Locked: no operation runs but those of a list, which is empty, and those of the desk. */
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    review = await openReview(executablePath as string, 31, 32, {
      ...{ persisted: 'only', operations: new Map(), introspection: false, suggestions: false },
      extractor: inItsTime,
    })
    ;({ database, desk, page } = review)
  }, 120_000)
  afterAll(() => review?.close())

  const count = (where: object) => database.prisma.statement.count({ where })
  const newKey = (name: string) =>
    createKey(database.prisma, {
      ...{ name, roles: ['reviewer'], expiresAt: null, environment: 'local', createdBy: 'test' },
    })
  const signIn = async (key: string) => {
    await page.getByLabel('Your key').fill(key)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  }

  it('does all of a review in locked mode: reads, decides, mends, notes, claims, and follows others', async () => {
    const ben = await desk.signIn('Ben', 'reviewer')
    const first = await shown(page)
    expect(await shown(ben)).toBe(first)
    await page.keyboard.press('v')
    await ben.getByText('verified by Mara', { exact: true }).waitFor()
    await page.keyboard.press('c')
    await ben.getByText('claimed by Mara').waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('Which crowns?')
    await page.keyboard.press('Enter')
    await ben.keyboard.press('j')
    await ben.getByText('Which crowns?').waitFor()
    await page.keyboard.press('s')
    await page.keyboard.type('sor')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.proposal h2').textContent(), { timeout: 10_000 })
      .toBe('Søren Hallström')
    await page.keyboard.press('h')
    await page.getByText('Who did what').waitFor()
    await page.keyboard.press('b')
    await page.keyboard.press('v')
    await allSent(page)
    await page.keyboard.press('u')
    await allSent(page)
    await page.keyboard.press('b')
    await expect.poll(() => count({ reviewStatus: 'VERIFIED' }), { timeout: 10_000 }).toBe(1)
    await ben.close()
  }, 60_000)

  it('tells how far a long article has come, and takes it also where a proxy refuses streams', async () => {
    const url = page.url()
    const put = async (title: string) => {
      const words = `“${title} is open,” said Mara Lindt.\n\n${'Boats went by all day. '.repeat(1_000)}`
      await page.getByRole('textbox', { name: /Paste an article/ }).fill(`${title}\n\n${words}`)
      await page.keyboard.press('Control+Enter')
      await page.getByText(/of text\./).waitFor()
      go = Promise.withResolvers()
      await page.keyboard.press('Control+Enter')
    }
    await page.getByRole('link', { name: 'Put in' }).click()
    await put('The lock')
    await page.getByText('Its statements are being looked for…').waitFor()
    go?.resolve()
    await page.getByRole('link', { name: 'The lock' }).waitFor()
    let refused = 0
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('DeskProgress')) return route.continue()
      refused++
      await route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' })
    })
    await put('The weir')
    await page.getByText('Is being put in…').waitFor()
    await expect.poll(() => refused).toBe(1)
    go?.resolve()
    await page.getByRole('link', { name: 'The weir' }).waitFor()
    await page.unroute('**/graphql')
    go = null
    expect(refused).toBe(1)
    expect(await database.prisma.article.count({ where: { title: { in: ['The lock', 'The weir'] } } })).toBe(
      2,
    )
    await page.goto(url)
  }, 60_000)

  it('ends with its key in the middle of a review; what waits is sent once somebody of the name has signed in', async () => {
    await page.goto(`${desk.server().url}/desk?kinds=direct`)
    await shown(page)
    const verified = await count({ reviewStatus: 'VERIFIED' })
    const keys = await database.prisma.apiKey.findMany({ where: { name: 'Mara' } })
    for (const { keyId } of keys) await revokeKey(database.prisma, keyId)
    const words: string[] = []
    for (let n = 0; n < 3; n++) {
      words.push(await shown(page))
      await page.keyboard.press('v')
    }
    const said = page.getByRole('alert')
    await expect.poll(() => said.textContent(), { timeout: 20_000 }).toContain('3 decisions wait here')
    expect(await said.textContent()).toContain('Your session has ended')
    await desk.screenshot(page, 'desk-session-ended')
    expect(await violations(page)).toEqual([])
    expect(await count({ reviewStatus: 'VERIFIED' })).toBe(verified)

    // No question whether to leave the page: what waits comes along.
    await page.getByRole('link', { name: 'signed in again' }).click()
    // Somebody else in the same tab sends nothing of Mara's.
    await signIn((await newKey('Ben')).key)
    await shown(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    expect(await count({ reviewStatus: 'VERIFIED' })).toBe(verified)
    await page.goto(`${desk.server().url}/desk?kinds=direct`)
    await signIn((await newKey('Mara')).key)
    expect(new URL(page.url()).search).toBe('?kinds=direct')
    for (const text of words) {
      await expect
        .poll(() => database.prisma.statement.findFirst({ where: { text } }), { timeout: 10_000 })
        .toMatchObject({ reviewStatus: 'VERIFIED', reviewedBy: 'Mara' })
    }
    await allSent(page)
    expect(await count({ reviewStatus: 'VERIFIED' })).toBe(verified + 3)
    const revisions = await database.prisma.revision.count({ where: { action: 'REVIEWED', actor: 'Ben' } })
    expect(revisions).toBe(0)
  }, 90_000)

  it('is said to have ended also to whoever only looks', async () => {
    for (const { keyId } of await database.prisma.apiKey.findMany({ where: { name: 'Mara' } }))
      await revokeKey(database.prisma, keyId)
    // The stream of changes ends with the key, at the next change at the latest.
    await proposeStatements(database, 33, 33)
    await page.getByText('Go on once you have').waitFor()
    expect(await violations(page)).toEqual([])
  }, 60_000)

  it('is none with a cookie that somebody has made up', async () => {
    const url = desk.server().url
    await page.context().addCookies([{ name: 'onrecord_session', value: 'a'.repeat(200), url }])
    await page.goto(`${url}/desk`)
    await page.getByLabel('Your key').waitFor()
    expect(new URL(page.url()).pathname).toBe('/desk/sign-in')
    const link = desk.server().signInLink((await newKey('Local')).key) as string
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    expect(page.url()).toBe(`${url}/desk`)
    const button = desk.server().signInLink((await newKey('Nora')).key) as string
    await page.setContent(await (await fetch(button)).text())
    expect(await violations(page)).toEqual([])
    expect(desk.faults).toEqual([])
  }, 60_000)
})
