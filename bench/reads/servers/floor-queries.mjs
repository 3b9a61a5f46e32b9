import { literal, MARKED, MOST_RANKED, placeOf, SCORE, shown, TOPIC_OF } from './rules.mjs'

/** The rule of `shown`, where the article `a` is joined anyway. */
const SHOWN = `t."reviewStatus" <> 'REJECTED' AND t."deletedAt" IS NULL AND a."deletedAt" IS NULL`

/** A JSON object of SQL expressions. */
const object = (/** @type {Record<string, string>} */ fields) =>
  `json_build_object(${Object.entries(fields)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', ')})`

/** A JSON array of the column `node` of rows, in their order. */
const array = (/** @type {string} */ rows) =>
  `(SELECT coalesce(json_agg(n.node), '[]'::json) FROM (${rows}) n)`

const columns = (/** @type {string[]} */ ...names) =>
  Object.fromEntries(names.map((name) => [name, `t."${name}"`]))

const speaker = (/** @type {string[]} */ ...fields) =>
  `(SELECT ${object(Object.fromEntries(fields.map((name) => [name, `s."${name}"`])))}
    FROM "Attribution" b JOIN "Speaker" s ON s.id = b."speakerId"
    WHERE b."statementId" = t.id ORDER BY b.position LIMIT 1)`

const topics = (/** @type {string[]} */ ...fields) =>
  object({
    nodes: array(`SELECT ${object(Object.fromEntries(fields.map((name) => [name, `p."${name}"`])))} AS node
      FROM "StatementTopic" l CROSS JOIN LATERAL ${TOPIC_OF} p
      WHERE l."statementId" = t.id ORDER BY p."nameFolded", p.id LIMIT 10`),
  })

/** The article `a` of a statement, or of a row `t` that has its columns. */
const ARTICLE = object({ id: 't."articleId"', title: 't.title' })
const SAID = object({ edtf: 't."saidEdtf"' })

/** The columns of statement `t` and article `a` that operations need, and no more: wide rows cost time to copy. */
const NARROW = 't.id, t.text, t."saidEdtf", t."saidSort", t."articleId", a.title'
const ALL = `${NARROW}, t.kind, t.medium, t.language, t."reviewStatus", t."createdAt", t."updatedAt",
  t."saidEarliest", t."saidLatest", t."saidPrecision", t."saidBasis", a.url, a."publishedEdtf"`

const WIDE = {
  ...columns('id', 'text', 'kind', 'medium', 'language', 'reviewStatus', 'createdAt', 'updatedAt'),
  saidAt: object({
    ...{ edtf: 't."saidEdtf"', earliest: 't."saidEarliest"', latest: 't."saidLatest"' },
    ...{ precision: 't."saidPrecision"', basis: 't."saidBasis"' },
  }),
  speaker: speaker('id', 'name', 'kind'),
  article: object({
    ...{ id: 't."articleId"', title: 't.title', url: 't.url' },
    publishedAt: object({ edtf: 't."publishedEdtf"' }),
  }),
  anchors: array(
    `SELECT ${object({
      position: object({ start: 'c.start', end: 'c."end"' }),
      quote: object({ exact: 'c.exact', prefix: 'c.prefix', suffix: 'c.suffix' }),
    })} AS node FROM "Anchor" c WHERE c."statementId" = t.id ORDER BY c.position LIMIT 100`,
  ),
  topics: topics('id', 'name', 'slug'),
}

/** The highlights of a marked text: every second part between the marks is a word of the search. */
const HIGHLIGHTS = `(SELECT json_build_array(json_build_object('fragment', t.text, 'ranges',
    json_agg(json_build_object('start', r.finish - r.length, 'end', r.finish) ORDER BY r.n) FILTER (WHERE r.n % 2 = 0)))
  FROM (SELECT n, length(part) AS length, sum(length(part)) OVER (ORDER BY n) AS finish
    FROM regexp_split_to_table(t.marked, E'[\\x02\\x03]') WITH ORDINALITY u(part, n)) r)`

const answer = (/** @type {Record<string, string>} */ data) =>
  `SELECT ${object({ data: object(data) })}::text AS answer`

/** A page of statements after a place, `$1` and `$2`. One row more than asked for says whether the list goes on. */
const page = (
  /** @type {number} */ first,
  /** @type {string} */ columns,
  /** @type {Record<string, string>} */ node,
) => `
  WITH page AS MATERIALIZED (
    SELECT t.*, row_number() OVER () AS place FROM (
      SELECT ${columns} FROM "Statement" t JOIN "Article" a ON a.id = t."articleId"
      WHERE (t."saidSort", t.id) < ($1::date, $2::uuid) AND ${SHOWN}
      ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${first + 1}) t)
  ${answer({
    statements: object({
      nodes: array(`SELECT ${object(node)} AS node FROM page t WHERE t.place <= ${first}`),
      pageInfo: object({
        endCursor: `(SELECT "saidSort" || '_' || id FROM page WHERE place <= ${first} ORDER BY place DESC LIMIT 1)`,
        hasNextPage: `(SELECT count(*) > ${first} FROM page)`,
      }),
    }),
  })}`

/** `OFFSET 0` makes PostgreSQL look the topic up for each statement: a topic has more statements than a speaker. */
const ofSpeaker = `FROM "Attribution" b JOIN "Statement" t ON t.id = b."statementId"
  JOIN "Article" a ON a.id = t."articleId"
  WHERE b."speakerId" = s.id AND ${SHOWN}
    AND EXISTS (SELECT FROM "StatementTopic" l
      WHERE l."statementId" = b."statementId" AND l."topicId" = $2 OFFSET 0)`

/**
 * What `pg` runs for each operation. All but the search are named, so that PostgreSQL plans them once for each connection;
 * the best plan of a search depends on how rare its words are.
 *
 * @type {Record<string, (variables: Record<string, any>) => { name?: string, text: string, values: unknown[] }>}
 */
export const QUERIES = {
  Q1: ({ id }) => ({ name: 'Q1', text: Q1, values: [id] }),
  Q2: ({ first, after }) => ({ name: `Q2_${literal(first)}`, text: Q2(first), values: placeOf(after) }),
  Q3: ({ id, topic, first }) => ({ name: `Q3_${literal(first)}`, text: Q3(first), values: [id, topic] }),
  Q4: ({ q, first }) => ({ text: Q4(literal(first)), values: [q] }),
  Q5: ({ first, after }) => ({ name: `Q5_${literal(first)}`, text: Q5(first), values: placeOf(after) }),
}

const Q1 = answer({
  article: `(SELECT ${object({
    ...{ id: 'a.id', title: 'a.title', url: 'a.url', publishedAt: object({ edtf: 'a."publishedEdtf"' }) },
    statements: object({
      nodes: array(`SELECT ${object({
        ...columns('id', 'text', 'kind'),
        ...{ saidAt: SAID, speaker: speaker('id', 'name'), topics: topics('id', 'name') },
      })} AS node FROM "Statement" t WHERE t."articleId" = a.id AND ${shown('t')}
      ORDER BY t."articleId", t.position, t.id LIMIT 5`),
    }),
  })} FROM "Article" a WHERE a.id = $1 AND a."deletedAt" IS NULL)`,
})

const once = (/** @type {(first: number) => string} */ write) => {
  /** @type {Map<number, string>} */
  const written = new Map()
  return (/** @type {number} */ first) => {
    const text = written.get(first) ?? write(first)
    written.set(first, text)
    return text
  }
}

const Q2 = once((first) =>
  page(first, NARROW, {
    ...columns('id', 'text'),
    ...{ saidAt: SAID, speaker: speaker('id', 'name'), article: ARTICLE, topics: topics('id', 'name') },
  }),
)

const Q3 = once((first) =>
  answer({
    speaker: `(SELECT ${object({
      ...{ id: 's.id', name: 's.name', kind: 's.kind' },
      statements: object({
        totalCount: object({ value: `(SELECT count(*) FROM (SELECT ${ofSpeaker} LIMIT 10000) c)` }),
        nodes: array(
          `SELECT ${object({
            ...columns('id', 'text'),
            ...{ saidAt: SAID, article: ARTICLE, topics: topics('id', 'name') },
          })} AS node FROM (SELECT ${NARROW} ${ofSpeaker} ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${first}) t`,
        ),
      }),
    })} FROM "Speaker" s WHERE s.id = $1)`,
  }),
)

const Q4 = once(
  (first) => `
  WITH m AS MATERIALIZED (
    SELECT t.id FROM "Statement" t WHERE ${shown('t')} AND t."searchVector" @@ web_query('english', $1)
    ORDER BY t."saidSort" DESC, t.id DESC LIMIT ${MOST_RANKED + 1}),
  best AS MATERIALIZED (
    SELECT m.id, ${SCORE} AS score FROM m JOIN "Statement" t ON t.id = m.id
    ORDER BY score DESC, m.id DESC LIMIT ${first}),
  hit AS MATERIALIZED (
    SELECT ${NARROW}, best.score, ${MARKED} AS marked FROM best JOIN "Statement" t ON t.id = best.id
    JOIN "Article" a ON a.id = t."articleId")
  ${answer({
    search: object({
      edges: array(
        `SELECT ${object({
          ...{ score: 't.score', highlights: HIGHLIGHTS },
          node: object({ id: 't.id', saidAt: SAID, speaker: speaker('id', 'name'), article: ARTICLE }),
        })} AS node FROM hit t ORDER BY t.score DESC, t.id DESC`,
      ),
    }),
  })}`,
)

const Q5 = once((first) => page(first, ALL, WIDE))
