import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findChromium } from '../packages/server/test/harness/chromium.ts'
import { createDataFolders } from '../packages/server/test/harness/data-folder.ts'
import { runCommand } from '../packages/server/test/harness/run-command.ts'
import { serveCommand } from '../packages/server/test/harness/run-process.ts'
import { documentationOf } from './editor.mjs'
import { EXAMPLES, installExamples } from './install-examples.mjs'
import { capture } from './process.mjs'
import { startPreview } from './start-preview.mjs'
import { toolEnvironment } from './toolchain.mjs'
import { inRoot } from './workspace.mjs'

// The tests run compilers and a browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

// The app must show markup in a quotation as text.
const MARKUP = `A <b>bold</b> notice

“<img src=x onerror=alert(1)> is what the pamphlet says, whole,” said Mara Lindt.
`

/** @type {string} */
let folder
/** @type {import('../packages/server/test/harness/data-folder.ts').DataFolders} */
let folders
/** @type {import('../packages/server/test/harness/run-process.ts').ServingCommand} */
let server

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-examples-'))
  folders = createDataFolders()
  const data = folders.create('examples')
  const articles = inRoot('examples/articles')
  const installing = installExamples(folder).then(
    () => null,
    (error) => error,
  )
  server = await serveCommand(['--data', data, '--ingest', articles])
  const failure = await installing
  if (failure) throw failure
  const { code, stderr } = await runCommand(['ingest', '--data', data, '-'], { stdin: MARKUP })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})
afterAll(async () => {
  await server?.end('SIGTERM')
  folders?.remove()
  rmSync(folder, { recursive: true, force: true })
})

const readme = (/** @type {string} */ name) => readFileSync(inRoot('examples', name, 'README.md'), 'utf8')

function environment() {
  // With vitest's NODE_ENV, the build would be another one.
  const { NODE_ENV: _, ...env } = toolEnvironment()
  return { ...env, ONRECORD_URL: server.url }
}

/** @param {string} example @param {string[]} args of Node */
const node = (example, ...args) =>
  capture(process.execPath, args, { cwd: join(folder, example), env: environment() })

/** Runs a script of an example's package.json, which must succeed. */
async function script(/** @type {string} */ example, /** @type {string} */ name) {
  const result = await capture('npm', ['run', '--silent', name], {
    cwd: join(folder, example),
    env: environment(),
  })
  expect(result).toMatchObject({ code: 0 })
  return result.output
}

describe.each(EXAMPLES)('examples/%s', (name) => {
  const files = readdirSync(inRoot('examples', name), { recursive: true, withFileTypes: true }).filter(
    (file) => file.isFile() && !/\/(node_modules|generated|gql|dist)(\/|$)/.test(file.parentPath),
  )

  it('has less than 80 lines of code', () => {
    const sources = files.filter((file) => extname(file.name) !== '.md')
    const lines = sources.map(
      (file) => readFileSync(join(file.parentPath, file.name), 'utf8').split('\n').length - 1,
    )
    expect(sources.length).toBeGreaterThan(2)
    expect(lines.reduce((a, b) => a + b)).toBeLessThan(80)
  })

  it('pins the versions of packages, and accepts every compatible version of ours', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(inRoot('examples', name, 'package.json'), 'utf8'),
    )
    const { version } = JSON.parse(readFileSync(inRoot('packages/sdk/package.json'), 'utf8'))
    const all = Object.entries({ ...dependencies, ...devDependencies })
    expect(Object.keys(dependencies)).toContain('@onrecord/sdk')
    for (const [dependency, range] of all) {
      if (dependency.startsWith('@onrecord/')) expect(range).toBe(`^${version}`)
      else expect(range).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })
})

describe('examples/node-script', () => {
  it('prints what a speaker said about a topic as a table', async () => {
    await script('node-script', 'check')
    const { code, output } = await node('node-script', 'index.js', 'Anand Rao', 'transport')
    expect(code).toBe(0)
    const [, shown = ''] = /```text\n([\s\S]*?)```/.exec(readme('node-script')) ?? []
    expect(shown.split('\n').length).toBeGreaterThan(6)
    expect(output.slice(0, shown.length)).toBe(shown)
  })

  it.each([
    [
      ['Anan Rao', 'transport'],
      'nobody called “Anan Rao” is on record; did you mean Anand Prakash Rao, Anand Rao?',
    ],
    [['Rao', 'xyzzy'], 'no topic is called “xyzzy”: try one word of it, as “tax”'],
    [['Anand Rao', 'fisheries'], 'Anand Rao said nothing on record about fisheries'],
    [['Rao'], 'say who and about what: node index.js "Anand Rao" transport'],
  ])('says in one line why there is nothing for %j', async (args, message) => {
    expect(await node('node-script', 'index.js', ...args)).toEqual({ code: 1, output: `${message}\n` })
  })
})

describe('examples/downstream-codegen', () => {
  it('generates, compiles and counts', async () => {
    await script('downstream-codegen', 'generate')
    expect(await script('downstream-codegen', 'start')).toMatch(
      /^Most quoted on elections:\n {3}\d {2}\p{L}/u,
    )
  })
})

describe('examples/downstream-plain', () => {
  it('runs documents of three generators on the client of the SDK', async () => {
    await script('downstream-plain', 'generate')
    expect((await script('downstream-plain', 'start')).split('\n')).toEqual([
      'INDIRECT Luz Ferrándiz: a public timetable of minimum sailings would be written into the licence of any ' +
        'ferry company from 2027',
      'Elections is a part of Politics',
      'Chamber Record, Harbour Post',
      '',
    ])
  })
})

describe('an editor', () => {
  it('shows what the schema says of the fields of results', () => {
    const program = `import { createClient, listStatements, query } from '@onrecord/sdk'
const client = createClient({ url: '' })
const { statements } = await query(client, { statements: { nodes: { medium: true, article: { title: true } } } })
console.log(statements.nodes[0]?.medium, statements.nodes[0]?.article.title)
console.log((await listStatements(client)).nodes[0]?.polarity)
`
    const folderOfTypeScript6 = join(folder, 'downstream-plain')
    expect(documentationOf(folderOfTypeScript6, program, ['medium', 'title', 'polarity'])).toEqual([
      expect.stringContaining('Where the words were spoken or written'),
      expect.stringContaining('Its title as printed.'),
      expect.stringContaining('Whether the speaker says that it is so'),
    ])
  })
})

const executablePath = findChromium()
if (!executablePath)
  console.info(
    'skipped: examples/browser-app in a browser, for there is no Chromium; set CHROMIUM_PATH to one',
  )

describe('examples/browser-app', () => {
  it('builds', async () => {
    expect(await script('browser-app', 'build')).toContain('built in')
  })
})

describe.skipIf(!executablePath)('examples/browser-app in a browser', () => {
  /** @type {import('playwright-core').Browser} */
  let browser
  /** @type {import('playwright-core').Page} */
  let page
  /** @type {Awaited<ReturnType<typeof startPreview>>} */
  let app
  /** @type {string[]} */
  const problems = []

  beforeAll(async () => {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const launched = chromium.launch({ executablePath: executablePath ?? '', args })
    const [started, opened] = await Promise.all([
      startPreview(join(folder, 'browser-app'), environment()),
      launched,
    ])
    app = started
    browser = opened
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } })
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('dialog', (dialog) => problems.push(dialog.message()))
    page.on('request', (request) => request.url().startsWith(app.url) || problems.push(request.url()))
  })
  afterAll(async () => {
    await browser?.close()
    app?.stop()
  })

  const status = () => page.getByRole('status').textContent()
  const bars = () => page.getByRole('main').locator('svg [aria-label=bar] rect').count()

  it('finds words, and shows them in context and on a timeline', async () => {
    await page.goto(app.url)
    expect(await status()).toMatch(/^\d{3} statements$/)
    expect(await page.getByRole('article').count()).toBe(20)
    expect(await bars()).toBeGreaterThan(6)
    mkdirSync(inRoot('.onrecord/screenshots'), { recursive: true })
    await page.screenshot({ path: inRoot('.onrecord/screenshots/browser-app.png') })
    await page.getByRole('searchbox', { name: 'Words' }).fill('ferry')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${app.url}/?q=ferry`)
    expect(await status()).toBe('3 statements')
    expect(await page.getByRole('searchbox').inputValue()).toBe('ferry')
    expect(await bars()).toBe(2)
    const pascoe = page.getByRole('article').filter({ hasText: 'Ewan Pascoe' })
    expect(await pascoe.locator('mark').allTextContents()).toEqual([
      '“The taxpayer has bought half a ferry company,”',
      '“and Mr Rao has come home without the half that floats.”',
    ])
    expect(await pascoe.locator('blockquote').textContent()).toContain('Pascoe was not to be outdone. “The')
    const link = pascoe.getByRole('link', { name: 'After fifteen weeks, the boats go back' })
    expect(await link.getAttribute('href')).toMatch(/^https:\/\//)
  })

  it('shows markup in a quotation as text', async () => {
    await page.goto(`${app.url}/?q=pamphlet+whole`)
    expect(await status()).toBe('1 statement')
    expect(await page.locator('mark').textContent()).toContain('<img src=x onerror=alert(1)> is what')
    expect(await page.locator('main img, main b').count()).toBe(0)
  })

  it('has logged no error so far, and has sent requests only to its own origin', () => {
    expect(problems).toEqual([])
  })

  it('says when nothing is found, and when the service does not answer', async () => {
    await page.goto(`${app.url}/?q=xyzzy`)
    expect(await status()).toBe('0 statements')
    await page.route('**/graphql', (route) => route.fulfill({ status: 400, body: '<h1>Bad request</h1>' }))
    await page.reload()
    expect(await page.getByRole('alert').textContent()).toContain('came, not GraphQL')
    expect(await page.getByRole('main').getAttribute('aria-busy')).toBe('false')
  })
})
