#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { addExtract } from './extract.js'
import { describeFailure, exitCodeOf } from './failure.js'
import { addIngest } from './ingest.js'
import { addMigrate } from './migrate.js'
import { addServe } from './serve.js'
import { withExamples } from './settings.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

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
withExamples(program, {
  'onrecord serve --ingest articles': 'load a folder of articles and serve it on http://127.0.0.1:4000',
  'onrecord extract story.html': 'who says what in one article, without a database',
  'onrecord help ingest': 'more about one command',
})

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
  if (!(error instanceof CommanderError)) {
    for (const line of describeFailure(error).split('\n')) process.stderr.write(`onrecord: ${line}\n`)
    if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${(error as Error).stack}\n`)
  }
}
