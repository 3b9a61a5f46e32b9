import { OPERATIONS } from './operations.mjs'
import { COMPARED_AT, short, table } from './results.mjs'

/**
 * The results as Markdown, for people.
 *
 * @param {any} results what reads.json holds
 */
export function report({ geomean, machine, rows, rounds, seconds, workloads, servers }) {
  const titles = servers.map((/** @type {any} */ { title }) => title)
  const cell = (
    /** @type {string} */ operation,
    /** @type {number} */ connections,
    /** @type {string} */ server,
  ) => {
    const found = workloads.find(
      (/** @type {any} */ each) =>
        each.operation === operation && each.connections === connections && each.server === server,
    )
    return found ? `${short(found.perSecond)} (${short(found.cpu)})` : '–'
  }
  const counts = [...new Set(workloads.map((/** @type {any} */ { connections }) => connections))]
  const operations = [...new Set(workloads.map((/** @type {any} */ { operation }) => operation))]
  const load = machine.load.map((/** @type {number} */ average) => average.toFixed(1)).join(' ')
  const lines = [
    `${rows.toLocaleString('en')} statements, ${machine.postgres.split(' on ')[0]}, Node ${machine.node}, ${machine.cores} cores, load ${load}; the median of ${rounds} rounds of ${seconds} s.`,
    '',
    ...counts.flatMap((connections) => [
      `Requests a second with ${connections} connections (milliseconds of the server's processor time for a request):`,
      '',
      table(
        ['', ...titles],
        operations.map((operation) => [
          `${operation} ${OPERATIONS[operation].title}`,
          ...servers.map((/** @type {any} */ { server }) => cell(operation, connections, server)),
        ]),
      ),
      '',
    ]),
    `How many times as many requests with ${COMPARED_AT} connections, geometric mean of the operations:`,
    '',
    table(
      ['', 'PostGraphile', 'floor', 'Mercurius', 'Apollo Server'],
      Object.entries(geomean).map(([ours, { vsPostGraphile, vsFloor, vsMercurius, vsApollo }]) => [
        ours,
        ...[vsPostGraphile, vsFloor, vsMercurius, vsApollo].map(short),
      ]),
    ),
    '',
    table(
      ['', 'ready after, s', 'memory idle, MB', 'under load, MB'],
      servers.map((/** @type {any} */ { title, startUp, idle, underLoad }) => [
        title,
        ...[startUp, idle, underLoad].map(short),
      ]),
    ),
  ]
  return `${lines.join('\n')}\n`
}
