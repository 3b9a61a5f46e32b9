#!/usr/bin/env node
import { run } from './run.js'
import { endAtSignals } from './until-stopped.js'

// Data folders are locked by Node's SQLite. Node 22 warns at each start that it is experimental; users need not read
// that.
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
