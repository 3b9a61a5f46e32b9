import { existsSync, readFileSync } from 'node:fs'
import '../load-sources.mjs'
import { inRoot } from '../../tools/workspace.mjs'
import { VOCABULARY, wordOf } from './words.mjs'

/** @type {typeof import('../../packages/server/test/harness/service.ts')} */
const { createService } = await import(inRoot('packages/server/test/harness/service.ts'))

const FOUND = `isComplete edges { score node { ... on Statement { text } ... on Article { title } ... on Speaker { name }
  ... on Topic { name } } highlights { field fragment ranges { start end } } } pageInfo { hasNextPage endCursor }`
const ROW = 'id text saidAt { edtf } speaker { name } article { title }'
/** A different word in each run, so that PostgreSQL does not always read the same pages. */
const rank = (/** @type {number} */ from, /** @type {number} */ run) => wordOf(from + (run % 5))

const COMMON = `${rank(12, 0)} ${rank(22, 0)}`

/**
 * The operations by name. Each gives a query and its variables for a run.
 *
 * @typedef {{ query: string, variables?: object }} Operation
 * @typedef {{ middle: string, late: string, found: string, quotes: string[] }} Places
 * @type {Record<string, (run: number, places: Places) => Operation>}
 */
const OPERATIONS = {
  'search: a rare word': (run) => searched(rank(VOCABULARY - 8_000, run)),
  'search: a common word': (run) => searched(rank(12, run)),
  'search: two common words': (run) => searched(`${rank(12, run)} ${rank(22, run)}`),
  'search: two common words, page 20': (_run, { found }) => searched(COMMON, found),
  'three facets': () => ({
    query:
      '{ statements(first: 1) { facets(by: [SPEAKER, TOPIC, KIND]) { isExact buckets { label count } } } }',
  }),
  'three facets of a common word': (run) => ({
    query: `query ($text: String!) { statements(filter: { text: $text }, first: 1) {
      facets(by: [SPEAKER, TOPIC, SITE]) { isExact buckets { label count } } } }`,
    variables: { text: rank(12, run) },
  }),
  'a timeline by month': () => ({
    query:
      '{ statements(first: 1) { timeline(interval: MONTH) { isExact undated buckets { start count } } } }',
  }),
  'the first page': () => ({
    query: `{ statements(first: 20) { nodes { ${ROW} } pageInfo { endCursor } } }`,
  }),
  'a page in the middle': (_run, { middle }) => pageAfter(middle),
  'a page near the end': (_run, { late }) => pageAfter(late),
  'the speakers': () => ({ query: '{ speakers(first: 20) { nodes { name } pageInfo { endCursor } } }' }),
  'matchQuote: word for word': (run, { quotes }) => matched(quotes[run % quotes.length] ?? ''),
  'matchQuote: a fifth of the words changed': (run, { quotes }) =>
    matched(
      (quotes[run % quotes.length] ?? '')
        .split(' ')
        .map((word, index) => (index % 6 === 3 ? rank(300, index) : word))
        .join(' '),
    ),
  'the review queue': () => ({
    query: `{ statements(filter: { reviewStatuses: [PROPOSED] }, orderBy: { field: UPDATED_AT }, first: 50) {
      nodes { ${ROW} provenance { confidence } anchors { status } } totalCount { value isExact } } }`,
  }),
}

const searched = (/** @type {string} */ query, /** @type {string | null} */ after = null) => ({
  query: `query ($query: String!, $after: String) { search(query: $query, first: 20, after: $after) { ${FOUND} } }`,
  variables: { query, after },
})
const pageAfter = (/** @type {string} */ after) => ({
  query: `query ($after: String!) { statements(first: 20, after: $after) { nodes { ${ROW} } pageInfo { endCursor } } }`,
  variables: { after },
})
const matched = (/** @type {string} */ text) => ({
  query: `query ($text: String!) { matchQuote(text: $text, minSimilarity: 0.7) { similarity position { start end } statement { ${ROW} } } }`,
  variables: { text },
})

/**
 * Times every operation.
 *
 * @param {import('../../packages/server/src/database/database.js').Database} database with one connection
 * @param {number} runs
 * @param {boolean} explained
 * @param {boolean} publicProposals whether the caller sees statements that no person has reviewed
 */
export async function measure(database, runs, explained, publicProposals) {
  const service = createService(database, { publicProposals })
  const places = await findPlaces(service)
  const [{ pid: backend }] = await database.prisma.$queryRawUnsafe('SELECT pg_backend_pid() AS pid')
  const results = []
  for (const [name, make] of Object.entries(OPERATIONS)) {
    const ask = async (/** @type {number} */ run) => {
      const { query, variables } = make(run, places)
      const { errors } = await service.request(query, variables)
      if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`)
    }
    for (let run = 0; run < 10; run++) await ask(run)
    const times = []
    const before = cpuTime(backend)
    for (let run = 0; run < runs; run++) {
      const start = performance.now()
      await ask(run)
      times.push(performance.now() - start)
    }
    const cpu = (cpuTime(backend) - before) / runs
    times.sort((a, b) => a - b)
    const at = (/** @type {number} */ part) => times[Math.min(runs - 1, Math.floor(runs * part))] ?? 0
    const sql = await service.sqlOf(() => ask(0))
    const plans = explained ? await explain(database, sql) : null
    results.push({ name, sql: sql.length, p50: at(0.5), p99: at(0.99), cpu, plans })
  }
  return results
}

/**
 * The milliseconds of processor time that this process and PostgreSQL's backend have used. They do not depend on how busy
 * the machine is. NaN where there is no /proc.
 *
 * @param {number} backend
 */
function cpuTime(backend) {
  const { user, system } = process.cpuUsage()
  const milliseconds = (user + system) / 1000
  if (!existsSync(`/proc/${backend}/stat`)) return Number.NaN
  const fields = readFileSync(`/proc/${backend}/stat`, 'utf8').replace(/.*\) /, '').split(' ')
  // These fields count ticks of ten milliseconds in user mode and in the kernel: proc(5).
  return milliseconds + (Number(fields[11]) + Number(fields[12])) * 10
}

/** @param {import('../../packages/server/test/harness/service.ts').Service} service */
async function findPlaces(service) {
  const list =
    'statements(filter: { saidUntil: "2021-01-01" }, first: 1) { pageInfo { endCursor } nodes { text } }'
  const { middle, late, quoted } = await service.data(
    `{ middle: ${list} late: ${list.replace('2021-01', '2016-02')} quoted: ${list.replace('first: 1', 'first: 100')} }`,
  )
  const quotes = quoted.nodes.map((/** @type {{ text: string }} */ { text }) => text)
  let found = null
  for (let page = 1; page < 20; page++) {
    const { query, variables } = searched(COMMON, found)
    found = (await service.data(query, variables)).search.pageInfo.endCursor ?? found
  }
  return { middle: middle.pageInfo.endCursor, late: late.pageInfo.endCursor, found, quotes }
}

/**
 * @param {import('../../packages/server/src/database/database.js').Database} database
 * @param {import('../../packages/server/test/harness/service.ts').SqlStatement[]} statements
 */
async function explain({ prisma }, statements) {
  const lines = []
  for (const { query, params } of statements) {
    /** @type {{ 'QUERY PLAN': string }[]} */
    const plan = await prisma.$queryRawUnsafe(`EXPLAIN (ANALYZE, BUFFERS) ${query}`, ...JSON.parse(params))
    lines.push('', query.trim(), '', ...plan.map((line) => line['QUERY PLAN']), '')
  }
  return lines
}
