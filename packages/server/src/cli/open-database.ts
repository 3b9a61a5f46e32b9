import { setFlagsFromString } from 'node:v8'
import type { Database } from '../database/database.js'
import type { FolderLock } from '../database/folder-lock.js'
import { migrationsFolder } from '../database/migrations-folder.js'
import type { Configuration } from '../http/configuration.js'

/** An open, migrated database; with its folder's lock when it is embedded. */
export type OpenDatabase = Database & { lock?: FolderLock }

/** The database that the configuration names. */
export async function openDatabase(settings: Configuration): Promise<OpenDatabase> {
  const { databaseUrl, dataFolder, poolSize } = settings
  if (databaseUrl) {
    const { openPostgres } = await import('../database/postgres.js')
    return openPostgres(databaseUrl, migrationsFolder, poolSize)
  }
  const { openEmbedded } = await import('../database/embedded.js')
  return openEmbedded(dataFolder, migrationsFolder)
}

/**
 * The same for a command that soon ends. V8 would optimise the embedded PostgreSQL meanwhile: one function of it takes
 * seconds and 600 MB, and the process cannot end before that is done.
 */
export function openDatabaseBriefly(settings: Configuration): Promise<OpenDatabase> {
  setFlagsFromString('--no-wasm-tier-up --no-wasm-dynamic-tiering')
  return openDatabase(settings)
}
