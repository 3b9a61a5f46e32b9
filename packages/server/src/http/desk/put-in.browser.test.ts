import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { type DeskBrowser, openDesk } from '../../../test/harness/desk-browser.js'
import { violations } from '../../../test/harness/desk-sight.js'
import { samplesFolder } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('putting articles in at the desk', () => {
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    database = await openTestDatabase('embedded')
    desk = await openDesk(database, executablePath as string)
    page = await desk.signIn('Eda', 'editor')
    await page.getByRole('link', { name: 'Put in' }).click()
    await page.getByRole('heading', { name: 'Put in' }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await database?.close()
  })

  const put = async (text: string) => {
    await page.getByRole('textbox').fill(text)
    await page.getByRole('button', { name: 'Put it in' }).click()
  }

  it('takes what is pasted, and knows it again', async () => {
    const text =
      '<script>alert(1)</script> at the quay\n\n“The quay is sound,” said Anselm Okafor, the engineer.'
    await put(text)
    await page.getByText('Is in: 1 new proposal to review.').waitFor()
    expect(await database.prisma.article.findMany({ select: { title: true } })).toEqual([
      { title: '<script>alert(1)</script> at the quay' },
    ])
    await put(text)
    await page.getByText('The record has it already').waitFor()
    await put(
      '<html><body><article><h1>The ferry sails</h1><p>“We sail at noon,” said Mara Lindt.</p></article></body></html>',
    )
    await page.getByRole('link', { name: 'The ferry sails' }).waitFor()
  }, 60_000)

  it('takes files, and says of each why not', async () => {
    await page.locator('input[type=file]').setInputFiles([
      {
        name: 'quarrin-rents.md',
        mimeType: 'text/markdown',
        buffer: readFileSync(`${samplesFolder}/quarrin-rents.md`),
      },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      { name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from('word '.repeat(1_200_000)) },
    ])
    await page.getByRole('link', { name: /rents/i }).waitFor({ timeout: 30_000 })
    await expect.poll(() => page.getByText('Not taken:').count(), { timeout: 30_000 }).toBe(2)
    expect(await violations(page)).toEqual([])
    await desk.screenshot(page, 'desk-put-in')
    expect(await database.prisma.article.count()).toBe(3)
    expect(desk.faults).toEqual([])
  }, 60_000)
})
