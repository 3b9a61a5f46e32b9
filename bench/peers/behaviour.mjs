import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import { buildSync } from 'esbuild'

/** Milliseconds to watch a hanging request: longer than the SDK's timeout of 30 s. */
const WATCHED = 31_000

/** The names of the behaviours in the table, in its order. */
export const BEHAVIOURS = {
  seconds: '429, `Retry-After: 1`',
  date: '429, `Retry-After` as a date 2 s ahead',
  fault: '500 once',
  hang: 'no answer',
  abort: 'an abort',
  partial: 'data and an error',
  cut: 'a stream cut after two of five events',
}

/**
 * Starts a peer against the misbehaving server: first the request that hangs, the others when they are called. Null when
 * the peer sends no requests by itself.
 *
 * @param {string} folder
 * @param {import('./peers.mjs').Peer} peer
 * @param {Awaited<ReturnType<typeof import('./misbehaving-server.mjs').startMisbehavingServer>>} server
 */
export async function behaviourOf(folder, peer, server) {
  if (!peer.connect) return null
  const { ask, subscribe } = await load(folder, peer)
  const name = peer.name.replace(/\W+/g, '-')
  const at = (/** @type {string} */ behaviour) => `/${behaviour}/${name}`
  const url = (/** @type {string} */ behaviour) => server.url + at(behaviour)
  const tried = async (/** @type {string} */ behaviour) => {
    const error = await failure(ask(url(behaviour)))
    const [first = 0, second] = server.times(at(behaviour))
    if (second === undefined) return error ? 'fails at once' : 'takes it for an answer'
    return `${error ? 'fails' : 'answers'}, tried again after ${seconds(second - first)}`
  }
  return {
    hang: hanging(ask(url('hang'))),
    // Runs alone, so that the measured time is only the peer's.
    abort: () =>
      aborting(
        (signal) => ask(url('hang/abort'), signal),
        () => server.times(at('hang/abort')).length,
      ),
    rest: async () => {
      const [bySeconds, byDate, fault, partial, cut] = await Promise.all([
        ...['seconds', 'date', 'fault'].map(tried),
        inParts(ask(url('partial'))),
        subscribe ? cutting(subscribe(url('cut'))) : '–',
      ])
      return { seconds: bySeconds, date: byDate, fault, partial, cut }
    },
  }
}

/** Bundles a peer for Node, because some have no ES modules, and genql writes TypeScript. */
async function load(folder, { name, connect }) {
  const base = join(folder, `connect-${name.replace(/\W+/g, '-')}`)
  writeFileSync(`${base}.js`, connect)
  const banner = {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  }
  const options = /** @type {const} */ ({ bundle: true, platform: 'node', format: 'esm', banner })
  buildSync({ ...options, entryPoints: [`${base}.js`], outfile: `${base}.mjs`, logLevel: 'silent' })
  return import(pathToFileURL(`${base}.mjs`).href)
}

/** @param {Promise<unknown>} work */
const failure = (work) =>
  work.then(
    (answer) => (answer?.data ? null : (answer?.errors ?? new Error('nothing'))),
    (error) => error,
  )

const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(ms < 100 ? 2 : 1)} s`

async function hanging(/** @type {Promise<unknown>} */ work) {
  const started = Date.now()
  const ended = await Promise.race([failure(work).then(() => true), delay(WATCHED)])
  return ended ? `ends after ${seconds(Date.now() - started)}` : `waits for more than ${seconds(WATCHED)}`
}

/** @param {(signal: AbortSignal) => Promise<unknown>} work @param {() => number} requests */
async function aborting(work, requests) {
  const controller = new AbortController()
  const ended = failure(work(controller.signal)).then(() => performance.now())
  await delay(500)
  const before = performance.now()
  controller.abort()
  const after = await Promise.race([ended, delay(5_000)])
  await delay(1_500)
  if (!after) return 'waits on'
  return `ends in ${(after - before).toFixed(1)} ms${requests() > 1 ? `, after ${requests() - 1} more tries` : ''}`
}

async function inParts(/** @type {Promise<{ data?: object, errors?: unknown }>} */ work) {
  try {
    const { data, errors } = await work
    return data && errors ? 'gives both' : data ? 'loses the error' : 'loses the data'
  } catch (error) {
    const found = inspect(error, { depth: 9, showHidden: true }).includes('sites: null')
    return found ? 'throws; data on the error' : 'throws; loses the data'
  }
}

async function cutting(/** @type {AsyncIterable<{ changed: { cursor: string } }>} */ events) {
  const seen = []
  try {
    for await (const { changed } of events) seen.push(changed.cursor)
  } catch {
    return `fails after ${seen.join(' ') || 'none'}`
  }
  return seen.length === 5
    ? `goes on: ${seen.join(' ')}`
    : `ends after ${seen.join(' ')}, as if that were all`
}

const delay = (/** @type {number} */ ms) =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref())
