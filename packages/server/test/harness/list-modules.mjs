import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

// Loaded with `--import` before a program: at its end it writes the addresses of all modules that the program loaded,
// one a line, into the file that ONRECORD_MODULES names.

/** @type {string[]} */
const loaded = []
registerHooks({
  load(url, context, next) {
    loaded.push(url)
    return next(url, context)
  },
})
process.on('exit', () => writeFileSync(process.env.ONRECORD_MODULES ?? '', loaded.join('\n')))
