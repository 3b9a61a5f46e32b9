import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { capture } from './process.mjs'
import { binary, inRoot } from './workspace.mjs'

let folder = ''
let data = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'schema-engine-'))
  data = `pglite:${join(folder, 'data')}`
  mkdirSync(join(folder, 'migrations', '1_speaker'), { recursive: true })
  writeFileSync(join(folder, 'migrations', 'migration_lock.toml'), 'provider = "postgresql"\n')
  writeFileSync(join(folder, 'migrations', '1_speaker', 'migration.sql'), SPEAKER)
  writeFileSync(join(folder, 'schema.prisma'), schema())
  writeFileSync(
    join(folder, 'prisma.config.ts'),
    `export default { schema: 'schema.prisma', migrations: { path: 'migrations' }, datasource: { url: process.env.DATABASE_URL } }`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A script with a table, a check and a trigger, which must not be cut at its semicolons. */
const SPEAKER = `CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE "Speaker" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL CHECK ("name" <> ''));
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; RETURN NULL; END $$;
CREATE TRIGGER refuse BEFORE DELETE ON "Speaker" FOR EACH ROW EXECUTE FUNCTION refuse();
`

const schema = (field = '') => `generator client {
  provider = "prisma-client"
  output   = "generated"
}
datasource db {
  provider = "postgresql"
}
model Speaker {
  id   Int    @id
  name String
  ${field}
}
`

async function prisma(/** @type {string} */ command, url = 'memory:') {
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    DATABASE_URL: url,
    PRISMA_SCHEMA_ENGINE_BINARY: inRoot('tools/schema-engine.mjs'),
  }
  return capture(process.execPath, [binary('prisma'), ...command.split(' ')], { cwd: folder, env })
}

it('is executable, because Prisma starts it directly', () => {
  accessSync(inRoot('tools/schema-engine.mjs'), constants.X_OK)
})

it('writes the migration of a change without a database', async () => {
  writeFileSync(join(folder, 'schema.prisma'), schema('motto String?'))
  const { code, output } = await prisma('migrate dev --create-only --name motto')
  expect(output).toContain('created the following migration')
  expect(code).toBe(0)
  const [, made = ''] = readdirSync(join(folder, 'migrations')).sort()
  expect(made).toMatch(/^\d{14}_motto$/)
  const sql = readFileSync(join(folder, 'migrations', made, 'migration.sql'), 'utf8')
  expect(sql).toContain('ALTER TABLE "Speaker" ADD COLUMN     "motto" TEXT;')
})

it('migrates the embedded database of a folder', async () => {
  const deployed = await prisma('migrate deploy', data)
  expect(deployed.output).toContain('All migrations have been successfully applied')
  const status = await prisma('migrate status', data)
  expect(status.output).toContain('Database schema is up to date!')
  expect(status.code).toBe(0)
})

it('reports a difference by its exit code', async () => {
  writeFileSync(join(folder, 'schema.prisma'), schema('office String?'))
  const diff = 'migrate diff --exit-code --script --from-migrations migrations --to-schema schema.prisma'
  const { code, output } = await prisma(diff)
  expect(output).toContain('ADD COLUMN     "office" TEXT')
  expect(code).toBe(2)
})

it('says why it cannot use a server', async () => {
  const { code, output } = await prisma('migrate status', 'postgresql://reader:secret@127.0.0.1:1/record')
  expect(output).toContain('P1001: cannot use the database at 127.0.0.1:1/record')
  expect(output).not.toContain('secret')
  expect(code).toBe(1)
})
