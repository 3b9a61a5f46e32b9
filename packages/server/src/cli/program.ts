import { Command, InvalidArgumentError, Option } from 'commander'
import type { SourceFormat } from '../ingest/source-document.js'

/**
 * The `onrecord` command: what it offers and how it explains itself. What a command does is loaded when it runs, so
 * that help, and commands that need no database, start at once.
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
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'onrecord: ')) })
    .exitOverride()
  addServe(program)
  addIngest(program)
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
      'Put articles into the record: text, Markdown with front matter, or HTML. The same again changes nothing.',
    )
    .argument('<source...>', 'files, folders, glob patterns, or - for standard input')
    .addOption(dataOption())
    .addOption(formatOption())
    .option('--json', 'one JSON line for each source')
    .action(async (sources, options) => {
      process.exitCode = await (await import('./ingest.js')).runIngest(sources, options)
    })
  withExamples(command, {
    'onrecord ingest story.html': 'one article; works while `onrecord serve` runs on the same folder, too',
    "onrecord ingest articles 'archive/**/*.md'": 'all of a folder, and what a pattern matches',
    'curl -s https://example.org/story | onrecord ingest --format html -': 'from standard input',
    "onrecord ingest --json articles | jq -r 'select(.error) | .source'": 'the names of those that failed',
  })
}

function addExtract(program: Command): void {
  const command = program
    .command('extract')
    .description('Show who says what in articles, without a database; nothing is stored.')
    .argument('<source...>', 'files, folders, glob patterns, or - for standard input')
    .addOption(formatOption())
    .option('--json', 'one JSON line for each document; offsets are UTF-16 code units of its "text"')
    .action(async (sources, options) => {
      process.exitCode = await (await import('./extract.js')).runExtract(sources, options)
    })
  withExamples(command, {
    'onrecord extract story.md': 'the statements of one article, one a line',
    "onrecord extract --json articles | jq -r '.statements[].speaker' | sort | uniq -c":
      'who speaks how often',
  })
}

function addMigrate(program: Command): void {
  const command = program
    .command('migrate')
    .description('Bring the database up to date. `onrecord serve` and `onrecord ingest` do so by themselves.')
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
    .addOption(urlOption())
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

const dataOption = () =>
  new Option('--data <folder>', 'folder of the embedded database, instead of ONRECORD_DATA and DATABASE_URL')

const urlOption = () =>
  new Option('--url <url>', 'ask a server, by the address of its GraphQL endpoint').argParser((value) => {
    const url = URL.parse(value)
    if (url && /^https?:$/.test(url.protocol)) return url
    throw new InvalidArgumentError('Give an address such as http://127.0.0.1:4000/graphql.')
  })

const FORMATS: Record<string, SourceFormat> = { text: 'TEXT', markdown: 'MARKDOWN', html: 'HTML' }

const formatOption = () =>
  new Option('--format <format>', 'read every source as this: text, markdown or html').argParser((value) => {
    const format = FORMATS[value]
    if (!format) throw new InvalidArgumentError(`Allowed choices are ${Object.keys(FORMATS).join(', ')}.`)
    return format
  })

/** Adds examples under a command's help: what each shell line does. */
function withExamples(command: Command, examples: Record<string, string>): Command {
  const lines = Object.entries(examples).map(([line, what]) => `  $ ${line}\n      ${what}`)
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}
