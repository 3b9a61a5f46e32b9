import { OPERATIONS } from './operations.mjs'
import { COMPARED_AT, short, table } from './results.mjs'

/**
 * The results as Markdown, for people.
 *
 * @param {any} results what reads.json holds
 */
export function report(results) {
  const { rows, rounds, seconds, machine, measuredAt } = results
  const load = (/** @type {number[]} */ averages) => averages.map((average) => average.toFixed(1)).join(' ')
  const sections = [
    `# Reads

Written by \`npm run bench -- reads\` on ${measuredAt.slice(0, 10)}: ${rows.toLocaleString('en')} statements, ${machine.postgres.split(' on ')[0]}, Node ${machine.node}, ${machine.cores} cores (${machine.cpu}), load ${load(machine.load.before)} at the start and ${load(machine.load.after)} at the end. The median of ${rounds} rounds of ${seconds} s.`,
    ...throughput(results),
    ratios(results),
    statements(results),
    servers(results),
    ...growth(results),
    operations(results),
    embedded(results),
  ]
  return `${sections.filter((section) => section !== null).join('\n\n')}\n`
}

/** @param {any} results */
function throughput({ workloads, servers }) {
  const counts = unique(workloads, 'connections')
  return counts.map((connections) => {
    const cell = (/** @type {string} */ operation, /** @type {string} */ server) => {
      const found = workloads.find(matching({ operation, connections, server }))
      if (!found) return '–'
      const failed = found.failed > 0 ? `; ${short(found.failed * 100)} % failed` : ''
      return `${short(found.perSecond)} (${short(found.cpu)} + ${short(found.databaseCpu)}${failed})`
    }
    const lines = unique(workloads, 'operation').map((operation) => [
      titleOf(operation),
      ...servers.map((/** @type {any} */ { server }) => cell(operation, server)),
    ])
    return `Requests a second with ${connections === 1 ? 'one connection' : `${connections} connections`} (milliseconds of processor time for a request, of the server + of PostgreSQL):

${table(['', ...titles(servers)], lines)}`
  })
}

/** @param {any} results */
function ratios({ geomean, lowest, workloads }) {
  if (workloads.length === 0) return null
  const names = ['vsPostGraphile', 'vsFloor', 'vsMercurius', 'vsApollo']
  const lines = Object.entries(geomean).map(([ours, means]) => [
    ours,
    ...names.map((name) => {
      const { operation, ratio } = lowest[ours][name] ?? {}
      return operation ? `${short(means[name])} (${operation} ${short(ratio)})` : '–'
    }),
  ])
  return `How many times as many requests ours answer with ${COMPARED_AT} connections, geometric mean of the operations (the lowest one):

${table(['', '× PostGraphile', '× floor', '× Mercurius', '× Apollo Server'], lines)}`
}

/** @param {any} results */
function statements({ statements, servers }) {
  if (statements.length === 0) return null
  const lines = unique(statements, 'operation').map((operation) => [
    titleOf(operation),
    ...servers.map((/** @type {any} */ { server }) =>
      sqlCell(statements.find(matching({ operation, server }))),
    ),
  ])
  return `SQL statements of an operation (milliseconds of planning and execution in PostgreSQL, one request at a time):

${table(['', ...titles(servers)], lines)}`
}

/** @param {any} results */
function servers({ servers }) {
  if (servers.length === 0) return null
  const lines = servers.map((/** @type {any} */ { title, startUp, idle, underLoad }) => [
    title,
    ...[startUp, idle, underLoad].map(short),
  ])
  return table(['', 'ready after, s', 'memory idle, MB', 'under load, MB'], lines)
}

/** @param {any} results */
function growth({ growth }) {
  if (!growth) return []
  const sized = unique(growth.size, 'rows').map((rows) => [
    rows.toLocaleString('en'),
    ...['Q1', 'Q2'].map((operation) => sqlCell(growth.size.find(matching({ rows, operation })))),
  ])
  const deep = growth.depth.map((/** @type {any} */ { part, ...figures }) => [
    `${part * 100} %`,
    sqlCell(figures),
  ])
  const nested = growth.nesting.map((/** @type {any} */ { level, ...figures }) => [level, sqlCell(figures)])
  return [
    `SQL statements (milliseconds of SQL) by the size of the record; ${short(growth.ratios.Q1)} × for Q1 and ${short(growth.ratios.Q2)} × for Q2:\n\n${table(['statements', 'Q1', 'Q2'], sized)}`,
    `Q2 by the depth of the page in the list; ${short(growth.ratios.depth)} × from the first to the last:\n\n${table(['depth', 'SQL'], deep)}`,
    `Statements of speakers of statements …, two of each, by the levels of nesting:\n\n${table(['levels', 'SQL'], nested)}`,
  ]
}

/** @param {any} results */
function operations({ operations }) {
  if (operations.length === 0) return null
  const ours = unique(operations, 'server')
  const asked = operations.filter(matching({ server: ours[0] }))
  const lines = asked.map((/** @type {any} */ { of, name }) => [
    ...[of, name],
    ...ours.flatMap((server) => {
      const figures = operations.find(matching({ server, of, name }))
      return [sqlCell(figures), short(figures.cpu)]
    }),
  ])
  const single = asked.filter((/** @type {any} */ { statements }) => statements <= 1).length
  const head = ['', '', ...ours.flatMap((server) => [`${server}: SQL statements (ms)`, 'CPU, ms'])]
  return `The ready queries and the queries of the SDK on the sample articles, of which ${single} of ${asked.length} take one SQL statement: SQL statements, and milliseconds of processor time that the server uses for a request:

${table(head, lines)}`
}

/** @param {any} results */
function embedded({ embedded: { rows, workloads } }) {
  if (workloads.length === 0) return null
  const lines = workloads.map(
    (/** @type {any} */ { server, operation, perSecond, cpu, startUp, idle, memory }) => [
      ...[
        server,
        titleOf(operation),
        short(perSecond),
        short(cpu),
        short(startUp),
        short(idle),
        short(memory),
      ],
    ],
  )
  const head = ['', '', 'a second', 'ms of CPU', 'ready after, s', 'memory idle, MB', 'under load, MB']
  return `The embedded database with ${rows.toLocaleString('en')} statements, ${COMPARED_AT} connections:

${table(head, lines)}`
}

const titleOf = (/** @type {string} */ operation) =>
  `${operation} ${OPERATIONS[/** @type {'Q1'} */ (operation)].title}`
const titles = (/** @type {any[]} */ servers) => servers.map(({ title }) => title)
const unique = (/** @type {any[]} */ rows, /** @type {string} */ key) => [
  ...new Set(rows.map((row) => row[key])),
]
const sqlCell = (/** @type {any} */ figures) =>
  figures ? `${short(figures.statements)} (${short(figures.sqlTime)})` : '–'
const matching = (/** @type {object} */ wanted) => (/** @type {any} */ row) =>
  Object.entries(wanted).every(([key, value]) => row[key] === value)
