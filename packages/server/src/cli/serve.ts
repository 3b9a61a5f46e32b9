import { openDatabase } from './open-database.js'
import type { ServeOptions } from './serve-database.js'
import { settingsOf } from './settings.js'

/**
 * `onrecord serve`: runs until SIGTERM or SIGINT, then finishes what it has accepted. A signal while it starts ends the
 * process at once: the next start goes on from whatever state the database is left in.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const settings = settingsOf(options)
  const database = await openDatabase(settings)
  try {
    // Settings that are wrong and a database that cannot be had are told without loading the schema.
    const { serveDatabase } = await import('./serve-database.js')
    await serveDatabase(database, settings, options)
  } finally {
    await database.close()
  }
}
