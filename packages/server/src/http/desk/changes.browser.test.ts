import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { type DeskBrowser, openDesk } from '../../../test/harness/desk-browser.js'
import { screenshots, violations } from '../../../test/harness/desk-sight.js'
import { ingestText } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

const article = (name: string, body: string) =>
  `---\ntitle: ${name}\nurl: https://courier.example/${name.toLowerCase()}\n---\n\n${body}\n`

const GULLS = 'Gulls were on the quay all day, and the harbour office stayed closed. '.repeat(6)

describe.skipIf(!executablePath)('deciding about changed texts at the desk', () => {
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    desk = await openDesk(database, executablePath as string)
    page = await desk.signIn('Rea', 'editor', 'reviewer')
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await database?.close()
  })

  const said = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()
  const statement = (words: string) =>
    database.prisma.statement.findFirstOrThrow({
      where: { text: { contains: words }, reviewStatus: { not: 'PROPOSED' } },
      include: { anchors: true },
    })
  const verified = async (words: string) => {
    const { count } = await database.prisma.statement.updateMany({
      where: { text: { contains: words } },
      data: { reviewStatus: 'VERIFIED' },
    })
    expect(count).toBe(1)
  }
  /** Takes an article in, verifies what was said in it, and takes it in once more with another text. */
  const change = async (name: string, words: string, before: string, after: string) => {
    await ingestText(database, article(name, `${before}\n\n${GULLS}`))
    await verified(words)
    await ingestText(database, article(name, `${after}\n\n${GULLS}`))
  }

  it('says that there is nothing to decide', async () => {
    await page.getByRole('link', { name: 'Changed texts' }).click()
    await page.getByRole('heading', { name: 'Nothing to decide' }).waitFor()
    expect(await violations(page)).toEqual([])
    await screenshots(page, 'desk-changes-empty')
  }, 60_000)

  it('shows where words stood and where they are now, and gives the statement its new place', async () => {
    await change(
      'Quay',
      'quay is sound',
      '“The quay is sound and will hold for years,” said Anselm Okafor, the engineer.',
      'Asked again on Monday, Anselm Okafor, the engineer, wrote: “The quay is quite sound and will hold for some years.”',
    )
    await change(
      'Pier',
      'pier is shut',
      '“The pier is shut,” said Mara Lindt.',
      'Nobody spoke about it any more on Tuesday.',
    )
    await page.reload()
    await page.getByRole('heading', { name: 'Words that are gone: 2' }).waitFor()
    const entry = page.getByRole('button', { name: /The quay is sound/ })
    while ((await entry.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('j')
    await page.getByText('The nearest place in the text of today').waitFor()
    expect(await page.locator('.around mark.words').allTextContents()).toEqual([
      '“The quay is sound and will hold for years,”',
      '“The quay is quite sound and will hold for some years.”',
    ])
    await screenshots(page, 'desk-changes')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('t')
    await said('New place taken.')
    const taken = await statement('quay is quite sound')
    expect(taken).toMatchObject({ reviewStatus: 'VERIFIED' })
    expect(taken.anchors.map(({ status }) => status)).toEqual(['EXACT'])
    await page.keyboard.press('u')
    await said('Taken back: new place taken.')
    expect((await statement('quay is sound')).anchors.map(({ status }) => status)).toEqual(['ORPHANED'])
  }, 60_000)

  it('retracts what is gone, and takes that back', async () => {
    const entry = page.getByRole('button', { name: /The pier is shut/ })
    await entry.click()
    await page.getByText('Nothing like these words stands').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('x')
    await said('Retracted.')
    expect(await statement('pier is shut')).toMatchObject({ reviewStatus: 'RETRACTED' })
    await page.keyboard.press('u')
    await said('Taken back: retracted.')
    expect(await statement('pier is shut')).toMatchObject({ reviewStatus: 'VERIFIED' })
    await entry.waitFor()
  }, 60_000)

  it('writes nothing over what somebody else has done meanwhile', async () => {
    const other = await desk.signIn('Ole', 'reviewer')
    await other.goto(`${desk.server().url}/desk/changes`)
    const entry = (on: Page) => on.getByRole('button', { name: /The pier is shut/ })
    await entry(other).click()
    await other.getByText('Nothing like these words stands').waitFor()
    expect(await other.getByRole('button', { name: /Take this place/ }).count()).toBe(0)
    await entry(page).click()
    await page.getByText('Nothing like these words stands').waitFor()
    await other.keyboard.press('x')
    await other.getByText('Retracted.').waitFor()
    await page.keyboard.press('x')
    await said('Somebody was faster: it is retracted, by Ole.')
    expect(await entry(page).count()).toBe(0)
    expect(await violations(page)).toEqual([])
  }, 60_000)

  it('chooses among several places by a digit', async () => {
    await change(
      'Ferry',
      'We sail at noon',
      '“We sail at noon,” said Josefa Quill.',
      'First of all: “We sail at noon,” wrote Josefa Quill. In the end: “We sail at noon,” she wrote again.',
    )
    // What is open is opened again: the second answer comes late, after a place was chosen.
    const late = Promise.withResolvers<void>()
    let reads = 0
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('DeskVanished') && ++reads === 2) await late.promise
      await route.continue()
    })
    await page.reload()
    const before = await statement('We sail at noon')
    expect(before.anchors.map(({ status }) => status)).toEqual(['AMBIGUOUS'])
    await page.getByText('They stand there 2 times').waitFor()
    await page.getByRole('button', { name: /We sail at noon/ }).click()
    await page.keyboard.press('2')
    const again = page.waitForResponse((answer) =>
      (answer.request().postData() ?? '').includes('DeskVanished'),
    )
    late.resolve()
    await (await again).finished()
    await page.unroute('**/graphql')
    await page.keyboard.press('t')
    await said('New place taken.')
    const [anchor] = (await statement('We sail at noon')).anchors
    expect(anchor?.status).toBe('EXACT')
    expect(anchor?.prefix).toMatch(/In the end: $/)
  }, 60_000)

  it('takes or drops a text that shrank, after asking', async () => {
    for (const name of ['Lock', 'Weir'])
      await ingestText(database, article(name, `“The ${name} is open,” said Mara Lindt.\n\n${GULLS}`))
    await verified('The Lock is open')
    for (const name of ['Lock', 'Weir'])
      await ingestText(database, article(name, `The ${name} was open, one hears.`), { holdShorter: true })
    await page.reload()
    await page.getByRole('heading', { name: 'Texts that shrank: 2' }).waitFor()
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await page.getByText('Verified statements that would lose their words: 1 of 1.').waitFor()
    await screenshots(page, 'desk-changes-held')
    expect(await violations(page)).toEqual([])
    const held = () => database.prisma.article.count({ where: { heldAt: { not: null } } })
    await page.keyboard.press('d')
    await page.getByText('Drop it?').waitFor()
    await page.keyboard.press('Escape')
    expect(await held()).toBe(2)
    await page.keyboard.press('t')
    await page.getByText('Take it as the text').waitFor()
    expect(await violations(page)).toEqual([])
    // A slow network: the lists are still read again when somebody asks the next question, which stays.
    await page.route('**/graphql', async (route) => {
      await setTimeout(300)
      await route.continue()
    })
    await page.keyboard.press('Enter')
    await said('1 verified statement has lost its words')
    expect(await held()).toBe(1)
    await page.getByRole('button', { name: 'Weir', exact: true }).click()
    await page.getByText('The text on record is of').waitFor()
    await page.keyboard.press('d')
    await page.getByRole('button', { name: /Yes, drop it/ }).click()
    await page.unroute('**/graphql')
    await said('Dropped: the text on record stays.')
    expect(await held()).toBe(0)
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(desk.faults).toEqual([])
  }, 60_000)
})
