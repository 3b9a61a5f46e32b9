import { openDatabase } from './open-database.js'
import type { ServeOptions } from './serve-database.js'
import { settingsOf } from './settings.js'
import { keepYoungSpace } from './young-space.js'

/**
 * Runs `onrecord serve` until SIGTERM or SIGINT, then answers the requests that it has accepted. A signal while it
 * starts ends the process at once: the next start goes on from the state that the database is left in.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const settings = settingsOf(options)
  keepYoungSpace()
  const database = await openDatabase(settings)
  try {
    // The schema takes long to load, and wrong settings or a missing database are reported without it.
    const { serveDatabase } = await import('./serve-database.js')
    await serveDatabase(database, settings, options)
  } finally {
    await database.close()
  }
}
