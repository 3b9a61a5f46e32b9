import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repositoryMigrations } from '../testing/migrations.js'
import { createService, ingestText } from '../testing/service.js'
import { DataFolderError, openEmbedded } from './embedded.js'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'onrecord-embedded-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const KINDS = '{ statements(filter: { kinds: [DIRECT, MIXED] }) { nodes { kind } } }'

it('answers every kind of filter from the first time on that it is opened, and keeps what it has', async () => {
  const folder = join(root, 'data')
  const first = await openEmbedded(folder, repositoryMigrations)
  expect(first.migrated.length).toBeGreaterThan(0)
  await ingestText(first, '# Ferry\n\n“We sail,” said Mara Lindt.\n')
  const expected = { statements: { nodes: [{ kind: 'DIRECT' }] } }
  expect(await createService(first).data(KINDS)).toEqual(expected)
  await first.close()
  const second = await openEmbedded(folder, repositoryMigrations)
  expect(second.migrated).toEqual([])
  expect(await createService(second).data(KINDS)).toEqual(expected)
  await second.close()
})

it('refuses a folder with other files, and a file, and leaves them as they are', async () => {
  const folder = join(root, 'photos')
  mkdirSync(folder)
  writeFileSync(join(folder, 'sea.jpg'), 'sea')
  await expect(openEmbedded(folder, repositoryMigrations)).rejects.toThrow(DataFolderError)
  await expect(openEmbedded(join(folder, 'sea.jpg'), repositoryMigrations)).rejects.toThrow(
    /cannot use the data folder .*: there is a file of that name/,
  )
})
