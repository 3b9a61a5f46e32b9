import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { type DeskBrowser, openDesk } from '../../../test/harness/desk-browser.js'
import { violations } from '../../../test/harness/desk-sight.js'
import type { Database } from '../../database/database.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('keys at the desk', () => {
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    desk = await openDesk(database, executablePath as string)
    page = await desk.signIn('Ada', 'admin')
    await page.getByRole('link', { name: 'Keys' }).click()
    await page.getByRole('heading', { name: 'Keys' }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await database?.close()
  })

  it('makes a key that is shown once and signs in, and revokes it, which ends its sessions', async () => {
    await page.getByLabel('Whose').fill('<b>Ben</b>')
    await page.getByLabel('reviewer').click()
    await page.getByRole('button', { name: 'Make a key' }).click()
    const key = (await page.locator('code').textContent()) as string
    expect(key).toMatch(/^or_/)
    expect(await violations(page)).toEqual([])
    await desk.screenshot(page, 'desk-keys')
    await page.getByRole('button', { name: 'I have it' }).click()
    expect(await page.content()).not.toContain(key)

    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const viewer = async () => {
      const body = JSON.stringify({ query: '{ viewer { name scopes } }' })
      const answer = await fetch(`${desk.server().url}/graphql`, { method: 'POST', headers, body })
      return [answer.status, await answer.json()]
    }
    expect(await viewer()).toMatchObject([200, { data: { viewer: { name: '<b>Ben</b>' } } }])
    await page.getByRole('button', { name: 'Revoke the key of <b>Ben</b>' }).click()
    await page.getByRole('button', { name: 'Yes, revoke' }).click()
    await page.getByText('revoked 20').waitFor()
    expect((await viewer())[0]).toBe(401)
    expect(desk.faults).toEqual([])
  }, 60_000)

  it('shows them to admins only', async () => {
    const reviewer = await desk.signIn('Rea', 'reviewer')
    expect(await reviewer.getByRole('link', { name: 'Keys' }).count()).toBe(0)
    await reviewer.goto(`${desk.server().url}/desk/keys`)
    expect(await reviewer.locator('.message').textContent()).toContain(
      'Your key does not allow to manage keys',
    )
  }, 60_000)
})
