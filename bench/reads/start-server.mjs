import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { memoryOf } from './process-figures.mjs'

/** Milliseconds that a server has to become ready. */
const PATIENCE = 60_000

/**
 * @typedef {object} Running a server that answers
 * @property {string} url of its GraphQL endpoint
 * @property {number} pid
 * @property {number} startUp seconds from the start of the process until it answers
 * @property {number} idle megabytes, two seconds after the start
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server with the Node of this process, and waits until it prints a line of JSON with its `url`.
 *
 * @param {{ name: string, program: string[], env: Record<string, string> }} server
 * @returns {Promise<Running>}
 */
export async function startServer({ name, program, env }) {
  const started = performance.now()
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const origin = await Promise.race([
    urlOf(child.stdout),
    ended.then((code) => Promise.reject(new Error(`${name} ended with ${code} before it was ready`))),
    setTimeout(PATIENCE, null, { ref: false }).then(() => Promise.reject(new Error(`${name} is not ready`))),
  ])
  const url = `${origin}/graphql`
  await fetch(url, post('{ __typename }'))
  const startUp = (performance.now() - started) / 1000
  await setTimeout(2_000)
  const pid = child.pid ?? 0
  return {
    ...{ url, pid, startUp, idle: memoryOf(pid) },
    async stop() {
      kill()
      await ended
      process.off('exit', kill)
    },
  }
}

/** The options of `fetch` for an operation. */
const post = (/** @type {string} */ query) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
})

/** @param {import('node:stream').Readable} stdout */
async function urlOf(stdout) {
  let read = ''
  for await (const part of stdout.iterator({ destroyOnReturn: false })) {
    read += part
    const line = read.split('\n').find((each) => each.startsWith('{"url"'))
    if (!line) continue
    stdout.resume()
    return JSON.parse(line).url
  }
  throw new Error('the server printed no address')
}
