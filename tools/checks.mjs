import { exitCode, passThrough } from './process.mjs'
import { nodePath, toolEnvironment } from './toolchain.mjs'
import { binary, inRoot, root, ToolError } from './workspace.mjs'

/**
 * A command that must succeed, in addition to the tests.
 *
 * @typedef {{ name: string, command: () => string[] }} Check command: the program that Node runs, with its arguments
 */

/** @type {Check[]} */
export const CHECKS = [
  // Format, lint, no import cycle; a warning fails it, too.
  { name: 'biome', command: () => [binary('@biomejs/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'imports go down', command: () => [inRoot('tools/layers.mjs')] },
  { name: 'packages are entered by their doors', command: () => [inRoot('tools/doors.mjs')] },
  { name: 'types of the tools', command: () => [binary('typescript'), '--project', 'tools'] },
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

/**
 * Runs checks one after another, all of them, and says how each ended.
 *
 * @param {Check[]} checks
 */
export async function runChecks(checks) {
  // Without a URL, Prisma's check uses an empty database in memory, and not the developer's database.
  const env = { ...toolEnvironment(), DATABASE_URL: '' }
  const count = { passed: 0, failed: 0 }
  for (const { name, command } of checks) {
    const code = await passThrough(nodePath(), command(), { cwd: root, env })
    stopIfInterrupted(code)
    report(name, code === 0)
    if (code === 0) count.passed++
    else count.failed++
  }
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
