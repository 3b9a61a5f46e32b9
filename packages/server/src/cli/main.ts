#!/usr/bin/env node
import * as module from 'node:module'
import { endAtSignals } from './until-stopped.js'

// V8 keeps what it compiled in the system's folder for temporary files, so that the next command starts sooner. Where
// that folder cannot be written, V8 compiles anew each time. Older Node has no such cache.
module.enableCompileCache?.()

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

// Loaded only now, so that the cache covers it.
const { run } = await import('./run.js')
await run(process.argv.slice(2))
