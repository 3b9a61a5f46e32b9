import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { type DeskBrowser, openDesk } from '../../../test/harness/desk-browser.js'
import { screenshots, violations } from '../../../test/harness/desk-sight.js'
import { samplesFolder } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'
import { encodeGlobalId } from '../../record/global-id.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

const QUAY = '<script>alert(1)</script> at the quay\n\n“The quay is sound,” said Anselm Okafor, the engineer.'

describe.skipIf(!executablePath)('putting articles in at the desk', () => {
  let database: Database
  let desk: DeskBrowser
  let page: Page
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-put-in-'))
    database = await openTestDatabase('postgres')
    desk = await openDesk(database, executablePath as string)
    page = await desk.signIn('Eda', 'editor')
    await page.getByRole('link', { name: 'Put in' }).click()
    await page.getByRole('heading', { name: 'Put in' }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await database?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const count = () => database.prisma.article.count()
  const preview = () => page.getByRole('region', { name: 'Preview' })
  const list = () => page.getByRole('region', { name: 'What you gave' })

  /** Pastes a text, and waits for what the record would take of it. */
  const look = async (text: string) => {
    await page.getByRole('textbox', { name: /Paste an article/ }).fill(text)
    await page.keyboard.press('Control+Enter')
    await preview()
      .getByText(/of text\./)
      .waitFor()
  }

  it('shows what it would take of a paste, and takes it by Enter alone', async () => {
    await screenshots(page, 'desk-put-in-empty')
    expect(await violations(page)).toEqual([])
    await look(QUAY)
    expect(await preview().locator('mark.s').allTextContents()).toEqual(['“The quay is sound,”'])
    expect(await preview().getByText('Anselm Okafor').count()).toBeGreaterThan(0)
    expect(await count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await count()).toBe(0)
    await list()
      .getByRole('button', { name: /^Look at/ })
      .click()
    await page.keyboard.press('Enter')
    const proposals = list().getByRole('link', { name: '1 new proposal to review' })
    await proposals.waitFor()
    expect(await database.prisma.article.findMany({ select: { title: true } })).toEqual([
      { title: '<script>alert(1)</script> at the quay' },
    ])
    const { id } = await database.prisma.article.findFirstOrThrow()
    expect(await proposals.getAttribute('href')).toBe(`/desk?articleIds=${encodeGlobalId('Article', id)}`)
  }, 60_000)

  it('says that the record has a text, and leaves out what is not wanted', async () => {
    await look(QUAY)
    await preview().getByText('word for word').waitFor()
    await preview().getByRole('button', { name: 'Leave it out' }).click()
    await look('Minutes\n\nThe meeting began at nine and ended at ten. Nobody spoke.')
    await preview().getByText('No statement was found').waitFor()
    await preview().getByRole('button', { name: 'Leave it out' }).click()
    expect(await count()).toBe(1)
  }, 60_000)

  it('takes the address and the day that a person sets right', async () => {
    await look(
      '<html><body><article><h1>The ferry sails</h1><p>“We sail at noon,” said Mara Lindt.</p></article></body></html>',
    )
    await preview().getByLabel('Address of the page').fill('https://www.courier.example/ferry')
    await preview().getByLabel('Day of publication').fill('2026-03-05')
    await preview().getByLabel('Title').fill('The ferry sails at noon')
    await page.keyboard.press('Tab')
    await preview().getByRole('heading', { name: 'The ferry sails at noon' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await list().getByRole('link', { name: 'The ferry sails at noon' }).waitFor()
    expect(
      await database.prisma.article.findFirst({ where: { title: 'The ferry sails at noon' } }),
    ).toMatchObject({
      canonicalUrl: 'https://courier.example/ferry',
      publishedEdtf: '2026-03-05',
    })
  }, 60_000)

  it('keeps what is typed while an earlier correction is looked at', async () => {
    await look('Buoys\n\n“The buoys are lit,” said Mara Lindt.')
    // A slow network: each request goes out late.
    await page.route('**/graphql', async (route) => {
      await setTimeout(300)
      await route.continue()
    })
    const title = preview().getByLabel('Title')
    const address = preview().getByLabel('Address of the page')
    await address.fill('https://courier.example/buoys')
    await title.fill('The buoys are')
    await page.getByText('Reading it…').waitFor({ state: 'hidden' })
    expect(await title.inputValue()).toBe('The buoys are')
    await title.press('End')
    await page.keyboard.type(' lit')
    // What was not looked at yet is looked at before it is put in.
    await page.keyboard.press('Control+Enter')
    await preview().getByRole('heading', { name: 'The buoys are lit' }).waitFor()
    expect(await database.prisma.article.count({ where: { title: { contains: 'buoys' } } })).toBe(0)
    await page.unroute('**/graphql')
    await page.keyboard.press('Enter')
    await list().getByRole('link', { name: 'The buoys are lit' }).waitFor()
  }, 60_000)

  it('lets a correction be corrected that the record refuses', async () => {
    await look('Nets\n\n“The nets are dry,” said Mara Lindt.')
    await preview().getByLabel('Address of the page').fill('https://')
    await page.keyboard.press('Tab')
    await preview().getByLabel('Address of the page').fill('mailto:nobody@courier.example')
    await page.keyboard.press('Tab')
    await preview().getByText('It would not be taken').waitFor()
    expect(await preview().getByRole('button', { name: 'Put it in' }).isDisabled()).toBe(true)
    await preview().getByLabel('Address of the page').fill('https://courier.example/nets')
    await page.keyboard.press('Tab')
    await preview()
      .getByText(/of text\./)
      .waitFor()
    await preview().getByRole('button', { name: 'Put it in' }).click()
    await list().getByRole('link', { name: 'Nets' }).waitFor()
  }, 60_000)

  it('holds a text that is much shorter, and says where it waits', async () => {
    const long = `The pier\n\n“The pier is shut,” said Mara Lindt.\n\n${'Gulls were on the pier. '.repeat(40)}`
    const put = async (text: string) => {
      await look(text)
      await preview().getByLabel('Address of the page').fill('https://courier.example/pier')
      await page.keyboard.press('Tab')
    }
    await put(long)
    await preview().getByRole('button', { name: 'Put it in' }).click()
    await list().getByRole('link', { name: 'The pier', exact: true }).waitFor()
    await put('The pier\n\n“The pier is shut,” said Mara Lindt.')
    await preview().getByText('half as long as the text on record').waitFor()
    await screenshots(page, 'desk-put-in-held')
    await preview().getByRole('button', { name: 'Put it in' }).click()
    await list().getByText('Much shorter than the text on record').waitFor()
  }, 60_000)

  it('takes files, tells of each why not, and puts nothing in before it is told to', async () => {
    const before = await count()
    await page.locator('input[type=file]').setInputFiles([
      {
        name: 'quarrin-rents.md',
        mimeType: 'text/markdown',
        buffer: readFileSync(`${samplesFolder}/quarrin-rents.md`),
      },
      {
        name: 'latin.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Caf\xe9\n\n"No," said Ana Pi\xf1a.', 'latin1'),
      },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      { name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from('word '.repeat(1_200_000)) },
      { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') },
      {
        name: 'photo.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]),
      },
    ])
    await list().getByText('is a PDF').waitFor()
    await list().getByText('is not a text').waitFor()
    for (const why of ['it is empty', 'it is 6.0 MB, the limit is 5 MB'])
      await list().getByText(why).waitFor()
    expect(await count()).toBe(before)
    await list().getByRole('button', { name: 'Look at latin.txt' }).click()
    await preview().getByText('was read as Windows-1252').waitFor()
    await preview().getByText('“No,” said Ana Piña').or(preview().getByText('Ana Piña')).first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await list().getByRole('button', { name: 'Put all 2 in' }).click()
    await list().getByRole('link', { name: /rents/i }).waitFor({ timeout: 30_000 })
    await list().getByRole('link', { name: 'Café' }).waitFor({ timeout: 30_000 })
    expect(await count()).toBe(before + 2)
    expect(await violations(page)).toEqual([])
    await screenshots(page, 'desk-put-in')
  }, 60_000)

  it('takes files that are dragged from a folder and dropped anywhere', async () => {
    const files = ['a.txt', 'b.txt'].map((name) => join(folder, name))
    for (const file of files) writeFileSync(file, `Boats ${file}\n\n“We row,” said Josefa Quill.`)
    // The browser's own drag of files, as the system hands it to the window.
    const cdp: CDPSession = await page.context().newCDPSession(page)
    const data = { items: [], files, dragOperationsMask: 1 }
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      cdp.send('Input.dispatchDragEvent', { type, x: 700, y: 300, data })
    const before = await count()
    await drag('dragEnter')
    await drag('dragOver')
    await page.getByText('Drop the files here').waitFor()
    await screenshots(page, 'desk-put-in-drop')
    await drag('drop')
    await list().getByRole('button', { name: 'Look at b.txt' }).waitFor()
    expect(await page.getByText('Drop the files here').count()).toBe(0)
    expect(await count()).toBe(before)
    await list().getByRole('button', { name: 'Put all 2 in' }).click()
    await expect.poll(count, { timeout: 30_000 }).toBe(before + 2)
  }, 60_000)

  it('loses nothing and doubles nothing when the record goes away in the middle', async () => {
    const long = `The lock\n\n“The lock is open,” said Mara Lindt.\n\n${'Boats went through the lock. '.repeat(1_000)}`
    await look(long)
    const before = await count()
    await desk.restart(async () => {
      await page.keyboard.press('Control+Enter')
      await page.getByText('The record cannot be reached.').waitFor()
      expect(await violations(page)).toEqual([])
      const asked: string[] = []
      page.once('dialog', (dialog) => {
        asked.push(dialog.type())
        void dialog.dismiss()
      })
      await page.getByRole('link', { name: 'Review', exact: true }).click()
      await expect.poll(() => asked).toEqual(['beforeunload'])
    })
    await list().getByRole('link', { name: 'The lock' }).waitFor({ timeout: 30_000 })
    expect(await count()).toBe(before + 1)
    expect(desk.faults).toEqual([])
  }, 60_000)
})
