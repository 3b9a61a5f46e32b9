import { existsSync, readFileSync, rmSync } from 'node:fs'
import { CHECKS, report, runChecks, stopIfInterrupted } from './checks.mjs'
import { passThrough } from './process.mjs'
import { prepare } from './setup.mjs'
import { STEPS } from './steps.mjs'
import { nodePath, toolEnvironment } from './toolchain.mjs'
import { binary, root, say, ToolError, toolsFolder } from './workspace.mjs'

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Builds, checks and tests. The last line on stdout is `N passed, N failed`. It counts the tests, and the build and each
 * check as one test.
 *
 * @param {string[]} args arguments of vitest. `--coverage` measures what the tests reach, which takes a fifth longer, and
 *   fails below its thresholds.
 * @returns {Promise<number>} exit code
 */
export async function runTests(args) {
  /** @type {Count[]} */
  const counts = []
  try {
    counts.push(await countBuild())
    if (counts[0]?.passed) {
      counts.push(await runChecks(CHECKS))
      counts.push(await runVitest(args))
    }
  } catch (error) {
    if (error instanceof ToolError) say(error.message)
    else process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    counts.push({ passed: 0, failed: 1 })
  }
  const { passed, failed } = sum(counts)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
}

async function countBuild() {
  try {
    await prepare(STEPS.built)
    return { passed: 1, failed: 0 }
  } catch (error) {
    if (!(error instanceof ToolError)) throw error
    say(error.message)
    report('build', false)
    return { passed: 0, failed: 1 }
  }
}

/** @param {string[]} args */
async function runVitest(args) {
  const file = `${toolsFolder}/vitest.json`
  rmSync(file, { force: true })
  const { NODE_ENV: _, ...env } = toolEnvironment()
  const code = await passThrough(
    nodePath(),
    [
      ...[binary('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...args,
    ],
    { cwd: root, env },
  )
  stopIfInterrupted(code)
  return vitestCount(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, code)
}

/**
 * Counts the passed and failed tests of a run of vitest.
 *
 * @param {VitestReport | null} written the report; null when vitest has written none
 * @param {number} code its exit code
 * @returns {Count}
 *
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults one for each file
 */
export function vitestCount(written, code) {
  const broken = written?.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.length,
  )
  const failed = (written?.numFailedTests ?? 0) + (broken?.length ?? 0)
  // Only the exit code tells of too little coverage, an error outside of tests, and a crash.
  return { passed: written?.numPassedTests ?? 0, failed: failed || (code === 0 && written ? 0 : 1) }
}

/** @param {Count[]} counts */
function sum(counts) {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }))
}
