import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readLocalKey } from '../packages/server/src/record/api-key/local-key-file.ts'
import { createDataFolders } from '../packages/server/test/harness/data-folder.ts'
import { runCommand } from '../packages/server/test/harness/run-command.ts'
import { serveCommand } from '../packages/server/test/harness/run-process.ts'
import { installExamples } from './install-examples.mjs'
import { capture } from './process.mjs'
import { toolEnvironment } from './toolchain.mjs'
import { inRoot } from './workspace.mjs'

// The examples that follow the record. Their tests change it, and run on a record of their own.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

/** @type {string} */
let folder
/** @type {string} */
let data
/** @type {import('../packages/server/test/harness/data-folder.ts').DataFolders} */
let folders
/** @type {import('../packages/server/test/harness/run-process.ts').ServingCommand} */
let server

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-live-examples-'))
  folders = createDataFolders()
  data = folders.create('live-examples')
  await installExamples(folder, ['bot', 'mirror'])
  server = await serveCommand(['--data', data, '--ingest', inRoot('examples/articles')])
})
afterAll(async () => {
  await server?.end('SIGTERM')
  folders?.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function ingest(/** @type {string} */ article) {
  const { code, stderr } = await runCommand(['ingest', '--data', data, '-'], { stdin: article })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
}

it.each(['bot', 'mirror'])('examples/%s has correct types', async (name) => {
  const checked = await capture('npm', ['run', '--silent', 'check'], {
    cwd: join(folder, name),
    env: toolEnvironment(),
  })
  expect(checked).toEqual({ code: 0, output: '' })
})

/**
 * Starts a program of an example that runs until it is ended.
 *
 * @param {string} example @param {string[]} args @param {Record<string, string>} env
 */
function startExample(example, args, env) {
  const child = spawn(process.execPath, args, {
    cwd: join(folder, example),
    env: { ...toolEnvironment(), ONRECORD_URL: server.url, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
    })
  }
  const ended = new Promise((resolve) => child.once('close', resolve))
  return {
    output: () => output,
    end: (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal)
      return ended
    },
  }
}

describe('examples/bot', () => {
  it('posts each new statement of a speaker, also of the time when it or its receiver was away', async () => {
    /** @type {{ id: string, took: boolean, text: string }[]} */
    const posts = []
    const receiver = createServer(async (request, response) => {
      const { text: words } = JSON.parse(await text(request))
      const took = posts.length > 0
      posts.push({ id: String(request.headers['webhook-id']), took, text: words })
      response.writeHead(took ? 204 : 503).end()
    })
    await new Promise((resolve) => receiver.listen(0, '127.0.0.1', () => resolve(null)))
    const { port } = /** @type {import('node:net').AddressInfo} */ (receiver.address())
    const env = { WEBHOOK_URL: `http://127.0.0.1:${port}/`, PLACE: join(folder, 'place.txt') }
    const start = () => startExample('bot', ['index.js', 'Anand Rao'], env)
    const first = start()
    await expect.poll(first.output, { timeout: 20_000 }).toContain('waiting for Anand Rao')
    await ingest('The tide\n\n“The tide is high,” said Anand Rao. “It is not,” said Anselm Okafor.\n')
    await expect.poll(() => posts.length, { timeout: 20_000 }).toBe(2)
    expect(first.output()).toContain('the receiver answered 503: trying again\n')
    expect(await first.end('SIGTERM')).toBe(0)
    await ingest('The moon\n\n“The moon is new,” said Anand Rao.\n')
    const second = start()
    await expect.poll(() => posts.length, { timeout: 20_000 }).toBe(3)
    expect(await second.end('SIGINT')).toBe(0)
    expect(posts.map(({ took, text: words }) => `${took} ${words}`)).toEqual([
      ...['false Anand Rao: “The tide is high,”', 'true Anand Rao: “The tide is high,”'],
      'true Anand Rao: “The moon is new,”',
    ])
    expect([posts[0]?.id === posts[1]?.id, posts[1]?.id === posts[2]?.id]).toEqual([true, false])
    receiver.close()
  })

  it('says how to call it when nobody has the name', async () => {
    const { code, output } = await capture(process.execPath, ['index.js', 'Nobody'], {
      cwd: join(folder, 'bot'),
      env: { ...toolEnvironment(), ONRECORD_URL: server.url },
    })
    expect([code, output]).toEqual([2, 'WEBHOOK_URL=https://… node index.js "Name of a speaker on record"\n'])
  })
})

describe('examples/mirror', () => {
  /** What the mirror prints when its copy equals the record. */
  async function recordNow() {
    const rows = []
    for (let after = null, more = true; more; ) {
      const { data: page } = await server.ask(`{ statements(first: 100, after: ${JSON.stringify(after)}) {
        nodes { id version text kind polarity medium reviewStatus article { id } }
        pageInfo { hasNextPage endCursor } } }`)
      rows.push(...page.statements.nodes.map((/** @type {any} */ one) => Object.values(one)))
      more = page.statements.pageInfo.hasNextPage
      after = page.statements.pageInfo.endCursor
    }
    const lines = rows
      .map(([id, version, words, kind, polarity, medium, status, article]) =>
        JSON.stringify([id, version, words, kind, polarity, medium, status, article.id]),
      )
      .toSorted()
    const hash = createHash('sha256').update(lines.map((line) => `${line}\n`).join(''))
    return `${rows.length} statements, sha256 ${hash.digest('hex')}`
  }

  it('stays equal to the record, also when it is killed', async () => {
    const key = readLocalKey(data) ?? ''
    const write = async (/** @type {string} */ field) => {
      const { data: result } = await server.ask(`mutation { ${field} { __typename } }`, key)
      expect(JSON.stringify(result)).toContain('Success')
    }
    const last = (/** @type {ReturnType<typeof startExample>} */ { output }) =>
      output()
        .match(/^\d+ statements.*$/gm)
        ?.at(-1)
    const start = () => startExample('mirror', ['index.js'], { MIRROR: join(folder, 'mirror.db') })
    const first = start()
    const before = await recordNow()
    await expect.poll(() => last(first), { timeout: 30_000 }).toBe(before)
    const { data: found } = await server.ask(
      '{ statements(first: 3) { nodes { id version } } articles(first: 1) { nodes { id version } } }',
    )
    const [one, two, three] = found.statements.nodes
    const at = (/** @type {any} */ { id, version }) => `id: "${id}", expectedVersion: ${version}`
    await write(`statementUpdate(input: { ${at(one)}, patch: { medium: INTERVIEW } })`)
    await write(`statementReview(input: { ${at(two)}, decision: REJECT, reason: NOT_SPEECH })`)
    await expect.poll(async () => last(first) === (await recordNow()), { timeout: 20_000 }).toBe(true)
    expect(last(first)).not.toBe(before)
    const taking = ingest('The rain\n\n“The rain is warm,” said Anand Rao.\n')
    await first.end('SIGKILL')
    await taking
    await write(`statementDelete(input: { ${at(three)} })`)
    await write(`articleDelete(input: { ${at(found.articles.nodes[0])} })`)
    const second = start()
    await expect.poll(async () => last(second) === (await recordNow()), { timeout: 30_000 }).toBe(true)
    await write(`articleRestore(input: { id: "${found.articles.nodes[0].id}" })`)
    await expect.poll(async () => last(second) === (await recordNow()), { timeout: 20_000 }).toBe(true)
    expect(await second.end('SIGTERM')).toBe(0)
  })
})
