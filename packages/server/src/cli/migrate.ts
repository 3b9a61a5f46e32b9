import { openDatabase } from './open-database.js'
import { plural, printLine } from './print.js'
import { type SettingOptions, settingsOf } from './settings.js'

/** Runs `onrecord migrate`: to open the database is to migrate it. */
export async function runMigrate(options: SettingOptions & { json?: true }): Promise<void> {
  const database = await openDatabase(settingsOf(options), { brief: true })
  await database.close()
  const { migrated } = database
  if (options.json) printLine(JSON.stringify({ applied: migrated }))
  else if (migrated.length === 0) printLine('the database is up to date')
  else printLine(`applied ${plural(migrated.length, 'migration')}: ${migrated.join(', ')}`)
}
