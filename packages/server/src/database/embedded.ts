import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { createPrismaClient, type Database } from './database.js'
import { type FolderLock, lockFolder } from './folder-lock.js'
import { migrate } from './migrate.js'

/** The embedded database of a folder, with the lock that keeps other processes out. */
export interface EmbeddedDatabase extends Database {
  lock: FolderLock
}

/**
 * Opens PGlite (PostgreSQL in WebAssembly) on a folder, which it creates when there is none.
 *
 * @throws FolderLockedError when another process has it open.
 * @throws MigrationError when the folder's database does not go with this release.
 */
export async function openEmbedded(folder: string, migrations: string): Promise<EmbeddedDatabase> {
  const lock = lockFolder(folder)
  try {
    mkdirSync(folder, { recursive: true })
    const pglite = await PGlite.create({ dataDir: folder, extensions: { pg_trgm } })
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

/** A database on a PGlite instance that the caller made: in memory, or loaded from a dump. */
export async function fromPGlite(pglite: PGlite, migrations: string): Promise<Database> {
  const migrated = await migrate(pglite, migrations)
  const prisma = createPrismaClient(new PrismaPGlite(pglite))
  const close = async () => {
    await prisma.$disconnect()
    await pglite.close()
  }
  return { prisma, kind: 'embedded', migrated, close }
}
