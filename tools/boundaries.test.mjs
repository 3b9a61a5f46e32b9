import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { capture } from './process.mjs'
import { binary, inRoot } from './workspace.mjs'

// Who may import whom: biome.json has the rules, this proves that each one bites.

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boundaries-'))
  cpSync(inRoot('biome.json'), join(folder, 'biome.json'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What Biome says of a workspace of these files. */
async function lint(/** @type {Record<string, string>} */ files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), `${text}\n`)
  }
  const args = ['lint', '--vcs-enabled=false', '--error-on-warnings', '.']
  return capture(process.execPath, [binary('@biomejs/biome'), ...args], { cwd: folder })
}

const from = (/** @type {string} */ module) => `export { x } from '${module}'`
const server = 'packages/server/src'

it.each([
  ['extract imports another package', 'packages/extract/src/a.ts', '@onrecord/sdk'],
  ['extract imports the server by its path', 'packages/extract/src/a.ts', '../../server/src/http/a.js'],
  ['codegen imports a package', 'packages/codegen/src/a.ts', '@onrecord/sdk'],
  ['the server imports a file of a package', `${server}/ingest/a.ts`, '@onrecord/extract/dist/cues/cue.js'],
  ['the server imports a package by its path', `${server}/ingest/a.ts`, '../../../extract/src/cues/cue.js'],
  ['a command imports a package by its path', `${server}/cli/a.ts`, '../../../extract/src/cues/cue.js'],
  ['the server imports the SDK', `${server}/http/a.ts`, '@onrecord/sdk'],
  ["a noun imports another noun's type", `${server}/article/queries.ts`, '../speaker/type.js'],
  ["a noun's folder in a folder does", `${server}/topic/tree/a.ts`, '../../speaker/type.js'],
  ['an example imports a file of a package', 'examples/node-script/a.ts', '@onrecord/sdk/dist/client.js'],
  [
    'an example imports a package by its path',
    'examples/node-script/a.ts',
    '../../packages/sdk/src/client.js',
  ],
])('fails when %s', async (_, file, module) => {
  const { code, output } = await lint({ [file]: from(module) })
  expect(output).toContain('lint/style/noRestrictedImports')
  expect(code).toBe(1)
})

it.each([
  ['a type', `import type { x } from '../speaker/type.js'\nexport type y = x`],
  ['on demand', `export const x = () => import('../speaker/type.js')`],
])('fails when a noun imports another noun %s', async (_, text) => {
  const { code, output } = await lint({ [`${server}/article/queries.ts`]: text })
  expect(output).toContain('lint/style/noRestrictedImports')
  expect(code).toBe(1)
})

it('fails on a cycle, of types too', async () => {
  const { code, output } = await lint({
    [`${server}/http/a.ts`]: `import type { B } from './b.js'\nexport type A = B[]`,
    [`${server}/http/b.ts`]: `import type { A } from './a.js'\nexport type B = A[]`,
  })
  expect(output).toContain('lint/suspicious/noImportCycles')
  expect(code).toBe(1)
})

it('passes what goes with the flow', async () => {
  const { code, output } = await lint({
    'packages/extract/src/extract.ts': from('./cues/find-cues.js'),
    'packages/codegen/src/a.ts': from('@onrecord/server/schema.graphql'),
    [`${server}/ingest/a.ts`]: from('@onrecord/extract'),
    [`${server}/cli/extract.ts`]: from('@onrecord/sdk'),
    [`${server}/schema/all.ts`]: from('../article/type.js'),
    [`${server}/article/queries.ts`]: [from('./type.js'), "export { y } from '../speaker/rules.js'"].join(
      '\n',
    ),
    'examples/node-script/a.ts': from('@onrecord/sdk'),
  })
  expect(output).toContain('Checked 8 files')
  expect(code).toBe(0)
})
