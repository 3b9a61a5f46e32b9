import { readFileSync } from 'node:fs'
import { load } from '../search/load.mjs'
import { wordOf } from '../search/words.mjs'

/** How many different requests each operation has, so that no server answers from a cache of one answer. */
const DIFFERENT = 50

/**
 * The first speaker and topic of Q3, and the rank of the first word of Q4. At a million statements such a speaker has
 * about 800 statements, 50 of them about the topic, and such a word is in about 230. In smaller records they are chosen
 * among the commoner ones, so that there is as much to find as possible.
 */
const commonness = (/** @type {number} */ rows) => ({
  speaker: Math.max(2, Math.round(rows / 6_700)),
  topic: 5,
  word: Math.max(12, Math.round(rows / 200)),
})

/**
 * Makes a database with the migrations and the statements of the search bench.
 *
 * @param {import('../../packages/server/test/harness/postgres-server.ts').PostgresServer} server
 * @param {number} rows
 * @param {(url: string) => Promise<void>} migrate
 * @param {typeof import('pg').Client} Client
 * @returns {Promise<string>} the connection string
 */
export async function makeDatabase(server, rows, migrate, Client) {
  const name = `reads_${rows}`
  await server.createDatabase(name)
  const url = `${server.url}/${name}`
  await migrate(url)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('CREATE EXTENSION pg_stat_statements')
    await load(client, server.folder, rows)
    await client.query(readFileSync(new URL('servers/postgraphile.sql', import.meta.url), 'utf8'))
  } finally {
    await client.end()
  }
  return url
}

/**
 * The requests of each operation, the same ones each time. They ask for what exists.
 *
 * @param {import('pg').Client} client
 * @param {number} rows
 * @returns {Promise<Record<import('./operations.mjs').OperationName, import('./operations.mjs').Asked[]>>}
 */
export async function findRequests(client, rows) {
  const numbers = Array.from({ length: DIFFERENT }, (_, index) => index)
  const articles = await client.query(
    `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "Article") a
     WHERE n % greatest(1, (SELECT count(*) FROM "Article") / ${DIFFERENT}) = 0 ORDER BY id LIMIT ${DIFFERENT}`,
  )
  const places = await placesAt(
    client,
    numbers.map((n) => Math.floor(rows / 2) + n * 41),
  )
  const { speaker, topic, word } = commonness(rows)
  const speakers = await idsFrom(client, 'Speaker', speaker)
  const topics = await idsFrom(client, 'Topic', topic)
  return {
    Q1: articles.rows.map(({ id }) => ({ id })),
    Q2: places.map((after) => ({ first: 20, after })),
    Q3: numbers.map((n) => ({ id: speakers[n] ?? '', topic: topics[n % 10] ?? '', first: 20 })),
    Q4: numbers.map((n) => ({ q: wordOf(word + n * 7), first: 20 })),
    Q5: places.map((after) => ({ first: 100, after })),
  }
}

/**
 * The places of statements in the list, by the number of those before them.
 *
 * @param {import('pg').Client} client
 * @param {number[]} numbers
 * @returns {Promise<import('./operations.mjs').Place[]>}
 */
export async function placesAt(client, numbers) {
  const { rows } = await client.query(
    `SELECT "saidSort"::text AS said, id::text FROM (
       SELECT "saidSort", id, row_number() OVER (ORDER BY "saidSort" DESC, id DESC)::int AS n FROM "Statement") t
     WHERE n = ANY($1) ORDER BY n`,
    [numbers],
  )
  return rows
}

/**
 * @param {import('pg').Client} client
 * @param {string} table
 * @param {number} from
 * @returns {Promise<string[]>}
 */
async function idsFrom(client, table, from) {
  const { rows } = await client.query(
    `SELECT id FROM "${table}" ORDER BY id OFFSET ${from} LIMIT ${DIFFERENT}`,
  )
  return rows.map(({ id }) => id)
}
