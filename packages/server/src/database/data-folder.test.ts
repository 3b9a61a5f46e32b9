import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureDatabase, prepareDataFolder } from './data-folder.js'
import { DataFolderError } from './errors.js'

let folder: string
let creations: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-folder-'))
  creations = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(...path: string[]) {
  const file = join(folder, ...path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, path.join('/'))
}

/** Opens a data folder with a database of three files. */
async function open() {
  prepareDataFolder(folder)
  await ensureDatabase(folder, async (path) => {
    creations++
    mkdirSync(path)
    for (const file of ['PG_VERSION', 'base', 'global']) writeFileSync(join(path, file), 'new')
  })
}

const files = () => readdirSync(folder).sort()

describe('a data folder', () => {
  it('gets a database only once', async () => {
    await open()
    await open()
    expect(files()).toEqual(['PG_VERSION', 'base', 'global'])
    expect(creations).toBe(1)
  })

  it('gets a new database when the process was killed while it made the first one', async () => {
    write('onrecord.creating', 'PG_VERSION')
    write('onrecord.creating', 'half')
    await open()
    expect(files()).toEqual(['PG_VERSION', 'base', 'global'])
    expect(readFileSync(join(folder, 'base'), 'utf8')).toBe('new')
  })

  it.each([
    ['before the first file', [], ['PG_VERSION', 'base', 'global']],
    ['after some files', ['base'], ['PG_VERSION', 'global']],
    ['before the last file', ['base', 'global'], ['PG_VERSION']],
    ['after the last file', ['PG_VERSION', 'base', 'global'], []],
  ])('keeps a complete database when the process was killed %s was moved', async (_when, moved, left) => {
    mkdirSync(join(folder, 'onrecord.created'))
    for (const file of moved) write(file)
    for (const file of left) write('onrecord.created', file)
    await open()
    expect(files()).toEqual(['PG_VERSION', 'base', 'global'])
    expect(creations).toBe(0)
  })

  it('is refused when it holds other files, and keeps these files', async () => {
    write('onrecord.creating', 'PG_VERSION')
    write('thesis.doc')
    await expect(open()).rejects.toThrow(DataFolderError)
    expect(files()).toEqual(['onrecord.creating', 'thesis.doc'])
  })
})
