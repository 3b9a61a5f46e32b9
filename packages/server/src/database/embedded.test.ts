import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { ingestText } from '../../test/harness/service.js'
import { SAIL, story } from '../../test/worlds/stories.js'
import { openEmbedded } from './embedded.js'
import { DataFolderError } from './errors.js'
import { FolderLockedError } from './folder-lock.js'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'onrecord-embedded-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('creates its folder, keeps what was written, and refuses a second process', async () => {
  const folder = join(root, 'new', 'data')
  const first = await openEmbedded(folder, repositoryMigrations)
  expect(statSync(folder).mode & 0o077).toBe(0)
  expect(first.migrated.length).toBeGreaterThan(0)
  expect(await ingestText(first, story(SAIL))).toMatchObject({ status: 'created', statements: 1 })
  await expect(openEmbedded(folder, repositoryMigrations)).rejects.toThrow(FolderLockedError)
  await first.close()

  const second = await openEmbedded(folder, repositoryMigrations)
  expect(second.migrated).toEqual([])
  expect(await ingestText(second, story(SAIL))).toMatchObject({ status: 'unchanged' })
  await second.close()
}, 60_000)

it.each<[string, (path: string) => void, RegExp]>([
  [
    'a folder with other files',
    (path) => {
      mkdirSync(path)
      writeFileSync(join(path, 'thesis.doc'), 'x')
    },
    /holds other files and no database: choose an empty or a new one with --data$/,
  ],
  ['a file', (path) => writeFileSync(path, 'x'), /: there is a file of that name$/],
  [
    'a folder below a file',
    (path) => {
      rmSync(join(root, 'file'), { force: true })
      writeFileSync(join(root, 'file'), path)
    },
    /: a part of its path is a file$/,
  ],
])('refuses %s in one line, and changes nothing', async (what, make, message) => {
  const path = what === 'a folder below a file' ? join(root, 'file', 'data') : join(root, what)
  make(path)
  const before = readdirSync(root, { recursive: true })
  const failure = openEmbedded(path, repositoryMigrations)
  await expect(failure).rejects.toThrow(DataFolderError)
  await expect(failure).rejects.toThrow(message)
  expect(readdirSync(root, { recursive: true })).toEqual(before)
})

it.skipIf(process.getuid?.() === 0)('refuses a folder that it may not write', async () => {
  const path = join(root, 'read-only')
  mkdirSync(path)
  chmodSync(path, 0o500)
  await expect(openEmbedded(join(path, 'data'), repositoryMigrations)).rejects.toThrow(
    /: its permissions do not allow it$/,
  )
})

it('releases the folder when its database cannot be opened', async () => {
  const folder = join(root, 'damaged')
  mkdirSync(folder)
  writeFileSync(join(folder, 'PG_VERSION'), '9\n')
  const failure = openEmbedded(folder, repositoryMigrations)
  await expect(failure).rejects.toThrow(DataFolderError)
  await expect(failure).rejects.toThrow(/damaged: it is damaged or of another release; restore a copy/)
  expect(existsSync(`${folder}.holder.json`)).toBe(false)
})
