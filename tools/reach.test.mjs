import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { findUnusedFiles } from './reach.mjs'

it('finds no unused file in this workspace', () => {
  expect(findUnusedFiles()).toEqual([])
})

it('finds a file that no entry imports, by itself or on demand, and passes tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reach-'))
  const files = {
    'src/index.ts': "export { a } from './a.js'",
    'src/a.ts': "export const a = () => import('./b.js')",
    'src/b.ts': "import type { C } from './types/c.js'\nexport type B = C",
    'src/types/c.ts': 'export type C = 1',
    'src/d.ts': "import './a.js'",
    'src/d.test.ts': "import './d.js'",
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'packages/one', name)), { recursive: true })
    writeFileSync(join(folder, 'packages/one', name), text)
  }
  const found = findUnusedFiles(folder, ['packages/one/src/index.ts'])
  rmSync(folder, { recursive: true })
  expect(found).toEqual([
    'packages/one/src/d.ts: nothing imports it: import it where it belongs, or delete it',
  ])
})
