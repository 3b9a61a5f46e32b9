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

/** The benches that fail when a figure is over its budget. */
const BUDGETS = ['sdk', 'codegen', 'extract', 'cli']

/**
 * The commands by name. Each gives its exit code.
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
 * Runs benches by name; without a name, those that have budgets.
 *
 * @param {string[]} args names of files in bench/, then options for them
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
 * A command that needs the build.
 *
 * @param {(args: string[]) => Promise<number>} command
 */
function built(command) {
  return async (/** @type {string[]} */ args) => {
    await prepare(STEPS.built)
    return command(args)
  }
}

/** @param {string[]} args arguments of `prisma migrate`. prisma.config.ts says on which database it works. */
async function migrate(args) {
  await prepare(STEPS.generated)
  return passThrough(nodePath(), [binary('prisma'), 'migrate', ...args], {
    cwd: root,
    env: toolEnvironment(),
  })
}

/**
 * Runs the built `onrecord` command in place of this process.
 *
 * @param {string} cwd
 * @param {string[]} args
 */
async function onRecord(cwd, args) {
  await prepare(STEPS.built)
  const main = inRoot('packages/server/dist/cli/main.js')
  if (!existsSync(main))
    throw new ToolError(`the build made no ${relative(root, main)}: is its source there?`)
  // In every folder of a clone, the command uses the data of the clone.
  const data = process.env.ONRECORD_DATA || relative(cwd, inRoot('.onrecord/data'))
  const env = { ...toolEnvironment(), ONRECORD_DATA: data }
  return passThrough(nodePath(), [main, ...args], { cwd, env })
}

/**
 * The folder in which the user called the script. npm runs scripts in the root and gives this folder in a variable, which
 * the processes that a script starts inherit. The name of the script tells whether the variable is meant for it.
 *
 * @param {string} script
 */
function callersFolder(script) {
  const { INIT_CWD, npm_lifecycle_event: event } = process.env
  return event === script && INIT_CWD ? join(INIT_CWD) : process.cwd()
}
