/**
 * Counts the SQL statements of a database with pg_stat_statements. It is off while servers are timed.
 *
 * @typedef {{ statements: number, sqlTime: number }} SqlFigures statements, and milliseconds of planning and execution
 */

/** The settings with which the server of the bench starts. */
export const STATISTICS = ['shared_preload_libraries=pg_stat_statements']

/** @param {import('pg').Client} client */
async function track(client, /** @type {'none' | 'top'} */ what) {
  await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${what}'`)
  await client.query(
    `ALTER SYSTEM SET pg_stat_statements.track_planning = '${what === 'none' ? 'off' : 'on'}'`,
  )
  await client.query('SELECT pg_reload_conf()')
  for (;;) {
    const { rows } = await client.query(`SELECT current_setting('pg_stat_statements.track') AS now`)
    if (rows[0].now === what) return
  }
}

/** Stops the counting, which a server does from its start. @param {import('pg').Client} client */
export const stopCounting = (client) => track(client, 'none')

/**
 * What a piece of work costs in SQL.
 *
 * @param {import('pg').Client} client that has the extension; it may be on another database of the server
 * @param {string} url of the database that the work is done on
 * @param {() => Promise<number>} work gives the number of requests that it made
 * @returns {Promise<SqlFigures>} for a request
 */
export async function sqlOf(client, url, work) {
  await track(client, 'top')
  await client.query('SELECT pg_stat_statements_reset()')
  const requests = await work()
  await track(client, 'none')
  const { rows } = await client.query(
    `SELECT coalesce(sum(calls), 0)::float8 AS calls, coalesce(sum(total_exec_time + total_plan_time), 0) AS time
     FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
     WHERE d.datname = $1 AND query !~ 'pg_stat_statements|pg_reload_conf|current_setting'`,
    [new URL(url).pathname.slice(1)],
  )
  return { statements: rows[0].calls / requests, sqlTime: rows[0].time / requests }
}

/**
 * Asks a server requests one after the other. Each must be answered without an error.
 *
 * @param {string} url
 * @param {string[]} bodies
 * @returns {Promise<string[]>} the answers as text
 */
export async function askAll(url, bodies) {
  const answers = []
  for (const body of bodies) {
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body })
    const text = await response.text()
    const { data, errors } = response.ok ? JSON.parse(text) : { data: null, errors: response.status }
    if (errors || !data) throw new Error(`${body.slice(0, 500)}: ${response.status} ${text.slice(0, 2_000)}`)
    answers.push(text)
  }
  return answers
}
