import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { EdgeVM } from '@edge-runtime/vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLocalKey } from '../packages/server/src/record/api-key/local-key-file.ts'
import { createDataFolders } from '../packages/server/test/harness/data-folder.ts'
import { serveCommand } from '../packages/server/test/harness/run-process.ts'
import { bundleForWeb, checkProject, runProgram, shownFiles, writeProject } from './clients/project.mjs'
import { capture } from './process.mjs'
import { readyOperations } from './ready-operations.mjs'
import { binary, inRoot } from './workspace.mjs'

// The guides to other clients and to frameworks show one project. These tests check its types, and run it.

/** @type {string} */
let folder
/** @type {import('../packages/server/test/harness/data-folder.ts').DataFolders} */
let folders
/** @type {import('../packages/server/test/harness/run-process.ts').ServingCommand} */
let server

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-clients-'))
  folders = createDataFolders()
  const data = folders.create('clients')
  server = await serveCommand(['--data', data, '--ingest', inRoot('examples/articles')])
  writeFileSync(join(folder, 'key'), readLocalKey(data) ?? '')
  await writeProject(folder, server.url)
  for (const name of ['every-operation.ts', 'frameworks.ts', 'write-through.ts']) {
    const program = readFileSync(inRoot('tools/clients/app', name), 'utf8')
    writeFileSync(join(folder, 'src', name), program.replace('http://127.0.0.1:4000', server.url))
  }
}, 180_000)
afterAll(async () => {
  await server?.end('SIGTERM')
  folders?.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('the project of the guides', () => {
  it('has correct types, with what the compiler of Relay generates', async () => {
    expect(await checkProject(folder)).toEqual({ code: 0, output: '' })
  })

  const printing = shownFiles().filter(({ output }) => output !== null)
  it.each(printing)('prints what the guide “$guide” shows: $name', async ({ name, output }) => {
    expect(await runProgram(folder, name)).toEqual({ code: 0, output })
  })
})

describe('the tests of docs/guides/testing.md', () => {
  const tests = shownFiles().filter(({ name }) => name.endsWith('.test.ts'))
  it.each(tests)('pass with msw: $name', async ({ name }) => {
    expect(await runProgram(folder, name)).toMatchObject({ code: 0 })
    expect(tests).toHaveLength(1)
  })

  const jest = (/** @type {string[]} */ ...flags) =>
    capture(process.execPath, [...flags, binary('jest')], { cwd: folder })

  it('pass in Jest that compiles to CommonJS', async () => {
    const { code, output } = await jest()
    expect([code, output]).toEqual([0, expect.stringContaining('1 passed, 1 total')])
  })

  it('pass in Jest with ES modules', async () => {
    writeFileSync(
      join(folder, 'jest.config.cjs'),
      "module.exports = { testMatch: ['**/jest/*.js'], transform: {} }",
    )
    const { code, output } = await jest('--experimental-vm-modules')
    expect([code, output]).toEqual([0, expect.stringContaining('1 passed, 1 total')])
  })
})

describe('the worker of docs/guides/workers.md', () => {
  it('answers where there is nothing of Node', async () => {
    const worker = new EdgeVM({ codeGeneration: { strings: false, wasm: false } })
    worker.evaluate(await bundleForWeb(folder, 'src/worker.ts', 'app'))
    const answer = (/** @type {string} */ topic, /** @type {string} */ url) =>
      worker.evaluate(`app.default
        .fetch(new Request('https://w.test/?topic=${topic}'), { ONRECORD_URL: '${url}' })
        .then(async (response) => [response.status, await response.text()])`)
    const [status, body] = await answer('elections', `${server.url}/graphql`)
    expect([status, JSON.parse(body)]).toEqual([200, { topic: 'Elections', said: expect.any(Array) }])
    expect(await answer('nothing', `${server.url}/graphql`)).toEqual([404, 'no such topic'])
    expect(await answer('elections', 'http://127.0.0.1:9/graphql')).toEqual([503, 'network'])
  })
})

describe('urql with persisted operations', () => {
  /** What the program of the guide prints with a service that runs the operations of a list only. */
  const printed = async (/** @type {string} */ list) => {
    const env = { ONRECORD_PERSISTED: 'only', ONRECORD_OPERATIONS: list }
    const articles = inRoot('examples/articles')
    const only = await serveCommand(['--data', folders.create(basename(list)), '--ingest', articles], { env })
    try {
      const program = readFileSync(join(folder, 'src/urql-persisted.ts'), 'utf8')
      writeFileSync(join(folder, 'src/urql-only.ts'), program.replace(server.url, only.url))
      return await runProgram(folder, 'src/urql-only.ts')
    } finally {
      await only.end('SIGTERM')
    }
  }

  it('asks a service that runs only its list by the hashes of the list that the guide writes', async () => {
    expect(await runProgram(folder, 'src/urql-list.ts')).toEqual({ code: 0, output: '' })
    expect(await printed(join(folder, 'urql-operations.json'))).toEqual({ code: 0, output: '2\n' })
    expect(await printed('sdk')).toEqual({ code: 0, output: 'PERSISTED_QUERY_NOT_FOUND\n' })
  }, 180_000)
})

describe('the caches of Apollo and urql', () => {
  it("give each of the SDK's queries the answer of the service, and warn of nothing", async () => {
    const ask = async (/** @type {string} */ query) => (await server.ask(query)).data
    const asked = (await readyOperations(ask)).filter(({ of }) => of === 'SDK')
    writeFileSync(join(folder, 'operations.json'), JSON.stringify(asked))
    const { code, output } = await runProgram(folder, 'src/every-operation.ts')
    expect([code, output.replace(/^\d+ answers\n$/, '')]).toEqual([0, ''])
    expect(Number.parseInt(output, 10)).toBeGreaterThan(12)
  })

  it('show in a list what a mutation did', async () => {
    const shown = 'Apollo: VERIFIED\nurql: StatementSuccess REJECTED\n'
    expect(await runProgram(folder, 'src/write-through.ts')).toEqual({ code: 0, output: shown })
  })
})
