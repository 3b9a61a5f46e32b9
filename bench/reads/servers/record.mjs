import { highlightOf } from './highlight.mjs'
import { openPool } from './listen.mjs'
import { literal, MARKED, MOST_RANKED, placeOf, SCORE, shown, TOPIC_OF } from './rules.mjs'

const pool = openPool()

/**
 * Runs a statement that is named after its text, so that PostgreSQL plans it once for each connection.
 *
 * @param {string} text
 * @param {unknown[]} values
 * @returns {Promise<any[]>}
 */
const read = async (text, values) => (await pool.query({ name: nameOf(text), text, values })).rows

/** @type {Map<string, string>} */
const names = new Map()

/** @param {string} text */
function nameOf(text) {
  const name = names.get(text) ?? `s${names.size}`
  names.set(text, name)
  return name
}

const STATEMENT = `t.id, t.text, t.kind, t.medium, t.language, t."reviewStatus", t."articleId", t."saidEdtf",
  t."createdAt"::text, t."updatedAt"::text, t."saidEarliest"::text, t."saidLatest"::text, t."saidPrecision",
  t."saidBasis", t."saidSort"::text`

/** Puts rows in the order of keys. @param {any[]} rows @param {readonly string[]} keys @param {string} key */
function inOrder(rows, keys, key) {
  const found = new Map(rows.map((row) => [row[key], row]))
  return keys.map((each) => found.get(each) ?? null)
}

/** Gives each parent its rows. @param {any[]} rows @param {readonly string[]} parents */
function ofParents(rows, parents) {
  const found = Map.groupBy(rows, ({ parent }) => parent)
  return parents.map((parent) => found.get(parent) ?? [])
}

/**
 * Reads by many ids at once: one statement for each field of an operation.
 *
 * @type {Record<string, (ids: readonly string[], args?: any) => Promise<any[]>>}
 */
export const MANY = {
  articles: async (ids) =>
    inOrder(
      await read(
        `SELECT id, title, url, "publishedEdtf" FROM "Article" WHERE id = ANY($1) AND "deletedAt" IS NULL`,
        [ids],
      ),
      ids,
      'id',
    ),
  speakers: async (ids) =>
    inOrder(await read('SELECT id, name, kind FROM "Speaker" WHERE id = ANY($1)', [ids]), ids, 'id'),
  speakersOfStatements: async (ids) =>
    inOrder(
      await read(
        `SELECT DISTINCT ON (b."statementId") b."statementId" AS parent, s.id, s.name, s.kind
         FROM "Attribution" b JOIN "Speaker" s ON s.id = b."speakerId" WHERE b."statementId" = ANY($1)
         ORDER BY b."statementId", b.position`,
        [ids],
      ),
      ids,
      'parent',
    ),
  anchorsOfStatements: async (ids) =>
    ofParents(
      await read(
        `SELECT "statementId" AS parent, start, "end", exact, prefix, suffix FROM "Anchor"
         WHERE "statementId" = ANY($1) ORDER BY "statementId", position`,
        [ids],
      ),
      ids,
    ),
  topicsOfStatements: async (ids, { first }) =>
    ofParents(
      await read(
        `SELECT p.id AS parent, n.* FROM unnest($1::uuid[]) p(id) CROSS JOIN LATERAL (
           SELECT t.id, t.name, t.slug FROM "StatementTopic" l CROSS JOIN LATERAL ${TOPIC_OF} t
           WHERE l."statementId" = p.id ORDER BY t."nameFolded", t.id LIMIT ${literal(first)}) n`,
        [ids],
      ),
      ids,
    ).map((nodes) => ({ nodes })),
  statementsOfArticles: async (ids, { first }) =>
    ofParents(
      await read(
        `SELECT p.id AS parent, n.* FROM unnest($1::uuid[]) p(id) CROSS JOIN LATERAL (
           SELECT ${STATEMENT} FROM "Statement" t WHERE t."articleId" = p.id AND ${shown('t')}
           ORDER BY t."articleId", t.position, t.id LIMIT ${literal(first)}) n`,
        [ids],
      ),
      ids,
    ).map((nodes) => ({ nodes })),
  statementsOfSpeakers: async (ids, { first, filter: { topicIds } }) =>
    ofParents(
      await read(
        `SELECT p.id AS parent, n.* FROM unnest($1::uuid[]) p(id) CROSS JOIN LATERAL (
           SELECT ${STATEMENT} ${OF_SPEAKER} ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${literal(first)}) n`,
        [ids, topicIds],
      ),
      ids,
    ).map((nodes, index) => ({ nodes, speakerId: ids[index], topicIds })),
}

/** `OFFSET 0` makes PostgreSQL look the topic up for each statement: a topic has more statements than a speaker. */
const OF_SPEAKER = `FROM "Attribution" b JOIN "Statement" t ON t.id = b."statementId"
  WHERE b."speakerId" = p.id AND ${shown('t')}
    AND EXISTS (SELECT FROM "StatementTopic" l
      WHERE l."statementId" = b."statementId" AND l."topicId" = ANY($2::uuid[]) OFFSET 0)`

/** Counts the statements of a speaker about some topics. @param {any} list */
export async function countStatements({ speakerId, topicIds }) {
  const [row] = await read(
    `SELECT count(*)::int AS value FROM unnest($1::uuid[]) p(id)
     CROSS JOIN LATERAL (SELECT t.id ${OF_SPEAKER} LIMIT 10000) c`,
    [[speakerId], topicIds],
  )
  return row
}

/** A page of statements after a cursor. @param {{ first: number, after: string }} args */
export async function readStatements({ first, after }) {
  const rows = await read(
    `SELECT ${STATEMENT} FROM "Statement" t WHERE (t."saidSort", t.id) < ($1::date, $2::uuid) AND ${shown('t')}
     ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${literal(first) + 1}`,
    placeOf(after),
  )
  const nodes = rows.slice(0, first)
  const last = nodes.at(-1)
  const pageInfo = {
    endCursor: last ? `${last.saidSort}_${last.id}` : null,
    hasNextPage: rows.length > first,
  }
  return { nodes, pageInfo }
}

/** The best matches of a search. It is not named: its best plan depends on how rare the words are. */
export async function search(/** @type {{ query: string, first: number }} */ { query, first }) {
  const text = `
    WITH m AS MATERIALIZED (
      SELECT t.id FROM "Statement" t WHERE ${shown('t')} AND t."searchVector" @@ web_query('english', $1)
      ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${MOST_RANKED + 1}),
    best AS MATERIALIZED (
      SELECT m.id, ${SCORE} AS score FROM m JOIN "Statement" t ON t.id = m.id
      ORDER BY score DESC, m.id DESC LIMIT ${literal(first)})
    SELECT ${STATEMENT}, best.score, ${MARKED} AS marked
    FROM best JOIN "Statement" t ON t.id = best.id ORDER BY best.score DESC, best.id DESC`
  const { rows } = await pool.query(text, [query])
  return {
    edges: rows.map((row) => ({ score: row.score, highlights: [highlightOf(row.marked)], node: row })),
  }
}
