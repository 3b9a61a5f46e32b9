import { openDatabase } from './open-database.js'
import type { ServeOptions } from './serve-database.js'
import { settingsOf } from './settings.js'
import { untilStopped } from './until-stopped.js'

/** `onrecord serve`: runs until SIGTERM or SIGINT, then finishes what it has accepted. */
export async function serve(options: ServeOptions): Promise<void> {
  const settings = settingsOf(options)
  const stopped = untilStopped()
  const database = await openDatabase(settings)
  try {
    // Settings that are wrong and a database that cannot be had are told without loading the schema.
    const { serveDatabase } = await import('./serve-database.js')
    await serveDatabase(database, settings, options, stopped)
  } finally {
    await database.close()
  }
}
