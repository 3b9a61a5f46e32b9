/**
 * One operation of one server at one number of connections: the medians of its rounds.
 *
 * @typedef {object} Workload
 * @property {string} server
 * @property {import('./operations.mjs').OperationName} operation
 * @property {number} connections
 * @property {number} perSecond requests a second
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {number} cpu milliseconds of processor time that the server uses for a request
 * @property {number} databaseCpu milliseconds of processor time that PostgreSQL uses for a request
 * @property {number} [failed] the part of the requests that failed, in the worst round
 * @property {string | null} [failure] the first answer that was wrong
 */

/** The number of connections at which servers are compared. */
export const COMPARED_AT = 16

/** The servers that ours are compared with, and the name of each ratio. */
const AGAINST = {
  vsPostGraphile: 'postgraphile',
  vsFloor: 'floor',
  vsMercurius: 'mercurius',
  vsApollo: 'apollo',
}

/**
 * The geometric means over the operations of how many times as many requests ours answer. Null where one was not measured.
 *
 * @param {Workload[]} workloads
 */
export function geometricMeans(workloads) {
  const of = (/** @type {string} */ ours) =>
    Object.fromEntries(
      Object.entries(AGAINST).map(([name, other]) => [
        name,
        geometricMean(ratios(workloads, ours, other).map(({ ratio }) => ratio)),
      ]),
    )
  return { yoga: of('yoga'), direct: of('direct') }
}

/**
 * The lowest ratio of each comparison, with its operation. Null where one was not measured.
 *
 * @param {Workload[]} workloads
 */
export function lowestRatios(workloads) {
  const of = (/** @type {string} */ ours) =>
    Object.fromEntries(
      Object.entries(AGAINST).map(([name, other]) => {
        const [lowest = null] = ratios(workloads, ours, other).sort((a, b) => a.ratio - b.ratio)
        return [name, lowest]
      }),
    )
  return { yoga: of('yoga'), direct: of('direct') }
}

/** @param {Workload[]} workloads @param {string} ours @param {string} other */
function ratios(workloads, ours, other) {
  const at = workloads.filter(({ connections }) => connections === COMPARED_AT)
  return at
    .filter(({ server }) => server === ours)
    .flatMap(({ operation, perSecond }) => {
      const peer = at.find((each) => each.server === other && each.operation === operation)
      return peer ? [{ operation, ratio: perSecond / peer.perSecond }] : []
    })
}

/**
 * How many times as long PostgreSQL works for a request in the largest record as in the smallest, and for the deepest page
 * as for the first.
 *
 * @param {{ size: { rows: number, operation: string, sqlTime: number }[], depth: { part: number, sqlTime: number }[] }} growth
 */
export function growthRatios({ size, depth }) {
  const grown = (/** @type {string} */ name) => {
    const of = size.filter(({ operation }) => operation === name)
    return quotient(of.at(-1), of[0])
  }
  return { Q1: grown('Q1'), Q2: grown('Q2'), depth: quotient(depth.at(-1), depth[0]) }
}

/** @param {{ sqlTime: number } | undefined} one @param {{ sqlTime: number } | undefined} other */
const quotient = (one, other) => (one && other ? one.sqlTime / other.sqlTime : null)

/** @param {number[]} values */
const geometricMean = (values) =>
  values.length === 0
    ? null
    : Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)

/**
 * A table in Markdown.
 *
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** A number with three digits that count: 1,234 · 56.7 · 0.89 */
export const short = (/** @type {number | null | undefined} */ value) =>
  value == null
    ? '–'
    : value >= 100
      ? Math.round(value).toLocaleString('en')
      : value.toFixed(value >= 10 ? 1 : 2)
