import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash, stampsIn, statHash } from './stamp.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'))
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'src', 'a'), 'one')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('contentHash', () => {
  it('changes with the content, not with the time', () => {
    const file = join(folder, 'src', 'a')
    const before = contentHash([file])
    utimesSync(file, 0, 0)
    expect(contentHash([file])).toBe(before)
    writeFileSync(file, 'two')
    expect(contentHash([file])).not.toBe(before)
  })

  it('depends on the order of the files, and accepts a missing one', () => {
    const a = join(folder, 'src', 'a')
    const b = join(folder, 'b')
    const missing = join(folder, 'missing')
    writeFileSync(b, 'two')
    expect(contentHash([a, b])).not.toBe(contentHash([b, a]))
    expect(contentHash([a, missing])).not.toBe(contentHash([a]))
    expect(contentHash([a, join(a, 'below-a-file')])).toBe(contentHash([a, missing]))
  })
})

describe('statHash', () => {
  it.each([
    ['an edit', () => utimesSync(join(folder, 'src', 'a'), 5, 5)],
    ['a new file', () => writeFileSync(join(folder, 'src', 'b'), '')],
    ['a removed file', () => rmSync(join(folder, 'src', 'a'))],
  ])('changes with %s', (_, change) => {
    const before = statHash([folder])
    expect(statHash([folder])).toBe(before)
    change()
    expect(statHash([folder])).not.toBe(before)
  })

  it('accepts a missing folder', () => {
    expect(statHash([join(folder, 'none')])).toBe(statHash([]))
  })
})

describe('stampsIn', () => {
  it('remembers the last key of each name', () => {
    const stamps = stampsIn(join(folder, 'new', 'stamps'))
    expect(stamps.matches('build', '1')).toBe(false)
    stamps.write('build', '1')
    expect(stamps.matches('build', '1')).toBe(true)
    expect(stamps.matches('build', '2')).toBe(false)
    stamps.remove('build')
    stamps.remove('build')
    expect(stamps.matches('build', '1')).toBe(false)
  })
})
