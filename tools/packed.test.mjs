import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EdgeVM } from '@edge-runtime/vm'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../packages/server/test/harness/chromium.ts'
import { createDataFolders } from '../packages/server/test/harness/data-folder.ts'
import { serveCommand } from '../packages/server/test/harness/run-process.ts'
import { withLock } from './lock.mjs'
import { packPackages } from './pack.mjs'
import { bundleApp, makeApp } from './packed/app.mjs'
import { startFront } from './packed/front.mjs'
import { capture } from './process.mjs'
import { ensureOlderNode } from './toolchain.mjs'
import { inRoot, toolsFolder } from './workspace.mjs'

// These tests pack and install the packages as users do, and run them wherever they promise to run.

/** The results of the program in packed/app, which are the same everywhere. */
const FACTS = {
  page: 3,
  paged: 25,
  topic: 'Elections',
  custom: 'Politics',
  generated: ['Ottilie Brandreth: DIRECT'],
  tree: { __typename: 'Query' },
  hooked: ['Topics', 'Topics', 200],
  shared: [true, false],
  kinds: true,
  wrong: 'bad-request',
  refused: 'bad-request BAD_USER_INPUT',
  aborted: 'aborted',
  unreachable: 'network',
  persisted: [
    1,
    'bad-request PERSISTED_QUERY_NOT_FOUND',
    { site: { name: 'Harbour Post' } },
    { site: { name: 'Harbour Post' } },
  ],
  live: { seen: ['1', '2', '3'], ended: 0 },
}

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the SDK in a browser, for there is no Chromium')

/** @type {string} */
let folder
/** @type {import('../packages/server/test/harness/data-folder.ts').DataFolders} */
let folders
/** @type {Awaited<ReturnType<typeof startFront>>} */
let front
/** @type {() => Promise<unknown>} */
let stop

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-packed-'))
  const articles = ['election-night.md', 'merrow-bank-treaty-signed.md'].map((name) =>
    inRoot('examples/articles', name),
  )
  folders = createDataFolders()
  const starting = serveCommand(['--data', folders.create('packed'), '--ingest', ...articles])
  stop = async () => (await starting).end('SIGTERM')
  const archive = await packPackages(join(folder, 'archives'))
  const [service] = await Promise.all([starting, makeApp(folder, archive)])
  const operations = readFileSync(join(folder, 'node_modules/@onrecord/sdk/operations.json'), 'utf8')
  front = await startFront(service.url, {
    operations: JSON.parse(operations),
    script: bundleApp(folder, 'page'),
  })
}, 180_000)
afterAll(async () => {
  await front?.close()
  await stop?.()
  folders?.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** @param {string} node the path of Node */
async function runOn(node) {
  const { code, output } = await capture(node, [join(folder, 'src/node.js'), front.url])
  if (code !== 0) throw new Error(output)
  return JSON.parse(output)
}

/** Runs a CommonJS program. Node 20 and 22 may warn that `require` of ES modules is new. */
const requireOn = (/** @type {string} */ node) =>
  capture(node, ['--no-warnings', join(folder, 'src/require.cjs'), front.url])

describe('the packed SDK with documents of the packed codegen', () => {
  it(`runs on Node ${process.version}`, async () => {
    expect(await runOn(process.execPath)).toEqual(FACTS)
    expect(await requireOn(process.execPath)).toEqual({ code: 0, output: 'Elections true\n' })
  })

  it("prints what codegen's README says", async () => {
    const shown = readFileSync(inRoot('packages/codegen/README.md'), 'utf8')
    const [, printed] = /^```text\n([\s\S]*?)^```$/m.exec(shown) ?? []
    const program = join(folder, 'src/said.js')
    writeFileSync(program, readFileSync(program, 'utf8').replace('http://127.0.0.1:4000', front.url))
    expect(await capture(process.execPath, [program])).toEqual({ code: 0, output: printed })
  })

  it.each(/** @type {const} */ ([20, 22]))(
    'runs on Node %d',
    async (major) => {
      const node = await withLock(`${toolsFolder}/setup.lock`, () => ensureOlderNode(major))
      expect(await runOn(node)).toEqual(FACTS)
      expect(await requireOn(node)).toEqual({ code: 0, output: 'Elections true\n' })
    },
    120_000,
  )

  it('runs in a worker that has only Web APIs', async () => {
    const worker = new EdgeVM({ codeGeneration: { strings: false, wasm: false } })
    expect(worker.evaluate('[typeof process, typeof require, typeof Buffer]')).toEqual(
      Array(3).fill('undefined'),
    )
    worker.evaluate(bundleApp(folder, 'worker'))
    expect(await worker.evaluate(`smoke('${front.url}')`)).toEqual(FACTS)
  })

  it.skipIf(!executablePath)(
    'runs in a browser, on a page that was made by a bundler',
    async () => {
      const browser = await chromium.launch({
        executablePath: /** @type {string} */ (executablePath),
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      })
      try {
        const page = await browser.newPage()
        await page.goto(front.url)
        await expect.poll(() => page.title(), { timeout: 20_000 }).not.toBe('')
        expect(JSON.parse(await page.title())).toEqual(FACTS)
        expect(await page.locator('li').count()).toBe(5)
      } finally {
        await browser.close()
      }
    },
    60_000,
  )
})
