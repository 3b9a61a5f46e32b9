import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inRoot } from '../../tools/workspace.mjs'

/**
 * Starts `onrecord serve` as a process of its own.
 *
 * @param {Record<string, string>} env
 */
export async function startService(env) {
  const child = spawn(
    process.execPath,
    [inRoot('packages/server/dist/cli/main.js'), 'serve', '--json', '--port', '0'],
    {
      env: { ...process.env, LOG_LEVEL: 'error', ONRECORD_RATE_LIMIT: 'off', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  /** @type {string} */
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    ended.then(() => reject(new Error('the service ended at its start')))
  })
  return {
    url: /** @type {string} */ (JSON.parse(line).url),
    pid: /** @type {number} */ (child.pid),
    /** Resident memory in MB. */
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    /** @param {NodeJS.Signals} signal */
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}
