import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { type DeskBrowser, type OpenReview, openReview } from '../../../test/harness/desk-browser.js'
import { shown, violations } from '../../../test/harness/desk-sight.js'
import type { Database } from '../../database/database.js'
import { encodeGlobalId } from '../../record/global-id.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('the filter of the review queue', () => {
  let review: OpenReview
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    review = await openReview(executablePath as string, 21, 23)
    ;({ database, desk, page } = review)
  }, 120_000)
  afterAll(() => review?.close())

  const chips = () => page.locator('.progress + .conditions li').allTextContents()
  const search = () => new URL(page.url()).search
  const toReview = (count: number) => page.getByText(`${count} to review`, { exact: true }).waitFor()

  it('stands in the address: by a link, by typing, after loading again, and by the ways back and forth', async () => {
    const article = await database.prisma.article.findFirstOrThrow({ where: { title: { contains: '22' } } })
    const id = encodeGlobalId('Article', article.id)
    await page.goto(`${desk.server().url}/desk?articleIds=${id}`)
    await toReview(10)
    await expect.poll(chips, { timeout: 10_000 }).toEqual([`in ${article.title} ×`])

    await page.keyboard.press('/')
    await page.keyboard.press('Tab')
    await page.keyboard.type('oka')
    await page.getByRole('option', { name: 'Anselm Okafor speaker' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Without Anselm Okafor' }).waitFor()
    await desk.screenshot(page, 'desk-filter-chosen')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Without in' }).press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(chips, { timeout: 10_000 }).toEqual(['by Anselm Okafor ×'])
    expect(search()).toMatch(/^\?speakerIds=anselm-okafor-[0-9a-z]{26}$/)
    await shown(page)
    expect(await page.locator('.proposal h2').textContent()).toBe('Anselm Okafor')

    await page.reload()
    await shown(page)
    await expect.poll(chips, { timeout: 10_000 }).toEqual(['by Anselm Okafor ×'])
    await page.goBack()
    await toReview(10)
    expect(search()).toBe(`?articleIds=${id}`)
    await page.goForward()
    await expect.poll(chips, { timeout: 10_000 }).toEqual(['by Anselm Okafor ×'])
    await page.getByRole('link', { name: 'Without by Anselm Okafor' }).click()
    await toReview(30)
    expect(search()).toBe('')
  }, 60_000)

  it('chooses by band, by who is named, by words, and by who has claimed the article', async () => {
    const choose = async (choice: () => Promise<unknown>) => {
      await page.keyboard.press('/')
      await choice()
      await page.getByRole('button', { name: 'Show', exact: true }).click()
    }
    await page.goto(`${desk.server().url}/desk`)
    await shown(page)
    await choose(() => page.getByRole('combobox', { name: 'Said by' }).selectOption('nobody named'))
    await page.getByRole('heading', { name: 'Nothing to review' }).waitFor()
    expect(search()).toBe('?hasSpeaker=false')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Show all proposals' }).click()
    await shown(page)

    await page.keyboard.press('c')
    await page.getByText('claimed by Mara').waitFor()
    await choose(() => page.getByRole('combobox', { name: 'Claimed by' }).selectOption('me'))
    await toReview(10)
    expect(search()).toBe('?claimedBy=Mara')
    await choose(() => page.getByRole('combobox', { name: 'Claimed by' }).selectOption('nobody'))
    await toReview(20)
    expect(search()).toBe('?isClaimed=false')

    await choose(async () => {
      await page.getByRole('combobox', { name: 'Claimed by' }).selectOption('anybody or nobody')
      await page.getByLabel('With these words').fill('lighthouse')
      await page.getByRole('combobox', { name: 'Sure' }).selectOption('90 % and more')
      await page.getByRole('combobox', { name: 'Kind' }).selectOption('quoted')
    })
    await toReview(3)
    expect(search()).toBe('?q=lighthouse&kinds=direct&minConfidence=0.9')
    expect(await chips()).toEqual(['with “lighthouse” ×', 'direct ×', '90 % sure and more ×'])
    await page.getByRole('link', { name: 'Without 90 % sure and more' }).click()
    await expect.poll(search, { timeout: 10_000 }).toBe('?q=lighthouse&kinds=direct')
  }, 60_000)

  it('says what is wrong with an address, and shows nothing else instead', async () => {
    for (const wrong of ['speakerIds=nobody', 'minConfidence=90', 'kinds=loud']) {
      await page.goto(`${desk.server().url}/desk?${wrong}`)
      const said = page.locator('.message [role="alert"]')
      await said.waitFor()
      expect(await said.textContent()).toContain(`“${wrong.split('=')[0]}” in the address`)
      expect(await page.locator('.proposal').count()).toBe(0)
    }
    await desk.screenshot(page, 'desk-filter-wrong')
    expect(await violations(page)).toEqual([])
    await page.goto(`${desk.server().url}/desk?topicIds=${encodeGlobalId('Topic', crypto.randomUUID())}`)
    await page.getByText('No other proposal meets the filter').waitFor()
    expect(await chips()).toEqual(['about something that is not in the record ×'])
    expect(desk.faults).toEqual([])
  }, 60_000)
})
