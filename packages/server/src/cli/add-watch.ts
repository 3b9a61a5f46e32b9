import { type Command, Option } from 'commander'
import { count, jsonObject, withExamples, withTarget } from './options.js'

const listOf = (text: string): string[] => text.split(',').map((name) => name.trim())

/** Adds `onrecord watch`. */
export function addWatch(program: Command): void {
  const command = withTarget(program.command('watch'))
    .description(
      'Print the changes of the record as they come: when, what was done, to which type, who said what or its title, id. It goes on when the server restarts; SIGINT (Ctrl-C) or SIGTERM ends it. Needs a running server.',
    )
    .option('--after <cursor>', 'begin behind this place, the "cursor" of a change in JSON, instead of now')
    .addOption(
      new Option('--from-start', 'begin at the front: at least the last change of every object').conflicts([
        ...['after', 'speaker', 'filter'],
      ]),
    )
    .addOption(
      new Option('--types <types>', 'only changes of objects of these types: statement,article')
        .argParser(listOf)
        .conflicts(['speaker', 'filter']),
    )
    .option('--speaker <name|id>', 'only statements of the speakers of this name, or of the one with this id')
    .addOption(
      new Option('--filter <json>', 'only statements that meet this filter, a StatementFilter').argParser(
        jsonObject,
      ),
    )
    .addOption(new Option('--count <n>', 'end after so many changes').argParser(count))
    .option('--json', 'one JSON line for each, with its cursor')
    .action(async (options) => (await import('./watch.js')).watch(options))
  withExamples(command, {
    'onrecord watch': 'all that changes from now on, on the server of this machine',
    'onrecord watch --url https://record.example --speaker "Mara Lindt"': 'what one speaker says',
    'onrecord watch --filter \'{"text": "ferry", "kinds": ["DIRECT"]}\'': 'direct speech about ferries',
    'onrecord watch --json --after "$(tail -1 log.jsonl | jq -r .cursor)" >> log.jsonl':
      'a log that goes on where it ended',
  })
}
