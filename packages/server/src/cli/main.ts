#!/usr/bin/env node
import { run } from './run.js'
import { endAtSignals } from './until-stopped.js'

// Node 22 calls its SQLite, which locks data folders here, experimental each time; that is no news to our users.
const emitWarning = process.emitWarning.bind(process) as (...args: unknown[]) => void
process.emitWarning = ((warning: unknown, ...rest: unknown[]) => {
  if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning(warning, ...rest)
}) as typeof process.emitWarning

// When the reader of a pipe closes it (`| head`), the command ends without an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

endAtSignals()
await run(process.argv.slice(2))
