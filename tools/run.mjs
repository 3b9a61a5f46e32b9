#!/usr/bin/env node
/**
 * The program behind the scripts of package.json. It needs only Node 20 and npm. It installs everything else from the npm
 * registry, and only into this folder (.tools and node_modules).
 *
 *   npm start                      starts the server with the sample articles; more options after `--`
 *   npm test                       builds, checks and tests; `npm test -- cursor` runs the tests of that name
 *   npm run check                  runs the checks without the tests
 *   npm run generate               writes all generated files
 *   npm run build                  builds the packages
 *   npm run bench                  measures the packages and commands against their budgets
 *   npm run bench -- sdk-peers     compares the SDK with other clients, which it installs; `search` measures searches,
 *                                  `ingest` how fast real pages are taken in
 *   npm run bench -- reads         compares reads with those of other servers, which it installs
 *   npm run changeset              asks what a change means for users of the packages
 *   npm run release -- version     sets the next versions from the changesets; `publish` publishes them
 *   npm run migrate -- dev --name add_language      writes a migration for the changes in prisma/schema.prisma
 *   npm run -s onrecord -- ingest story.html        runs the command of this folder's code
 */
import { COMMANDS } from './commands.mjs'
import { endChildren, exitCode, SIGNALS } from './process.mjs'
import { say, ToolError } from './workspace.mjs'

const [name = '', ...args] = process.argv.slice(2)

/** Ends an interrupted set-up. Leaves the signal to `passThrough` when that is running a command. */
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
