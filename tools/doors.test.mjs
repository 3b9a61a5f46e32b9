import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSideDoors } from './doors.mjs'
import { capture } from './process.mjs'
import { binary, inRoot } from './workspace.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doors-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Plants a file. */
function plant(/** @type {string} */ file, /** @type {string} */ text) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${text}\n`)
}

const from = (/** @type {string} */ module) => `export { x } from '${module}'`
const server = 'packages/server/src'

describe('a package', () => {
  beforeEach(() => {
    for (const name of ['codegen', 'extract', 'pothos-read-plan', 'sdk', 'server', 'web']) {
      const manifest = `packages/${name}/package.json`
      mkdirSync(dirname(join(folder, manifest)), { recursive: true })
      cpSync(inRoot(manifest), join(folder, manifest))
    }
    plant(
      'examples/node-script/package.json',
      '{ "name": "an-example", "dependencies": { "@onrecord/sdk": "1" } }',
    )
    plant('packages/made-up/package.json', '{ "name": "@onrecord/made-up" }')
  })

  it.each([
    ['extract imports another package', 'packages/extract/src/a.ts', '@onrecord/sdk'],
    ['extract imports the server by its path', 'packages/extract/src/a.ts', '../../server/src/http/a.js'],
    ['codegen imports the server', 'packages/codegen/src/a.ts', '@onrecord/server'],
    ['the pages import the server', 'packages/web/src/a.tsx', '@onrecord/server'],
    ['the pages import the extractor', 'packages/web/src/a.ts', '@onrecord/extract'],
    ['the server imports a file of a package', `${server}/ingest/a.ts`, '@onrecord/extract/dist/cues.js'],
    ['the server imports a package by its path', `${server}/ingest/a.ts`, '../../../extract/src/cues.js'],
    ['a test imports a package by its path', `${server}/cli/a.test.ts`, '../../../extract/src/cues.js'],
    ['the server imports a tool', `${server}/http/a.ts`, '../../../../tools/reach.mjs'],
    ['an example imports a file of a package', 'examples/node-script/a.ts', '@onrecord/sdk/dist/client.js'],
    ['an example imports a package by its path', 'examples/node-script/a.ts', '../../packages/sdk/src/a.js'],
    ['a new package imports another', 'packages/made-up/src/a.ts', '@onrecord/extract'],
  ])('is entered by its door, so it fails when %s', (_, file, module) => {
    plant(file, from(module))
    expect(findSideDoors(folder)).toHaveLength(1)
  })

  it('may be imported where it is named, by what it exports', () => {
    plant('packages/extract/src/extract.ts', from('./cues.js'))
    plant('packages/codegen/src/a.ts', from('@onrecord/sdk/schema.graphql'))
    plant('packages/web/src/record/a.ts', from('@onrecord/sdk'))
    plant(`${server}/ingest/a.ts`, from('@onrecord/extract'))
    plant(`${server}/cli/extract.ts`, from('@onrecord/sdk'))
    plant('packages/server/test/harness/a.ts', from('../../src/http/server.js'))
    plant('packages/server/test/a.test.ts', from('../../../tools/reach.mjs'))
    plant('examples/node-script/a.ts', from('@onrecord/sdk'))
    expect(findSideDoors(folder)).toEqual([])
  })
})

it('finds no side door in this workspace', () => {
  expect(findSideDoors()).toEqual([])
})

describe('Biome', () => {
  beforeEach(() => cpSync(inRoot('biome.json'), join(folder, 'biome.json')))

  const lint = () =>
    capture(
      process.execPath,
      [binary('@biomejs/biome'), 'lint', '--vcs-enabled=false', '--error-on-warnings', '.'],
      { cwd: folder },
    )

  it.each([
    ['a value', 'graphql/article/queries.ts', from('../speaker/type.js')],
    ['a value, deep in its folder', 'graphql/topic/tree/a.ts', from('../../speaker/type.js')],
    ['a value, of a noun made only for this test', 'graphql/made-up/queries.ts', from('../speaker/type.js')],
    ['a type', 'graphql/article/a.ts', `import type { x } from '../speaker/type.js'\nexport type y = x`],
    ['on demand', 'graphql/article/a.ts', `export const x = () => import('../speaker/type.js')`],
  ])("fails when a noun imports another noun's type.ts: %s", async (_, file, text) => {
    plant(`${server}/${file}`, text)
    const { code, output } = await lint()
    expect(output).toContain('lint/style/noRestrictedImports')
    expect(code).toBe(1)
  })

  it('fails on a cycle, of types too', async () => {
    plant(`${server}/http/a.ts`, `import type { B } from './b.js'\nexport type A = B[]`)
    plant(`${server}/http/b.ts`, `import type { A } from './a.js'\nexport type B = A[]`)
    const { code, output } = await lint()
    expect(output).toContain('lint/suspicious/noImportCycles')
    expect(code).toBe(1)
  })

  it('passes what goes with the flow', async () => {
    plant(`${server}/graphql/service-schema.ts`, from('./article/type.js'))
    plant(
      `${server}/graphql/article/queries.ts`,
      `${from('./type.js')}\nexport { y } from '../speaker/list.js'`,
    )
    expect(await lint()).toMatchObject({ code: 0 })
  })
})
