#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { EXIT } from './exit-codes.js'
import { createProgram } from './program.js'
import { endAtSignals } from './until-stopped.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

// Node 22 calls its SQLite, which locks data folders here, experimental each time; that is no news to our users.
const emitWarning = process.emitWarning.bind(process) as (...args: unknown[]) => void
process.emitWarning = ((warning: unknown, ...rest: unknown[]) => {
  if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning(warning, ...rest)
}) as typeof process.emitWarning

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

endAtSignals()
try {
  await createProgram(version).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usedWrongly
  else {
    const { describeFailure, exitCodeOf } = await import('./failure.js')
    process.exitCode = exitCodeOf(error)
    for (const line of describeFailure(error).split('\n')) process.stderr.write(`onrecord: ${line}\n`)
    if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${(error as Error).stack}\n`)
  }
}
