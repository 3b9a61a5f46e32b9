import type { Database } from '../database/database.js'
import type { FolderLock } from '../database/folder-lock.js'
import { migrationsFolder } from '../database/migrations-folder.js'
import type { Configuration } from '../http/configuration.js'

/** An open, migrated database; with its folder's lock when it is embedded. */
export type OpenDatabase = Database & { lock?: FolderLock }

/**
 * Opens and migrates the database that the configuration names.
 *
 * @param options `brief`: true for a process that soon ends: the embedded database then starts sooner, and its queries
 *   are slower. Default: false.
 */
export async function openDatabase(
  settings: Configuration,
  { brief = false }: { brief?: boolean } = {},
): Promise<OpenDatabase> {
  const { databaseUrl, dataFolder, poolSize } = settings
  if (databaseUrl) {
    const { openPostgres } = await import('../database/postgres.js')
    return openPostgres(databaseUrl, migrationsFolder, poolSize)
  }
  const { openEmbedded } = await import('../database/embedded.js')
  return openEmbedded(dataFolder, migrationsFolder, { brief })
}
