import { Command, Option } from 'commander'
import { ALL_COLLECTIONS } from '../ingest/sources/collections.js'
import { alternatives } from '../text/alternatives.js'
import { addReview } from './add-review.js'
import { addWatch } from './add-watch.js'
import { addWebhooks } from './add-webhooks.js'
import {
  dataOption,
  endpointOption,
  extractorOption,
  formatOption,
  htmlOption,
  jsonObject,
  keyOption,
  timeFromNow,
  urlOption,
  withExamples,
  withTarget,
} from './options.js'
import { printText, tellText } from './print.js'

/**
 * Declares the `onrecord` command: its subcommands, options and help. The code of a subcommand is loaded when it runs,
 * so that help and subcommands without a database start at once.
 */
export function createProgram(version: string): Command {
  const program = new Command('onrecord')
    .description(
      'On Record turns articles into a public record you can query: who said what, where, about what.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ helpWidth: 100 })
    .configureOutput({
      writeOut: printText,
      writeErr: tellText,
      outputError: (text, write) => write(text.replace(/^error: /, 'onrecord: ')),
    })
    // An option belongs to the subcommand before it: in `review verify --json`, `--json` is an option of `verify`.
    .enablePositionalOptions()
    .exitOverride()
  addServe(program)
  addIngest(program)
  addQuery(program)
  addWatch(program)
  addReview(program)
  addKeys(program)
  addWebhooks(program)
  addExtract(program)
  addMigrate(program)
  addSchema(program)
  return withExamples(program, {
    'onrecord serve --ingest articles': 'load a folder of articles and serve it on http://127.0.0.1:4000',
    'onrecord extract story.html': 'who says what in one article, without a database',
    'onrecord help ingest': 'more about one command',
  })
}

function addServe(program: Command): void {
  const command = program
    .command('serve')
    .description(
      'Serve the record: GraphQL and GraphiQL at /graphql, health at /health/live and /health/ready.',
    )
    .addOption(dataOption())
    .option('--port <port>', 'port to listen on, instead of PORT (default: 4000; 0: any free one)')
    .option('--host <address>', 'address to listen on, instead of HOST (default: 127.0.0.1)')
    .option(
      '--public-proposals <on|off>',
      'whether everybody sees statements that no person has reviewed, instead of ONRECORD_PUBLIC_PROPOSALS (default: on for the embedded database, off for PostgreSQL)',
    )
    .option('--ingest <source...>', 'articles to put in first: files, folders or glob patterns')
    .option('--queries <folder>', 'folder of .graphql files that become tabs of GraphiQL')
    .option('--json', 'one JSON line when it is ready: { "url": … }')
    .action(async (options) => (await import('./serve.js')).serve(options))
  withExamples(command, {
    'onrecord serve': 'the embedded database in .onrecord/data, on http://127.0.0.1:4000',
    'onrecord serve --data /var/lib/onrecord --ingest articles':
      'another folder, with articles to begin with',
    'DATABASE_URL=postgresql://… HOST=0.0.0.0 onrecord serve':
      'on a PostgreSQL server, for the whole network',
  })
}

function addIngest(program: Command): void {
  const command = program
    .command('ingest')
    .description(
      `Put articles into the record: text, Markdown with front matter, or HTML, one in a file or many in a file of ${alternatives(ALL_COLLECTIONS.map(({ name }) => name))}. The same again changes nothing.`,
    )
    .argument('<source...>', 'files, folders, glob patterns, or - for standard input')
    .addOption(dataOption())
    .addOption(urlOption())
    .addOption(keyOption())
    .addOption(formatOption())
    .option('--accept-shorter', 'take a text that shrank by half or more, instead of holding it for a person')
    .option('--json', 'one JSON line for each source')
    .action(async (sources, options) => {
      process.exitCode = await (await import('./ingest.js')).runIngest(sources, options)
    })
  withExamples(command, {
    'onrecord ingest story.html': 'one article; works while `onrecord serve` runs on the same folder, too',
    'ONRECORD_KEY=or_… onrecord ingest --url https://record.example articles': 'through a server elsewhere',
    "onrecord ingest articles 'archive/**/*.md'": 'all of a folder, and what a pattern matches',
    'curl -s https://example.org/story | onrecord ingest --format html -': 'from standard input',
    "onrecord ingest --json articles | jq -r 'select(.error) | .source'": 'the names of those that failed',
  })
}

function addQuery(program: Command): void {
  const command = program
    .command('query')
    .description(
      'Run a GraphQL operation and print its answer as JSON. The exit code is 1 when a part of it failed.',
    )
    .argument('<file>', 'a .graphql file, or - for standard input')
    .option('--operation <name>', 'which operation of the file to run, when it has several')
    .addOption(new Option('--variables <json>', 'its variables, as one JSON object').argParser(jsonObject))
    .addOption(dataOption())
    .addOption(urlOption())
    .addOption(keyOption())
    .action(async (file, options) => {
      process.exitCode = await (await import('./query.js')).runQuery(file, options)
    })
  withExamples(command, {
    'onrecord query examples/queries/00-start-here.graphql': 'on the server of this machine, or its database',
    'onrecord query --operation Latest questions.graphql': 'one operation of a file with several',
    "echo '{ viewer { name scopes } }' | onrecord query --url https://record.example -":
      'who a key makes you there',
  })
}

function addKeys(program: Command): void {
  const keys = program
    .command('keys')
    .description('Make, list and revoke the keys of the API. Needs an admin key, or the database itself.')
  const create = withTarget(keys.command('create'))
    .description('Make a key and print it: the only time that it is shown.')
    .requiredOption('--name <name>', 'whose it is: it stands in the history of what they change')
    .addOption(
      new Option('--role <role...>', 'what it allows, together')
        .choices(['reader', 'editor', 'reviewer', 'admin'])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--expires <time>', 'good for so long: 12h, 90d, 52w').argParser(timeFromNow))
    .option('--json', 'one JSON object: the key and what is kept of it')
    .action(async (options) => (await import('./keys.js')).createKey(options))
  withExamples(create, {
    'onrecord keys create --name "Mara Lindt" --role editor --expires 90d': 'for a person',
    'onrecord keys create --name desk --role editor reviewer': 'for who edits and reviews',
    'DATABASE_URL=postgresql://… onrecord keys create --name admin --role admin':
      'the first key of a new database',
  })
  const list = withTarget(keys.command('list'))
    .description('List the keys, newest first: id, state, scopes, last use, expiry, name.')
    .option('--json', 'one JSON line for each')
    .action(async (options) => (await import('./keys.js')).listKeys(options))
  withExamples(list, {
    'onrecord keys list --json | jq -r "select(.revokedAt == null) | .name"': 'who has one',
  })
  const revoke = withTarget(keys.command('revoke'))
    .description('Revoke keys for good, and at once.')
    .argument('<keyId...>', 'ids of keys: the part after or_<environment>_')
    .option('--json', 'one JSON line for each')
    .action(async (keyIds, options) => {
      process.exitCode = await (await import('./keys.js')).revokeKeys(keyIds, options)
    })
  withExamples(revoke, { 'onrecord keys revoke 8k2m4x9q7w1z': 'one key' })
  withExamples(keys, {
    'onrecord keys create --name "Mara Lindt" --role editor': 'a key for an editor',
    'onrecord keys list': 'which there are, and when each was last used',
    'onrecord keys revoke 8k2m4x9q7w1z': 'one less',
  })
}

function addExtract(program: Command): void {
  const command = program
    .command('extract')
    .description('Show who says what in articles, without a database; nothing is stored.')
    .argument('<source...>', 'files, folders, glob patterns, or - for standard input')
    .addOption(formatOption())
    .addOption(extractorOption())
    .option(
      '--json',
      'one JSON line for each document, or its "error"; offsets are UTF-16 code units of its "text"',
    )
    .addOption(htmlOption())
    .action(async (sources, options) => {
      process.exitCode = await (await import('./extract.js')).runExtract(sources, options)
    })
  withExamples(command, {
    'onrecord extract story.md': 'the statements of one article, one a line',
    "onrecord extract --json articles | jq -r '.statements[]?.speaker' | sort | uniq -c":
      'who speaks how often',
    'onrecord extract story.md --html page.html':
      'a page to look at: the article, its statements highlighted',
    'onrecord extract articles --html > page.html': 'the same of many articles, in one file',
    'onrecord extract story.md --extractor rules':
      'by the rules, though ONRECORD_EXTRACTOR_URL names a model',
  })
}

function addMigrate(program: Command): void {
  const command = program
    .command('migrate')
    .description('Bring the database up to date, as every command that works on it does by itself.')
    .addOption(dataOption())
    .option('--json', 'one JSON object: { "applied": [names] }')
    .action(async (options) => (await import('./migrate.js')).runMigrate(options))
  withExamples(command, {
    'onrecord migrate': 'the embedded database in .onrecord/data, or in the folder that ONRECORD_DATA names',
    'DATABASE_URL=postgresql://… onrecord migrate': 'a PostgreSQL server, before new servers start',
  })
}

function addSchema(program: Command): void {
  const schema = program.command('schema').description('What can be asked: the GraphQL schema.')
  const print = schema
    .command('print')
    .description(
      "Print the schema of this version's API, or of a running server, in GraphQL's own language (SDL).",
    )
    .addOption(endpointOption())
    .option('--json', 'print the answer to an introspection query instead: { "__schema": … }')
    .option('--output <file>', 'write it into a file')
    .action(async (options) => (await import('./schema-print.js')).runSchemaPrint(options))
  withExamples(schema, { 'onrecord schema print': 'the schema of this version' })
  withExamples(print, {
    'onrecord schema print --output schema.graphql': 'for code generators and editors',
    'onrecord schema print --json --output introspection.json': 'for tools that read no SDL',
    'onrecord schema print --url https://record.example/graphql | diff schema.graphql -':
      'what a server has that you do not know of',
  })
}
