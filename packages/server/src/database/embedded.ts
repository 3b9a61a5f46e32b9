import { mkdirSync, readdirSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { createPrismaClient, type Database } from './database.js'
import { DataFolderError } from './errors.js'
import { type FolderLock, lockFolder } from './folder-lock.js'
import { migrate } from './migrate.js'

/** The embedded database of a folder, with the lock that keeps other processes out. */
export interface EmbeddedDatabase extends Database {
  lock: FolderLock
}

/**
 * Opens PGlite (PostgreSQL in WebAssembly) on a folder, which it creates when there is none.
 *
 * @param options `brief`: for a process that soon ends. Default: false.
 * @throws DataFolderError when the folder cannot be used for a database.
 * @throws FolderLockedError when another process has it open.
 * @throws MigrationError when the folder's database does not go with this release.
 */
export async function openEmbedded(
  folder: string,
  migrations: string,
  { brief = false }: { brief?: boolean } = {},
): Promise<EmbeddedDatabase> {
  prepareFolder(folder)
  const lock = lockFolder(folder)
  try {
    if (brief) skipOptimiser()
    const pglite = await openPGlite(folder, brief ? SMALL : [])
    const database = await fromPGlite(pglite, migrations)
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

/** PostgreSQL clears all of its buffer, 128 MB else, when it starts. */
const SMALL = ['-c', 'shared_buffers=16MB']

/**
 * Keeps V8 from optimising PostgreSQL: for one function of it alone it needs seconds and 600 MB, and the process cannot
 * end before that is done.
 */
export const skipOptimiser = (): void => setFlagsFromString('--no-wasm-tier-up --no-wasm-dynamic-tiering')

async function openPGlite(folder: string, parameters: string[]): Promise<PGlite> {
  try {
    const startParams = [...PGlite.defaultStartParams, ...parameters]
    return await PGlite.create({ dataDir: folder, extensions: { pg_trgm }, startParams })
  } catch (error) {
    throw new DataFolderError(
      `cannot open the database in ${folder}: it is damaged or of another release; restore a copy, or choose another folder with --data`,
      { cause: error },
    )
  }
}

/** A database on a PGlite instance that the caller made: in memory, or loaded from a dump. */
export async function fromPGlite(pglite: PGlite, migrations: string): Promise<Database> {
  const migrated = await migrate(pglite, migrations)
  // PGlite learns a database's array types when it opens it; those of our enums are there only now.
  if (migrated.length > 0) await pglite.refreshArrayTypes()
  const prisma = createPrismaClient(new PrismaPGlite(pglite))
  const close = async () => {
    await prisma.$disconnect()
    await pglite.close()
  }
  return { prisma, kind: 'embedded', migrated, close }
}

function prepareFolder(folder: string): void {
  let files: string[]
  try {
    // PGlite gives its files to everybody, whatever the process's mask says: the folder keeps others out.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    files = readdirSync(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const reasons: Record<string, string> = {
      EEXIST: 'there is a file of that name',
      ENOTDIR: 'a part of its path is a file',
      EACCES: 'its permissions do not allow it',
      EROFS: 'the disk is read-only',
    }
    throw new DataFolderError(`cannot use the data folder ${folder}: ${reasons[code] ?? code}`, {
      cause: error,
    })
  }
  if (files.length > 0 && !files.includes('PG_VERSION')) {
    throw new DataFolderError(
      `the folder ${folder} holds other files and no database: choose an empty or a new one with --data`,
    )
  }
}
