import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../../tools/workspace.mjs'

const USAGE = fileURLToPath(new URL('report-usage.mjs', import.meta.url))

/**
 * What a run of `onrecord ingest` took.
 *
 * @typedef {object} Run
 * @property {number} pages
 * @property {number} seconds from the start of the process to its end
 * @property {number} cpuSeconds of the process, without those of a PostgreSQL server
 * @property {number} peakMegabytes the most memory that the process had
 * @property {Record<string, number>} statuses how many pages came to what
 * @property {number} statements
 */

/**
 * Runs `onrecord ingest` on a folder of pages.
 *
 * @param {string} pages
 * @param {string} scratch a folder for what the run leaves
 * @param {Record<string, string>} env names the database
 * @returns {Promise<Run>}
 */
export async function runIngest(pages, scratch, env) {
  const usage = join(scratch, 'usage.json')
  const start = performance.now()
  const args = ['--import', USAGE, inRoot('packages/server/dist/cli/main.js'), 'ingest', '--json', pages]
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env, ONRECORD_USAGE: usage },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    errors += chunk
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  const seconds = (performance.now() - start) / 1000
  // The command ends with 1 when it refused a page, as it does some that are no articles.
  if (code !== 0 && code !== 1) throw new Error(`onrecord ingest ended with ${code}: ${errors}`)
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { peak, cpu } = JSON.parse(readFileSync(usage, 'utf8'))
  /** @type {Record<string, number>} */
  const statuses = {}
  for (const { status = 'failed' } of lines) statuses[status] = (statuses[status] ?? 0) + 1
  const statements = lines.reduce((sum, line) => sum + (line.statements ?? 0), 0)
  return {
    ...{ pages: lines.length, seconds, cpuSeconds: cpu / 1000, peakMegabytes: peak / 1e6 },
    ...{ statuses, statements },
  }
}
