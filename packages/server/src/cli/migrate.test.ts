import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { runCommand } from '../../test/harness/run-command.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-migrate-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('makes the database of a new folder, and leaves one that is up to date as it is', async () => {
  const migrate = async () => {
    const args = ['migrate', '--data', join(folder, 'data')]
    const { code, stdout, stderr } = await runCommand([...args, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }
  const all = readdirSync(repositoryMigrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  expect(await migrate()).toEqual({ applied: all })
  expect(await migrate()).toEqual({ applied: [] })
})
