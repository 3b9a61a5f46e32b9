import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findUpwardImports, HOUSES } from './layers.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Plants a file that imports a module, and gives what the check says. */
function plant(/** @type {string} */ file, /** @type {string} */ text) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${text}\n`)
  return findUpwardImports(folder)
}

const from = (/** @type {string} */ module) => `export { x } from '${module}'`

it('finds no upward import in this workspace', () => {
  expect(findUpwardImports()).toEqual([])
})

describe.each(HOUSES)('the layers of $folder', ({ folder: source, layers }) => {
  const pairs = layers.slice(0, -1).flatMap((lower, height) => {
    const [upper = ''] = layers[height + 1] ?? []
    return lower.map((layer) => ({ layer, upper }))
  })

  it.each(pairs)('refuse an import from $layer up to $upper', ({ layer, upper }) => {
    const said = plant(`${source}/${layer}/a.ts`, from(`../${upper}/b.js`))
    expect(said).toEqual([`${source}/${layer}/a.ts imports ../${upper}/b.js: ${layer} stands below ${upper}`])
  })

  it.each(pairs)(
    'refuse it in a folder of $layer that is made only for this test, too',
    ({ layer, upper }) => {
      for (const text of [
        `import type { x } from '../../${upper}/made-up/b.js'`,
        `export const y = () => import('../../${upper}/b.js')`,
      ]) {
        expect(plant(`${source}/${layer}/made-up/a.ts`, text)).toHaveLength(1)
      }
    },
  )

  it('allow the same import downwards', () => {
    for (const { layer, upper } of pairs) {
      expect(plant(`${source}/${upper}/a.ts`, from(`../${layer}/made-up/b.js`))).toEqual([])
    }
  })

  it('refuse a folder that is no layer', () => {
    expect(plant(`${source}/made-up/a.ts`, 'export const x = 1')).toEqual([
      `${source}/made-up/a.ts: the folder made-up is no layer: name it in tools/layers.mjs, or move the file`,
    ])
  })
})

it.each(['graphql', '@pothos/core', 'graphql-yoga'])('refuses %s below graphql/', (name) => {
  expect(plant('packages/server/src/record/made-up/a.ts', from(name))).toHaveLength(1)
  rmSync(join(folder, 'packages'), { recursive: true })
  expect(plant('packages/server/src/graphql/made-up/a.ts', from(name))).toEqual([])
})

it('keeps text and dates apart, and from everything of ours', () => {
  expect(plant('packages/server/src/text/a.ts', from('../dates/b.js'))).toEqual([
    'packages/server/src/text/a.ts imports ../dates/b.js: text and dates stand side by side',
  ])
  expect(plant('packages/server/src/dates/a.ts', from('../generated/prisma/enums.js'))).toHaveLength(2)
})
