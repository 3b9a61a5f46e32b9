import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { ToolError } from './workspace.mjs'

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} Place */
/** @typedef {{ code: number, output: string }} Result */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Ends the processes that this module has started and that still run. */
export function endChildren() {
  for (const child of running) child.kill()
}

/**
 * Runs a command and collects its output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Place} [place]
 * @returns {Promise<Result>} the exit code, and stdout and stderr as one text
 */
export function capture(command, args, place = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { ...place, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), output }))
  })
}

/**
 * Runs a command that must succeed. Shows its output only when it fails.
 *
 * @param {string} what what the command does, for the error: "installing packages"
 * @param {string} command
 * @param {string[]} args
 * @param {Place & { advice?: string }} [options] advice: what to do when the command fails
 */
export async function quietly(what, command, args, { advice = 'see above', ...place } = {}) {
  const { code, output } = await capture(command, args, place).catch((error) => {
    throw new ToolError(`${what} failed: cannot run ${command} (${error.code ?? error.message}): ${advice}`)
  })
  if (code === 0) return
  process.stderr.write(`${output.trimEnd()}\n`)
  throw new ToolError(`${what} failed with exit code ${code}: ${advice}`)
}

/**
 * Runs a command with the stdin, stdout, stderr and signals of this process.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Place} [place]
 * @returns {Promise<number>} its exit code; 128 plus the number of the signal when a signal ended it
 */
export function passThrough(command, args, place = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { ...place, stdio: 'inherit' })
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      // A terminal also sends Ctrl-C to the child. A second SIGINT would interrupt its shutdown.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, forward)
    const watch = onParentsDeath(() => child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      for (const name of SIGNALS) process.off(name, forward)
      resolve(exitCode(code, signal))
    })
  })
}

/**
 * Calls `end` when the parent process is gone. A killed npm sends no signal, and without this the server would go on and
 * hold its port and its data.
 *
 * @param {() => void} end
 */
function onParentsDeath(end) {
  const parent = process.ppid
  return setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) end()
  }, 500)
}

/** @type {NodeJS.Signals[]} */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0)
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function start(command, args, options) {
  // Windows starts npm and pnpm, which are .cmd files there, only through its shell.
  const shell = process.platform === 'win32' && !/\.exe$/i.test(command)
  const child = spawn(command, args, { ...options, shell })
  running.add(child)
  child.on('close', () => running.delete(child))
  child.on('error', () => running.delete(child))
  return child
}
