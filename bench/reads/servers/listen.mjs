import { createRequire } from 'node:module'

/** Loads a package from the folder of the peers. */
export const require = createRequire(`${process.env.PEERS}/package.json`)

/** A pool like that of the service: as many connections, the same settings of the session. */
export function openPool() {
  const { Pool } = require('pg')
  return new Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    keepAlive: true,
    idleTimeoutMillis: 60_000,
    options: '-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c max_parallel_workers_per_gather=0',
  })
}

/** Says that a server is ready, as `onrecord serve --json` does. */
export const ready = (/** @type {string} */ url) => process.stdout.write(`${JSON.stringify({ url })}\n`)
