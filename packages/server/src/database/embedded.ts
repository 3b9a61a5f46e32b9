import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { ensureDatabase, prepareDataFolder } from './data-folder.js'
import { type ClientOptions, createPrismaClient, type Database, type RunSql } from './database.js'
import { DataFolderError } from './errors.js'
import { type FolderLock, lockFolder } from './folder-lock.js'
import { type MigrateOptions, migrate } from './migrate.js'
import { keepPrepared } from './prepared-statements.js'
import { readsInTurns } from './reads-in-turns.js'

/** The embedded database of a folder, and the lock that keeps other processes out. */
export interface EmbeddedDatabase extends Database {
  lock: FolderLock
}

/**
 * Opens PGlite (PostgreSQL in WebAssembly) on a folder. Creates the folder and its database when they do not exist.
 *
 * @param options `brief`: whether the process will end soon. Default: false.
 * @throws DataFolderError when the folder cannot be used for a database.
 * @throws FolderLockedError when another process has the folder open.
 * @throws MigrationError when the folder's database cannot be brought up to date.
 */
export async function openEmbedded(
  folder: string,
  migrations: string,
  { brief = false, ...client }: { brief?: boolean } & ClientOptions = {},
): Promise<EmbeddedDatabase> {
  prepareDataFolder(folder)
  const lock = lockFolder(folder)
  try {
    if (brief) skipOptimiser()
    const database = await openFolder(folder, migrations, brief ? SMALL : [], client)
    const close = async () => {
      await database.close()
      lock.release()
    }
    return { ...database, close, lock }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A small buffer makes the start faster: PostgreSQL clears its whole buffer, by default 128 MB. */
const SMALL = ['-c', 'shared_buffers=16MB']

/**
 * Keeps V8 from optimising PostgreSQL's WebAssembly. One function alone takes seconds and 600 MB, and the process cannot
 * end before the optimiser has finished it.
 */
export const skipOptimiser = (): void => setFlagsFromString('--no-wasm-tier-up --no-wasm-dynamic-tiering')

async function openFolder(
  folder: string,
  migrations: string,
  parameters: string[],
  client: ClientOptions,
): Promise<Database> {
  await ensureDatabase(folder, createDatabase)
  const pglite = await openDatabase(folder, parameters)
  try {
    const startAnew = `remove the folder ${folder}, start again, and put the articles in again (in a clone, npm start does)`
    return await fromPGlite(pglite, migrations, { startAnew, ...client })
  } catch (error) {
    await pglite.close()
    throw error
  }
}

const startPGlite = (folder: string, parameters: string[]): Promise<PGlite> =>
  PGlite.create({
    dataDir: folder,
    extensions: { pg_trgm },
    startParams: [...PGlite.defaultStartParams, ...parameters],
  })

async function createDatabase(folder: string): Promise<void> {
  try {
    const pglite = await startPGlite(folder, SMALL)
    await pglite.close()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataFolderError(`cannot make a database in ${folder}: ${reason}`, { cause: error })
  }
}

async function openDatabase(folder: string, parameters: string[]): Promise<PGlite> {
  try {
    return await startPGlite(folder, parameters)
  } catch (error) {
    throw new DataFolderError(
      `cannot open the database in ${folder}: it is damaged or of another release; restore a copy, or choose another folder with --data`,
      { cause: error },
    )
  }
}

/** Opens a database on a PGlite instance of the caller's: in memory, or loaded from a dump. */
export async function fromPGlite(
  pglite: PGlite,
  migrations: string,
  options: MigrateOptions & ClientOptions = {},
): Promise<Database> {
  const migrated = await migrate(pglite, migrations, options)
  // PGlite reads the array types when it opens a database. The migrations have just created those of our enums.
  if (migrated.length > 0) await pglite.refreshArrayTypes()
  keepPrepared(pglite)
  const prisma = createPrismaClient(new PrismaPGlite(pglite), options)
  const read = readsInTurns(async ({ text, values }) => {
    const { rows } = await pglite.query(text, values, { rowMode: 'array' })
    return rows as unknown[][]
  })
  const close = async () => {
    await prisma.$disconnect()
    await pglite.close()
  }
  const listen: Database['listen'] = (channel, told) => pglite.listen(channel, told)
  return { prisma, read, run: runOn(pglite), kind: 'embedded', migrated, listen, close }
}

/**
 * Runs SQL on the only connection. Of several statements, one that fails can leave a transaction open, in which all that
 * comes would fail.
 */
const runOn =
  (pglite: PGlite): RunSql =>
  async (text, values = []) => {
    try {
      if (values.length > 0) return (await pglite.query(text, values)) as { rows: never[] }
      const results = await pglite.exec(text)
      return { rows: results.flatMap(({ rows }) => rows as never[]) }
    } catch (error) {
      if (values.length === 0) await pglite.exec('ROLLBACK')
      throw error
    }
  }
