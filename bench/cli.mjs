import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../tools/workspace.mjs'

// Measures the built `onrecord` command with small tasks, against its budgets. It takes the median of ten runs, each in a
// process of its own. The budgets hold on a machine that does nothing else.

const RUNS = 10
const MAIN = inRoot('packages/server/dist/cli/main.js')
const STORY = 'Ferry to sail\n\n“We sail at noon,” said Mara Lindt, the harbour master.\n'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
const [story, question] = ['story.txt', 'who.graphql'].map((name) => join(folder, name))
writeFileSync(story, STORY)
writeFileSync(question, '{ viewer { name } }')
const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** The seconds that a command takes: the median of some runs. */
function secondsOf(/** @type {string[]} */ ...args) {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now()
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`onrecord ${args.join(' ')} ended with ${status}: ${stderr}`)
    return performance.now() - started
  })
  return /** @type {number} */ (times.sort((a, b) => a - b)[RUNS / 2]) / 1000
}

/** Starts `onrecord serve` on a data folder. */
async function serve(/** @type {string} */ data) {
  const args = [MAIN, 'serve', '--json', '--port', '0', '--data', data]
  const quiet = { ...env, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, args, { env: quiet, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', (code) => reject(new Error(`onrecord serve ended with ${code}`)))
  })
  return () =>
    new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill()
    })
}

try {
  const data = join(folder, 'data')
  const [own, other] = [data, join(folder, 'other')].map((path) => ['--data', path])
  /** @type {[what: string, is: number, most: number][]} */
  const rows = [
    ['node, doing nothing', nothing(), Number.POSITIVE_INFINITY],
    ['--version', secondsOf('--version'), 0.2],
    ['--help', secondsOf('--help'), 0.2],
    ['extract, a small text', secondsOf('extract', story), 0.4],
  ]
  const stop = await serve(data)
  try {
    rows.push(
      ['query, through a server', secondsOf('query', ...own, question), 0.4],
      ['review, through a server', secondsOf('review', ...own), 0.4],
      ['keys list, through a server', secondsOf('keys', 'list', ...own), 0.4],
      ['ingest, through a server', secondsOf('ingest', ...own, story), 0.4],
    )
  } finally {
    await stop()
  }
  secondsOf('ingest', ...other, story)
  const opened = secondsOf('migrate', ...other)
  rows.push(
    ['migrate: opens an embedded database', opened, 1],
    ['ingest into it, beyond opening it', secondsOf('ingest', ...other, story) - opened, 0.5],
  )
  let over = 0
  for (const [what, is, most] of rows) {
    if (is > most) over++
    const budget = most === Number.POSITIVE_INFINITY ? '' : ` of ${most.toFixed(1)}`
    console.log(`${is > most ? 'OVER' : 'ok  '} ${what.padEnd(40)} ${is.toFixed(3).padStart(8)}${budget} s`)
  }
  process.exitCode = over > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The seconds that Node takes to start and end. */
function nothing() {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now()
    spawnSync(process.execPath, ['--eval', ''], { env })
    return performance.now() - started
  })
  return /** @type {number} */ (times.sort((a, b) => a - b)[RUNS / 2]) / 1000
}
