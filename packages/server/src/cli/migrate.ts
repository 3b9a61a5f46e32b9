import type { Command } from 'commander'
import { openDatabase } from './open-database.js'
import { printLine } from './progress.js'
import { dataOption, jsonOption, type SettingOptions, settingsOf, withExamples } from './settings.js'
import { plural } from './take-in.js'

export function addMigrate(program: Command): void {
  const command = program
    .command('migrate')
    .description('Bring the database up to date. `onrecord serve` and `onrecord ingest` do so by themselves.')
    .addOption(dataOption())
    .addOption(jsonOption('one JSON object: { "applied": [names] }'))
    .action(async (options: SettingOptions & { json?: true }) => {
      const database = await openDatabase(settingsOf(options))
      await database.close()
      const { migrated } = database
      if (options.json) printLine(JSON.stringify({ applied: migrated }))
      else if (migrated.length === 0) printLine('the database is up to date')
      else printLine(`applied ${plural(migrated.length, 'migration')}: ${migrated.join(', ')}`)
    })
  withExamples(command, {
    'onrecord migrate': 'the embedded database of .onrecord/data, or the one of ONRECORD_DATA',
    'DATABASE_URL=postgresql://… onrecord migrate': 'a PostgreSQL server, before new servers start',
  })
}
