import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpuOf, cpuOfChildren, memoryOf } from './process-figures.mjs'

/** Milliseconds at the start of a round that are not counted: connections open, idle databases connections come back. */
const RAMP = 250

/** A process that sends requests: `load-generator.mjs`. */
export function startGenerator() {
  const child = fork(new URL('load-generator.mjs', import.meta.url), { stdio: 'inherit' })
  return {
    /** @param {import('./load-generator.mjs').Load} load */
    async run(load) {
      child.send(load)
      const [{ result, error }] = await once(child, 'message')
      if (error) throw new Error(`${load.url}: ${error}`)
      return result
    },
    stop: () => child.kill(),
  }
}

/**
 * One round: a server under load for a time.
 *
 * @param {ReturnType<typeof startGenerator>} generator
 * @param {import('./start-server.mjs').Running} running
 * @param {number | null} postmaster the process of PostgreSQL that starts the others; null for an embedded database
 * @param {{ requests: { body: string, bytes: number }[], connections: number, seconds: number }} options
 */
export async function drive(generator, { url, pid }, postmaster, { requests, connections, seconds }) {
  const before = { server: cpuOf(pid), database: databaseCpu(postmaster) }
  const duration = seconds * 1000
  const { sent, failed, failure, perSecond, p50, p99 } = await generator.run({
    url,
    requests,
    connections,
    ramp: RAMP,
    duration,
  })
  return {
    ...{ perSecond, p50, p99, failed: failed / sent, failure },
    cpu: (cpuOf(pid) - before.server) / sent,
    databaseCpu: (databaseCpu(postmaster) - before.database) / sent,
    memory: memoryOf(pid),
  }
}

const databaseCpu = (/** @type {number | null} */ postmaster) =>
  postmaster === null ? 0 : cpuOfChildren(postmaster)

/** The middle one of some numbers. */
export function median(/** @type {number[]} */ values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (low + high) / 2
}
