import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { fromPGlite } from '../../src/database/embedded.js'
import { openPostgres } from '../../src/database/postgres.js'
import { repositoryMigrations } from './migrations.js'
import { createService, type Service, type ServiceOptions } from './service.js'

export type DatabaseKind = Database['kind']

/** Opens a new, migrated, empty database, which the test must close. Test files with few databases are faster. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  if (kind === 'postgres')
    return openPostgres(await createPostgresDatabase(), repositoryMigrations, 10, { tellsSql: true })
  const { pglite } = inject('databases')
  template ??= new WholeBlob(readFileSync(pglite))
  const options = { loadDataDir: template, extensions: { pg_trgm } }
  return fromPGlite(await PGlite.create(options), repositoryMigrations, { tellsSql: true })
}

let template: Blob | undefined

/** A blob that gives its memory without a copy. Node takes half a second to copy the 40 MB of an ordinary blob. */
class WholeBlob extends Blob {
  readonly #content: ArrayBuffer
  constructor(content: Uint8Array) {
    super()
    this.#content = new Uint8Array(content).buffer
  }
  override async arrayBuffer() {
    return this.#content
  }
}

/** Creates a database on the real server and gives its connection string. `empty`: without tables. */
export async function createPostgresDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const { postgres, template } = inject('databases')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: `${postgres}/postgres` })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name}${content === 'migrated' ? ` TEMPLATE ${template}` : ''}`)
  } finally {
    await client.end()
  }
  return `${postgres}/${name}`
}

/**
 * Runs the same tests on the embedded database and on a real PostgreSQL server.
 *
 * @param tests - gets the database. It is open while tests and their hooks run, and not yet open before.
 */
export function describeOnBoth(name: string, tests: (database: Database, kind: DatabaseKind) => void) {
  describe.each(['embedded', 'postgres'] as const)(`${name} (%s)`, (kind) => {
    const database = {} as Database
    beforeAll(async () => {
      Object.assign(database, await openTestDatabase(kind))
    })
    afterAll(() => database.close())
    tests(database, kind)
  })
}

/** Runs the same tests on a service of each database, as `describeOnBoth` does. */
export function describeServiceOnBoth(
  name: string,
  tests: (service: Service, database: Database, kind: DatabaseKind) => void,
  options: ServiceOptions = {},
) {
  describeOnBoth(name, (database, kind) => {
    const service = {} as Service
    beforeAll(() => {
      Object.assign(service, createService(database, options))
    })
    tests(service, database, kind)
  })
}
