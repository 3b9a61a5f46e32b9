#!/usr/bin/env node
/**
 * The one entry behind the scripts of package.json. It needs Node 20 and npm, and nothing installed: what is missing
 * it brings from the npm registry, into this folder only (.tools and node_modules).
 *
 *   npm start                      the server, with the sample articles; more options after `--`
 *   npm test                       build, checks and tests; `npm test -- cursor` runs the tests of that name
 *   npm run check                  the checks without the tests
 *   npm run generate               all generated files anew
 *   npm run build
 *   npm run bench                  what the packages and commands cost, against their budgets
 *   npm run bench -- sdk-peers     the SDK beside other clients, which it installs; `search`: a million statements
 *   npm run changeset              says what a change means for those who install the packages
 *   npm run release -- version     the next version, of what the changesets say; `publish` puts it on the registry
 *   npm run migrate -- dev --name add_language      a migration for what changed in prisma/schema.prisma
 *   npm run -s onrecord -- ingest story.html        the command line, on the code of this folder
 */
import { COMMANDS } from './commands.mjs'
import { endChildren, exitCode, SIGNALS } from './process.mjs'
import { say, ToolError } from './workspace.mjs'

const [name = '', ...args] = process.argv.slice(2)

/** Ends a set-up that is interrupted; a command that runs in our stead takes its signals itself. */
function interrupted(/** @type {NodeJS.Signals} */ signal) {
  if (process.listenerCount(signal) > 1) return
  endChildren()
  process.exit(exitCode(null, signal))
}
for (const signal of SIGNALS) process.on(signal, interrupted)

try {
  const command = COMMANDS.get(name)
  if (!command) throw new ToolError(`no command "${name}": use one of ${[...COMMANDS.keys()].join(', ')}`)
  process.exitCode = await command(args)
} catch (error) {
  if (!(error instanceof ToolError)) throw error
  say(error.message)
  process.exitCode = 1
}
