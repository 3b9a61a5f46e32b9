import { capture, exitCode } from './process.mjs'
import { nodePath, toolEnvironment } from './toolchain.mjs'
import { binary, inRoot, root, ToolError } from './workspace.mjs'

/**
 * A command that must succeed, in addition to the tests.
 *
 * @typedef {{ name: string, command: () => string[] }} Check command: the program that Node runs, with its arguments
 */

// Several threads check the same types twice; beside another check they have no cores left for it.
const compile = (/** @type {string} */ project) => [
  binary('typescript'),
  ...['--project', project, '--singleThreaded'],
]

/** @type {Check[]} */
export const CHECKS = [
  // Format, lint, no import cycle; a warning fails it, too.
  { name: 'biome', command: () => [binary('@biomejs/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'imports go down', command: () => [inRoot('tools/layers.mjs')] },
  { name: 'packages are entered by their doors', command: () => [inRoot('tools/doors.mjs')] },
  { name: 'every file of the server is used', command: () => [inRoot('tools/reach.mjs')] },
  { name: 'types of the tools', command: () => compile('tools') },
  // The build leaves tests out.
  { name: "types of the server's tests", command: () => compile('packages/server/test') },
  {
    name: "types of the other packages' tests",
    command: () => compile('tsconfig.tests.json'),
  },
  {
    name: 'the SDK is generated from the schema',
    command: () => [inRoot('tools/generate-sdk.mjs'), '--check'],
  },
  { name: 'the packages are ready to publish', command: () => [inRoot('tools/check-packages.mjs')] },
  { name: "the SDK's budgets", command: () => [inRoot('bench/sdk.mjs')] },
  { name: "codegen's budgets", command: () => [inRoot('bench/codegen.mjs'), '--packages'] },
  {
    name: 'migrations make the schema',
    command: () => [
      binary('prisma'),
      ...['migrate', 'diff', '--exit-code'],
      ...['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma'],
    ],
  },
]

/** How many checks run at the same time: nearly all use one core, and small machines have two. */
const AT_ONCE = 2

/**
 * Runs all checks, two at a time. When one ends, it shows what that one printed, and says how it ended.
 *
 * @param {readonly Check[]} checks
 */
export async function runChecks(checks) {
  // Without a URL, Prisma's check uses an empty database in memory, and not the developer's database.
  const env = { ...toolEnvironment(), DATABASE_URL: '' }
  const count = { passed: 0, failed: 0 }
  const waiting = [...checks]
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, output } = await capture(nodePath(), check.command(), { cwd: root, env })
      stopIfInterrupted(code)
      process.stdout.write(output)
      report(check.name, code === 0)
      if (code === 0) count.passed++
      else count.failed++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return count
}

/**
 * Ends the run when a command was interrupted: Ctrl-C is meant for all commands that would follow.
 *
 * @param {number} code of a command
 */
export function stopIfInterrupted(code) {
  if (code === exitCode(null, 'SIGINT') || code === exitCode(null, 'SIGTERM'))
    throw new ToolError('interrupted')
}

/**
 * @param {string} name
 * @param {boolean} passed
 */
export function report(name, passed) {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}: ${name}\n`)
}
