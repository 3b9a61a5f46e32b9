import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { TestProject } from 'vitest/node'
import { fromPGlite, skipOptimiser } from '../../src/database/embedded.js'
import { openPostgres } from '../../src/database/postgres.js'
import { repositoryMigrations } from './migrations.js'
import { startPostgres } from './postgres-server.js'
import type { TestDatabases } from './test-databases.js'

/** Starts a PostgreSQL server and migrates a database of each kind, once for all test files of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // At the same time as the server starts, which is another process.
  const dumping = dumpMigrated()
  const server = await startPostgres(['max_connections=200'])
  try {
    await server.createDatabase('template')
    const migrated = await openPostgres(`${server.url}/template`, repositoryMigrations)
    await migrated.close()
    const pglite = join(server.folder, 'pglite.tar')
    writeFileSync(pglite, await dumping)
    const dataFolder = join(server.folder, 'data')
    mkdirSync(dataFolder)
    execFileSync('tar', ['-xf', pglite, '-C', dataFolder], { stdio: ['ignore', 'ignore', 'pipe'] })
    const databases: TestDatabases = { postgres: server.url, template: 'template', pglite, dataFolder }
    project.provide('databases', databases)
    return server.stop
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** A dump of a migrated, empty PGlite. */
async function dumpMigrated(): Promise<Uint8Array> {
  skipOptimiser()
  const pglite = await PGlite.create({ extensions: { pg_trgm } })
  const database = await fromPGlite(pglite, repositoryMigrations)
  // PostgreSQL clears its whole buffer when it starts, so a small buffer starts faster.
  await pglite.exec(`ALTER SYSTEM SET shared_buffers = '16MB'`)
  const dump = await pglite.dumpDataDir('none')
  await database.close()
  return new Uint8Array(await dump.arrayBuffer())
}
