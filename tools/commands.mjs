import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CHECKS, runChecks } from './checks.mjs'
import { passThrough } from './process.mjs'
import { changeset, release } from './release.mjs'
import { again, prepare } from './setup.mjs'
import { STEPS } from './steps.mjs'
import { runTests } from './tests.mjs'
import { nodePath, toolEnvironment } from './toolchain.mjs'
import { binary, inRoot, root, ToolError } from './workspace.mjs'

/** The benches that fail when a budget is exceeded. */
const BUDGETS = ['sdk', 'codegen', 'extract', 'cli']

/**
 * Every command by its name; each gives the exit code.
 *
 * @type {Map<string, (args: string[]) => Promise<number>>}
 */
export const COMMANDS = new Map([
  ['start', start],
  ['onrecord', onrecord],
  ['test', runTests],
  ['check', check],
  ['generate', generate],
  ['build', build],
  ['migrate', migrate],
  ['bench', bench],
  ['changeset', built(changeset)],
  ['release', built(release)],
])

/** @param {string[]} args */
async function start(args) {
  const here = callersFolder('start')
  const path = (/** @type {string} */ name) => relative(here, inRoot(name)) || '.'
  return onRecord(here, [
    'serve',
    ...['--ingest', path('examples/articles')],
    ...['--queries', path('examples/queries')],
    ...args,
  ])
}

/** @param {string[]} args */
async function onrecord(args) {
  return onRecord(callersFolder('onrecord'), args)
}

async function check() {
  await prepare(STEPS.built)
  const { failed } = await runChecks(CHECKS)
  return failed > 0 ? 1 : 0
}

async function generate() {
  await again(STEPS.generated, 'generate')
  await prepare(STEPS.built)
  for (const script of ['tools/print-schema.mjs', 'tools/generate-sdk.mjs']) {
    const code = await passThrough(nodePath(), [inRoot(script)], { cwd: root, env: toolEnvironment() })
    if (code !== 0) return code
  }
  return 0
}

async function build() {
  await again(STEPS.built, 'build')
  return 0
}

/**
 * Runs benches by name, with what else was passed; without a name those that gate budgets.
 *
 * @param {string[]} args names of files in bench/, then options of theirs
 */
async function bench(args) {
  const first = args.findIndex((arg) => arg.startsWith('-'))
  const [names, options] = first < 0 ? [args, []] : [args.slice(0, first), args.slice(first)]
  const all = readdirSync(inRoot('bench')).filter((file) => file.endsWith('.mjs'))
  for (const name of names) {
    if (all.includes(`${name}.mjs`)) continue
    const known = all.map((file) => file.slice(0, -4)).join(', ')
    throw new ToolError(`there is no bench "${name}": name one of ${known}`)
  }
  await prepare(STEPS.built)
  let failed = 0
  for (const name of names.length > 0 ? names : BUDGETS) {
    const program = [inRoot(`bench/${name}.mjs`), ...options]
    failed += await passThrough(nodePath(), program, { cwd: root, env: toolEnvironment() })
  }
  return failed > 0 ? 1 : 0
}

/**
 * A command on what is built.
 *
 * @param {(args: string[]) => Promise<number>} command
 */
function built(command) {
  return async (/** @type {string[]} */ args) => {
    await prepare(STEPS.built)
    return command(args)
  }
}

/** @param {string[]} args of `prisma migrate`; see prisma.config.ts for the database it works on */
async function migrate(args) {
  await prepare(STEPS.generated)
  return passThrough(nodePath(), [binary('prisma'), 'migrate', ...args], {
    cwd: root,
    env: toolEnvironment(),
  })
}

/**
 * Runs the `onrecord` command of this folder's code in our stead.
 *
 * @param {string} cwd
 * @param {string[]} args
 */
async function onRecord(cwd, args) {
  await prepare(STEPS.built)
  const main = inRoot('packages/server/dist/cli/main.js')
  if (!existsSync(main))
    throw new ToolError(`the build made no ${relative(root, main)}: is its source there?`)
  // Wherever the user stands in a clone, its data is that of the clone.
  const data = process.env.ONRECORD_DATA || relative(cwd, inRoot('.onrecord/data'))
  const env = { ...toolEnvironment(), ONRECORD_DATA: data }
  return passThrough(nodePath(), [main, ...args], { cwd, env })
}

/**
 * Where the user stands. npm runs scripts in the root and tells the user's own folder by a variable, which it also
 * leaves to everything that a script starts.
 *
 * @param {string} script
 */
function callersFolder(script) {
  const { INIT_CWD, npm_lifecycle_event: event } = process.env
  return event === script && INIT_CWD ? join(INIT_CWD) : process.cwd()
}
