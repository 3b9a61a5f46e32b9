import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { inRoot } from '../../tools/workspace.mjs'
import { wordOf } from '../search/words.mjs'

/** @type {typeof import('../../packages/web/src/text/handle.ts')} */
const { pathOf } = await import(inRoot('packages/web/dist/text/handle.js'))

/** Pages of each kind that do not count: the first ones make the plans, and warm the process. */
const WARM_UP = 20

/** @typedef {{ p50: number, p99: number, most: number }} Spread milliseconds */
/** @typedef {{ name: string, bytes: number, cpu: Spread, time: Spread }} Result */

/**
 * Asks for pages, one after the other, and gives what it has measured of each kind.
 *
 * @param {{ url: string, pid: number }} service
 * @param {number} runs of each kind
 * @returns {AsyncGenerator<Result>}
 */
export async function* measurePages({ url, pid }, runs) {
  const origin = new URL(url).origin
  const kinds = Object.entries(await pathsOf(origin, runs + WARM_UP))
  for (let run = 0; run < WARM_UP; run++) for (const [, paths] of kinds) await read(`${origin}${paths[run]}`)
  for (const [name, paths] of kinds) {
    const samples = []
    for (const path of paths.slice(WARM_UP)) {
      const before = cpuOf(pid)
      const { bytes, time } = await read(`${origin}${path}`)
      samples.push({ bytes, time, cpu: cpuOf(pid) - before })
    }
    yield {
      ...{ name, bytes: Math.max(...samples.map(({ bytes }) => bytes)) },
      cpu: spread(samples.map(({ cpu }) => cpu)),
      time: spread(samples.map(({ time }) => time)),
    }
  }
}

/**
 * The addresses of different pages of each kind.
 *
 * @param {string} origin
 * @param {number} count of each
 * @returns {Promise<Record<string, string[]>>}
 */
async function pathsOf(origin, count) {
  const { statements, speakers, topics, sites, quotes } = await someObjects(origin, count)
  const at = (/** @type {string[]} */ paths) =>
    Array.from({ length: count }, (_, run) => /** @type {string} */ (paths[run % paths.length]))
  const searched = (/** @type {(run: number) => string} */ words) =>
    Array.from({ length: count }, (_, run) => `/search?${new URLSearchParams({ q: words(run) })}`)
  return {
    '/': at(['/']),
    '/statements/…': at(
      statements.map(({ id, speaker, text }) =>
        pathOf('statements', { id, name: `${speaker?.name ?? ''} ${text}` }),
      ),
    ),
    '/articles/…': at(
      statements.map(({ article: { id, title } }) => pathOf('articles', { id, name: title })),
    ),
    '/speakers/…, the most quoted': at(speakers.slice(0, 20).map((speaker) => pathOf('speakers', speaker))),
    '/speakers/…': at(statements.flatMap(({ speaker }) => (speaker ? [pathOf('speakers', speaker)] : []))),
    '/topics/…': at(topics.map((topic) => pathOf('topics', topic))),
    '/sites/…': at(sites.map((site) => pathOf('sites', site))),
    '/search, everything': at(['/search']),
    '/search, a common word': searched((run) => wordOf(12 + run)),
    '/search, two words': searched((run) => `${wordOf(12 + run)} ${wordOf(22 + run)}`),
    '/search, a rare word': searched((run) => wordOf(20_000 + run)),
    '/search, a speaker and a word': at(
      speakers.map(
        (speaker, run) =>
          `/search?q=${wordOf(30 + run)}&speaker=${pathOf('speakers', speaker).split('/').at(-1)}`,
      ),
    ),
    '/check, word for word': at(quotes.map((text) => `/check?${new URLSearchParams({ text })}`)),
    '/topics': at(['/topics']),
  }
}

/**
 * Statements of all years, with their articles, and the speakers and topics that have most of them.
 *
 * @param {string} origin
 * @param {number} count
 */
async function someObjects(origin, count) {
  const nodes = '{ nodes { id text speaker { id name } article { id title } } }'
  const days = Array.from({ length: 24 }, (_, n) => `${2016 + Math.floor(n / 2.5)}-0${1 + (n % 9)}-15`)
  const lists = days.map((day, n) => `d${n}: statements(filter: { saidUntil: "${day}" }, first: 20) ${nodes}`)
  const facets =
    'facets: statements(first: 1) { facets(by: [SPEAKER, TOPIC, SITE], top: 50) { by buckets { key label } } }'
  const found = { statements: [], facets: [] }
  for (const part of [...lists, facets]) {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ ${part} }` }),
    })
    const { data, errors } = await response.json()
    if (errors) throw new Error(JSON.stringify(errors))
    for (const list of Object.values(data)) {
      if (list.nodes) found.statements.push(...list.nodes)
      else found.facets.push(...list.facets)
    }
  }
  const named = (/** @type {string} */ by) =>
    found.facets
      .filter((facet) => facet.by === by)
      .flatMap(({ buckets }) =>
        buckets.map((/** @type {{ key: string, label: string }} */ { key, label }) => ({
          id: key,
          name: label,
        })),
      )
  return {
    statements: found.statements.slice(0, Math.max(count, 1)),
    ...{ speakers: named('SPEAKER'), topics: named('TOPIC'), sites: named('SITE') },
    quotes: found.statements.map(({ text }) => text),
  }
}

/**
 * The bytes of an answer on the wire, and the milliseconds to its end. Redirects are followed and count.
 *
 * @param {string} address
 * @returns {Promise<{ bytes: number, time: number }>}
 */
function read(address) {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const { statusCode = 0, headers } = response
      let bytes = 0
      response.on('data', (part) => {
        bytes += part.length
      })
      response.on('end', () => {
        if (statusCode === 301 && headers.location)
          return resolve(read(new URL(headers.location, address).href))
        if (statusCode !== 200) return reject(new Error(`${address} answers ${statusCode}`))
        resolve({ bytes, time: performance.now() - started })
      })
    }).on('error', reject)
  })
}

/** The milliseconds of processor time that all threads of a process have used: proc(5), schedstat. */
function cpuOf(/** @type {number} */ pid) {
  let nanoseconds = 0
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    nanoseconds += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ', 1)[0])
  }
  return nanoseconds / 1e6
}

/** @param {number[]} figures */
function spread(figures) {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ share) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}
