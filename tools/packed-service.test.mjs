import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../packages/server/test/harness/chromium.ts'
import { createDataFolders } from '../packages/server/test/harness/data-folder.ts'
import { serveCommand } from '../packages/server/test/harness/run-process.ts'
import { packPackages } from './pack.mjs'
import { quietly } from './process.mjs'
import { inRoot } from './workspace.mjs'

// The service with its pages and its desk, from the archives that are published, in a browser.

/** The packages of ours that the service needs. */
const OURS = /** @type {const} */ (['extract', 'pothos-read-plan', 'sdk', 'web', 'server'])

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the packed service in a browser, for there is no Chromium')

describe.skipIf(!executablePath)('the packed service', () => {
  /** @type {string} */
  let folder
  /** @type {import('../packages/server/test/harness/data-folder.ts').DataFolders} */
  let folders
  /** @type {import('../packages/server/test/harness/run-process.ts').ServingCommand} */
  let service
  /** @type {string} */
  let key
  /** @type {import('playwright-core').Browser} */
  let browser
  /** @type {string[]} */
  const faults = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-packed-service-'))
    const archive = await packPackages(join(folder, 'archives'), OURS)
    for (const name of OURS) await install(join(folder, 'node_modules'), name, archive(name))
    folders = createDataFolders()
    const data = folders.create('packed-service')
    const article = inRoot('examples/articles/merrow-bank-treaty-signed.md')
    const main = join(folder, 'node_modules/@onrecord/server/dist/cli/main.js')
    service = await serveCommand(['--data', data, '--ingest', article], { cwd: folder }, main)
    key = readFileSync(join(data, 'local-admin.key'), 'utf8').trim()
    browser = await chromium.launch({
      executablePath: /** @type {string} */ (executablePath),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await service?.end('SIGTERM')
    folders?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(/** @type {string} */ path) {
    const page = await browser.newPage()
    page.on('request', (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|data:)/.test(request.url())) faults.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto(service.url + path)
    return page
  }

  it('checks a quotation on its first page', async () => {
    const page = await open('/')
    await page.getByLabel(/Did they say that/).fill('Eleven years ago we hit each other here')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('1 word altered').waitFor()
    await page.getByRole('link', { name: 'The statement, and where it stands' }).click()
    await page.getByRole('heading', { name: 'Where it stands' }).waitFor()
    await page.close()
  }, 60_000)

  it('takes a decision at its desk', async () => {
    const page = await open('/desk')
    await page.getByLabel('Your key').fill(key)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText(/\d+ to review/).waitFor()
    await page.keyboard.press('v')
    await page.getByText('Verified.').waitFor()
    const verified = '{ statements(filter: { reviewStatuses: [VERIFIED] }) { totalCount { value } } }'
    await expect
      .poll(async () => (await service.ask(verified)).data.statements.totalCount.value, { timeout: 20_000 })
      .toBe(1)
    await page.close()
  }, 60_000)

  it('sends no request to another server, and logs no error', () => {
    expect(faults).toEqual([])
  })
})

/**
 * Unpacks a package of ours, and links the packages that it needs from the workspace: npm would load 100 MB.
 *
 * @param {string} modules
 * @param {string} name
 * @param {string} archive
 */
async function install(modules, name, archive) {
  const folder = join(modules, '@onrecord', name)
  mkdirSync(folder, { recursive: true })
  await quietly('unpacking', 'tar', ['-xzf', archive, '--strip-components=1', '-C', folder])
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  for (const dependency of Object.keys(dependencies)) {
    const place = join(modules, dependency)
    if (dependency.startsWith('@onrecord/') || existsSync(place)) continue
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(inRoot('packages', name, 'node_modules', dependency), place)
  }
}
