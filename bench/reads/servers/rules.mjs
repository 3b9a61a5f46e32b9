/**
 * What a hand-written server of this record must not forget: rejected statements, and what is in the bin, are hidden.
 *
 * @param {string} alias of the statement
 */
export const shown = (alias) => `${alias}."reviewStatus" <> 'REJECTED' AND ${alias}."deletedAt" IS NULL
  AND NOT EXISTS (SELECT FROM "Article" d WHERE d.id = ${alias}."articleId" AND d."deletedAt" IS NOT NULL)`

/** How many matches of a search are ranked, as in the service. */
export const MOST_RANKED = 1_000

/**
 * The topic of a row `l` of "StatementTopic". `OFFSET 0` makes PostgreSQL look it up by its id; it would read the whole
 * table of topics for each statement, because that is small.
 */
export const TOPIC_OF = '(SELECT * FROM "Topic" p WHERE p.id = l."topicId" OFFSET 0)'

/** The score of statement `t` for the search `$1`, as in the service. */
export const SCORE = `round(ts_rank_cd(t."searchVector", web_query('english', $1), 1 | 32)::numeric, 6)::float8`

/** The text of statement `t` with the words of the search `$1` between U+0002 and U+0003. */
export const MARKED = `ts_headline('english', t.text, web_query('english', $1),
  E'HighlightAll=true, StartSel=\\x02, StopSel=\\x03')`

/** The days and ids in a cursor of the servers of this bench: "2021-01-01_00000007-…". */
export const placeOf = (/** @type {string} */ cursor) => cursor.split('_')

/** A limit as a literal, because PostgreSQL plans a statement with a parameter there anew on each call. */
export function literal(/** @type {number} */ first) {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw new Error(`first is ${first}`)
  return first
}
