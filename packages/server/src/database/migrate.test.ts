import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPostgresDatabase } from '../../test/harness/databases.js'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { MigrationError, migrate } from './migrate.js'
import { openPostgres } from './postgres.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-migrations-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

function write(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

describe('migrate', () => {
  let pglite: PGlite
  beforeAll(async () => {
    pglite = await PGlite.create({ extensions: { pg_trgm } })
  })
  beforeEach(async () => {
    await pglite.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  })
  afterAll(() => pglite.close())

  it('applies what is new in the order of the names, and the second time nothing', async () => {
    write('2_two', 'ALTER TABLE one ADD COLUMN b int;')
    write('1_one', 'CREATE TABLE one (a int);')
    expect(await migrate(pglite, folder)).toEqual(['1_one', '2_two'])
    expect(await migrate(pglite, folder)).toEqual([])
    write('3_three', 'ALTER TABLE one ADD COLUMN c int;')
    expect(await migrate(pglite, folder)).toEqual(['3_three'])
    const { rows } = await pglite.query<{ finished: boolean; steps: number }>(
      'SELECT finished_at IS NOT NULL AS finished, applied_steps_count AS steps FROM _prisma_migrations',
    )
    expect(rows).toEqual(Array(3).fill({ finished: true, steps: 1 }))
  })

  it('refuses one that was edited after it was applied, and one of a newer release', async () => {
    write('1_one', 'CREATE TABLE one (a int);')
    await migrate(pglite, folder)
    write('1_one', 'CREATE TABLE one (a bigint);')
    await expect(migrate(pglite, folder)).rejects.toThrow(
      new MigrationError('migration 1_one was edited after it was applied: restore its file'),
    )
    rmSync(join(folder, '1_one'), { recursive: true })
    await expect(migrate(pglite, folder)).rejects.toThrow(/has migration 1_one of a newer release: upgrade/)
  })

  it('leaves nothing of one that fails, and refuses to go on until it is mended', async () => {
    write('1_one', 'CREATE TABLE one (a int); CREATE TABLE one (b int);')
    await expect(migrate(pglite, folder)).rejects.toThrow(
      /migration 1_one failed: relation "one" already exists/,
    )
    const { rows } = await pglite.query(`SELECT to_regclass('one') AS one`)
    expect(rows).toEqual([{ one: null }])
    await expect(migrate(pglite, folder)).rejects.toThrow(/migration 1_one failed earlier: mend the database/)
  })
})

describe('a PostgreSQL server', () => {
  it('is migrated once when many servers start at the same time', async () => {
    const url = await createPostgresDatabase('empty')
    cpSync(repositoryMigrations, folder, { recursive: true })
    const opened = await Promise.all([1, 2, 3].map(() => openPostgres(url, folder)))
    try {
      const all = readdirSync(folder).filter((name) => name !== 'migration_lock.toml').length
      expect(opened.map(({ migrated }) => migrated.length).toSorted()).toEqual([0, 0, all])
    } finally {
      for (const database of opened) await database.close()
    }
  })
})
