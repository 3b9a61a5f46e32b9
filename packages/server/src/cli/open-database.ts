import type { Database } from '../database/database.js'
import { openEmbedded } from '../database/embedded.js'
import type { FolderLock } from '../database/folder-lock.js'
import { migrationsFolder } from '../database/migrations-folder.js'
import { openPostgres } from '../database/postgres.js'
import type { Configuration } from '../http/configuration.js'

/** The database that the configuration names, open and migrated; with its folder's lock when it is embedded. */
export async function openDatabase(settings: Configuration): Promise<Database & { lock?: FolderLock }> {
  const { databaseUrl, dataFolder, poolSize } = settings
  return databaseUrl
    ? openPostgres(databaseUrl, migrationsFolder, poolSize)
    : openEmbedded(dataFolder, migrationsFolder)
}
