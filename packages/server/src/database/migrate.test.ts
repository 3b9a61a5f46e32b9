import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPostgresDatabase } from '../../test/harness/databases.js'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { MigrationError } from './errors.js'
import { migrate } from './migrate.js'
import { openPostgres, sessionOf } from './postgres.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-migrations-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

function write(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

const INDEX = '-- onrecord:no-transaction\nCREATE INDEX CONCURRENTLY IF NOT EXISTS two ON one (a);\n'

describe('migrate', () => {
  let pglite: PGlite
  beforeAll(async () => {
    pglite = await PGlite.create({ extensions: { pg_trgm } })
  })
  beforeEach(async () => {
    await pglite.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  })
  afterAll(() => pglite.close())

  it('applies new migrations in the order of their names, and each only once', async () => {
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

  it('refuses a migration that was edited after it was applied, and one of a newer release', async () => {
    write('1_one', 'CREATE TABLE one (a int);')
    await migrate(pglite, folder)
    write('1_one', 'CREATE TABLE one (a bigint);')
    await expect(migrate(pglite, folder)).rejects.toThrow(
      new MigrationError('migration 1_one was edited after it was applied: restore its file'),
    )
    rmSync(join(folder, '1_one'), { recursive: true })
    await expect(migrate(pglite, folder)).rejects.toThrow(/has migration 1_one of a newer release: upgrade/)
  })

  it('leaves nothing of a migration that fails, and tries it again the next time', async () => {
    write('1_one', 'CREATE TABLE one (a int); CREATE TABLE one (b int);')
    const failure = /^migration 1_one failed: relation "one" already exists$/
    await expect(migrate(pglite, folder)).rejects.toThrow(failure)
    await expect(migrate(pglite, folder)).rejects.toThrow(failure)
    const { rows } = await pglite.query(`SELECT to_regclass('one') AS one`)
    expect(rows).toEqual([{ one: null }])
    write('1_one', 'CREATE TABLE one (a int);')
    expect(await migrate(pglite, folder)).toEqual(['1_one'])
  })

  it('refuses a database that is older than the first release, and says what to do', async () => {
    write('0_zero', 'CREATE TABLE zero (a int);')
    await migrate(pglite, folder)
    rmSync(join(folder, '0_zero'), { recursive: true })
    write('1_one', 'CREATE TABLE one (a int);')
    await expect(migrate(pglite, folder, { startAnew: 'remove the folder x' })).rejects.toThrow(
      new MigrationError(
        'the database is older than the first release, and cannot be upgraded (it has the migration 0_zero): remove the folder x',
      ),
    )
  })

  describe('after another program began a migration and did not finish it', () => {
    /** Writes the row that older releases committed before the SQL of a migration, as Prisma's CLI still does. */
    async function begin(name: string) {
      write('0_zero', 'CREATE TABLE zero (a int);')
      await migrate(pglite, folder)
      await pglite.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (gen_random_uuid(), '', $1)`,
        [name],
      )
    }

    it('applies the migration', async () => {
      write('1_one', 'CREATE TABLE one (a int);')
      await migrate(pglite, folder)
      await begin('2_two')
      write('2_two', 'CREATE TABLE two (a int);')
      expect(await migrate(pglite, folder)).toEqual(['2_two'])
      const { rows } = await pglite.query(
        'SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NULL',
      )
      expect(rows).toEqual([{ count: 0 }])
    })

    it('says how to go on when its SQL has taken effect', async () => {
      await begin('1_one')
      await pglite.exec('CREATE TABLE one (a int)')
      write('1_one', 'CREATE TABLE one (a int);')
      await expect(migrate(pglite, folder)).rejects.toThrow(
        /^migration 1_one failed: relation "one" already exists; another program began it earlier: .* 'prisma migrate resolve --applied 1_one'$/,
      )
    })

    it('starts from the beginning when no SQL of the old release took effect', async () => {
      await begin('0_gone')
      await pglite.exec(`DROP TABLE zero; DELETE FROM _prisma_migrations WHERE migration_name = '0_zero'`)
      expect(await migrate(pglite, folder)).toEqual(['0_zero'])
    })
  })

  it('runs a migration outside a transaction when its first line says so', async () => {
    write('1_one', 'CREATE TABLE one (a int);')
    write('2_two', INDEX)
    expect(await migrate(pglite, folder)).toEqual(['1_one', '2_two'])
    expect(await migrate(pglite, folder)).toEqual([])
  })

  it('refuses a migration outside a transaction when it cannot be repeated', async () => {
    write('1_one', '-- onrecord:no-transaction\nCREATE INDEX CONCURRENTLY i ON one (a);')
    await expect(migrate(pglite, folder)).rejects.toThrow(
      'migration 1_one runs outside a transaction: write its statement with IF NOT EXISTS',
    )
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

  it("has a history that Prisma's own command agrees with", async () => {
    const root = fileURLToPath(new URL('../../../../', import.meta.url))
    const prisma = join(root, 'node_modules/prisma/build/index.js')
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', DATABASE_URL: await createPostgresDatabase() }
    const status = await promisify(execFile)(process.execPath, [prisma, 'migrate', 'status'], {
      cwd: root,
      env,
    })
    expect(status.stdout).toContain('Database schema is up to date!')
  })

  describe('with a migration outside a transaction', () => {
    let url: string
    let client: pg.Client
    beforeEach(async () => {
      url = await createPostgresDatabase('empty')
      client = new pg.Client({ connectionString: url })
      await client.connect()
      write('1_one', 'CREATE TABLE one (a int); INSERT INTO one VALUES (1);')
      write('2_two', INDEX)
      return () => client.end()
    })

    const isValid = async () =>
      (await client.query(`SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'two'::regclass`)).rows

    it('runs the migration once when many servers start at the same time', async () => {
      const opened = await Promise.all([1, 2, 3].map(() => openPostgres(url, folder)))
      for (const database of opened) await database.close()
      expect(opened.map(({ migrated }) => migrated.length).toSorted()).toEqual([0, 0, 2])
      expect(await isValid()).toEqual([{ valid: true }])
    })

    it('repeats the migration after an interruption', async () => {
      rmSync(join(folder, '2_two'), { recursive: true })
      await migrate(sessionOf(client), folder)
      write('2_two', INDEX)
      // A statement that is cancelled while another transaction may still write leaves an invalid index.
      const writer = new pg.Client({ connectionString: url })
      await writer.connect()
      await writer.query('BEGIN; INSERT INTO one VALUES (2)')
      await client.query('SET statement_timeout = 200')
      await expect(migrate(sessionOf(client), folder)).rejects.toThrow(/^migration 2_two failed: .*timeout$/)
      expect(await isValid()).toEqual([{ valid: false }])
      await writer.query('COMMIT')
      await writer.end()
      expect(await migrate(sessionOf(client), folder)).toEqual(['2_two'])
      expect(await isValid()).toEqual([{ valid: true }])
    })
  })

  it('reports that another process is still migrating after the time to wait', async () => {
    const url = await createPostgresDatabase('empty')
    write('1_one', 'SELECT pg_sleep(2);')
    const clients = [1, 2].map(() => new pg.Client({ connectionString: url }))
    const [first, second] = clients as [pg.Client, pg.Client]
    await Promise.all(clients.map((client) => client.connect()))
    const migrating = migrate(sessionOf(first), folder)
    await expect
      .poll(async () => (await second.query(`SELECT FROM pg_locks WHERE locktype = 'advisory'`)).rowCount)
      .toBe(1)
    await expect(migrate(sessionOf(second), folder, { patience: 300 })).rejects.toThrow(
      new MigrationError(
        'another process is migrating the database, and has not finished within 0.3 s: start again when it has',
      ),
    )
    expect(await migrating).toEqual(['1_one'])
    expect(await migrate(sessionOf(second), folder)).toEqual([])
    await Promise.all(clients.map((client) => client.end()))
  })
})
