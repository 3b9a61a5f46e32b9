import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { type DeskBrowser, openDesk } from '../../../test/harness/desk-browser.js'
import { allSent, shown, violations } from '../../../test/harness/desk-sight.js'
import { createService } from '../../../test/harness/service.js'
import { globalId, write } from '../../../test/harness/writes.js'
import { proposeStatements } from '../../../test/worlds/proposals.js'
import type { Database } from '../../database/database.js'
import { createKey } from '../../record/api-key/keys.js'
import { trimLog } from '../../record/changes/trim-log.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('a team at the desk', () => {
  let database: Database
  let desk: DeskBrowser
  let mara: Page
  let ben: Page
  let district = 40

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await proposeStatements(database, district, district)
    desk = await openDesk(database, executablePath as string)
    mara = await desk.signIn('Mara', 'reviewer', 'editor')
    ben = await desk.signIn('Ben', 'reviewer')
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await database?.close()
  })
  /** Each test has ten proposals of its own, in one article. */
  beforeEach(async () => {
    await proposeStatements(database, ++district, district)
    const article = await database.prisma.article.findFirstOrThrow({
      where: { title: `District ${district} counts its crowns` },
    })
    const id = Buffer.from(`Article:${article.id}`).toString('base64url')
    for (const page of [mara, ben]) {
      await page.goto(`${desk.server().url}/desk?articleIds=${id}`)
      await shown(page)
    }
  }, 30_000)

  const here = () => ({ article: { title: `District ${district} counts its crowns` } })
  const count = (where: object) => database.prisma.statement.count({ where: { ...here(), ...where } })
  const said = (page: Page) => page.locator('.said').textContent()
  const requestsOf = (page: Page, operation: string) => {
    const found: string[] = []
    page.on('request', (request) => {
      if (request.postData()?.includes(operation)) found.push(request.postData() as string)
    })
    return found
  }

  it('decides on several in one request, of which one may be a conflict, and takes the rest back together', async () => {
    const requests = requestsOf(ben, 'statementsReview')
    await ben.context().setOffline(true)
    await ben.keyboard.press('b')
    await ben.getByRole('button', { name: 'Verify 10' }).waitFor()
    await ben.keyboard.press('v')
    await ben.getByText('10 decisions wait here').waitFor()
    await mara.keyboard.press('x')
    await mara.keyboard.press('1')
    await allSent(mara)
    const tried = requests.length
    await ben.context().setOffline(false)
    await ben.locator('.conflict').waitFor()
    await allSent(ben)
    expect(await ben.locator('.conflict').count()).toBe(1)
    expect(await violations(ben)).toEqual([])
    expect(new Set(requests).size).toBe(1)
    expect(tried).toBeGreaterThan(0)
    expect(await count({ reviewStatus: 'VERIFIED', version: 2 })).toBe(9)
    expect(await count({ reviewStatus: 'REJECTED', version: 2 })).toBe(1)
    await ben.getByRole('button', { name: 'Leave it as it is' }).click()

    await ben.keyboard.press('u')
    await allSent(ben)
    expect(await said(ben)).toBe('Taken back: verified (9 statements).')
    await expect.poll(() => count({ reviewStatus: 'PROPOSED', version: 3 }), { timeout: 10_000 }).toBe(9)
    expect(new Set(requests).size).toBe(2)
    await ben.keyboard.press('b')
  }, 60_000)

  it('decides on several once, although the answer is lost', async () => {
    let lost = 0
    await ben.route('**/graphql', async (route) => {
      if (lost > 1 || !route.request().postData()?.includes('statementsReview')) return route.continue()
      lost++
      await route.fetch()
      await route.abort()
    })
    await ben.keyboard.press('b')
    await ben.keyboard.press('v')
    await allSent(ben)
    await ben.unroute('**/graphql')
    expect(lost).toBe(2)
    expect(await count({ reviewStatus: 'VERIFIED', version: 2 })).toBe(10)
    await ben.keyboard.press('b')
  }, 60_000)

  it('sees notes as they are written and withdrawn; only who wrote one can withdraw it', async () => {
    await mara.keyboard.press('n')
    await mara.keyboard.type('Is that a year, or a month?')
    await mara.keyboard.press('Enter')
    const note = ben.locator('.notes li')
    await note.waitFor()
    expect(await note.textContent()).toMatch(/^Mara, [\d-]{10}: Is that a year, or a month\?$/)
    expect(await said(ben)).toBe('A note by Mara.')
    await mara.getByRole('button', { name: 'Withdraw the note' }).waitFor()
    await desk.screenshot(mara, 'desk-note-own')
    expect(await violations(mara)).toEqual([])
    await mara.getByRole('button', { name: 'Withdraw the note' }).click()
    for (const page of [mara, ben]) {
      await page.getByText('withdrawn', { exact: true }).waitFor()
      expect(await page.locator('.notes').textContent()).not.toContain('a month')
    }
    expect(await violations(ben)).toEqual([])
  }, 60_000)

  it('sees who claims an article, asks before it takes one over, and goes on after a restart', async () => {
    const claims = () =>
      database.prisma.articleClaim.findMany({
        where: here(),
        orderBy: { createdAt: 'asc' },
        select: { holder: true, endedBy: true },
      })
    await mara.keyboard.press('c')
    await ben.getByText('claimed by Mara').waitFor()
    expect(await said(ben)).toBe('Mara works on this article now.')
    await ben.keyboard.press('c')
    await ben.getByText('Mara works on “').waitFor()
    await desk.screenshot(ben, 'desk-take-over')
    expect(await violations(ben)).toEqual([])
    // While it asks, keys decide nothing.
    await ben.keyboard.press('v')
    await ben.keyboard.press('Escape')
    expect(await claims()).toEqual([{ holder: 'Mara', endedBy: null }])

    await desk.restart()
    await ben.keyboard.press('c')
    await ben.keyboard.press('Enter')
    await mara.getByText('claimed by Ben').waitFor()
    expect(await said(mara)).toBe('Ben works on this article now.')
    expect(await said(ben)).toMatch(/is yours; it was Mara’s\.$/)
    expect(await claims()).toEqual([
      { holder: 'Mara', endedBy: 'Ben' },
      { holder: 'Ben', endedBy: null },
    ])
    await ben.keyboard.press('c')
    await expect.poll(() => mara.locator('.source .tag').count(), { timeout: 10_000 }).toBe(0)
    expect(await count({ reviewStatus: 'VERIFIED' })).toBe(0)
  }, 60_000)

  it('loses nothing when the log of changes does not reach back any more to what was seen', async () => {
    const text = await shown(ben)
    const first = await database.prisma.statement.findFirstOrThrow({ where: { ...here(), text } })
    await ben.keyboard.press('j')
    const second = await shown(ben)
    await ben.keyboard.press('n')
    await ben.keyboard.type('Crowns of ')
    const { key } = await createKey(database.prisma, {
      ...{ name: 'Ada', roles: ['reviewer'], expiresAt: null, environment: 'local', createdBy: 'test' },
    })
    const read = ben.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('DeskProposals'),
    )
    await desk.restart(async () => {
      // Others work on while this window hears of nothing, and what they did first is removed from the log.
      const service = createService(database)
      const id = globalId('Statement', first.id)
      for (const [index, decision] of ['VERIFY', 'REOPEN', 'VERIFY'].entries())
        expect(
          await write(service, 'statementReview', { id, expectedVersion: index + 1, decision }, key),
        ).toMatchObject({
          __typename: 'StatementSuccess',
        })
      expect(await trimLog(database.prisma, new Date(Date.now() + 1_000))).toBeGreaterThan(0)
    })
    await read
    expect(await shown(ben)).toBe(second)
    await ben.keyboard.type('which year?')
    await ben.keyboard.press('Enter')
    await ben.getByText('Crowns of which year?').waitFor()
    await ben.keyboard.press('k')
    await ben.getByText('verified by Ada', { exact: true }).waitFor()
    await mara.keyboard.press('j')
    await mara.getByText('Crowns of which year?').waitFor()
    expect(desk.faults).toEqual([])
  }, 60_000)
})
