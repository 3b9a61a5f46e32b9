import { highlightOf } from './servers/highlight.mjs'

const SPEAKER = (/** @type {string} */ fields) =>
  `attributionsByStatementId(first: 1, orderBy: POSITION_ASC) { nodes { speakerBySpeakerId { ${fields} } } }`
const TOPICS = (/** @type {string} */ fields) =>
  `topicsByStatementTopicStatementIdAndTopicId(first: 10, orderBy: [NAME_FOLDED_ASC, ROW_ID_ASC]) { nodes { ${fields} } }`
const ARTICLE = 'articleByArticleId { rowId title }'
const PAGE = 'orderBy: [SAID_SORT_DESC, ROW_ID_DESC]'
const NAME = 'rowId name'

/** The operations of `operations.mjs` in the schema that PostGraphile makes of the tables and of postgraphile.sql. */
export const POSTGRAPHILE_OPERATIONS = {
  Q1: `query Q1($id: UUID!) { articleByRowId(rowId: $id) { rowId title url publishedEdtf
    statementsByArticleId(first: 5, orderBy: [POSITION_ASC, ROW_ID_ASC]) { nodes { rowId text kind saidEdtf
      ${SPEAKER(NAME)} ${TOPICS(NAME)} } } } }`,
  Q2: `query Q2($first: Int!, $after: Cursor) { allStatements(first: $first, after: $after, ${PAGE}) {
    nodes { rowId text saidEdtf ${SPEAKER(NAME)} ${ARTICLE} ${TOPICS(NAME)} } pageInfo { endCursor hasNextPage } } }`,
  Q3: `query Q3($id: UUID!, $topic: UUID!, $first: Int!) { speakerByRowId(rowId: $id) { rowId name kind
    statementsAbout(topic: $topic, first: $first) { totalCount
      nodes { rowId text saidEdtf ${ARTICLE} ${TOPICS(NAME)} } } } }`,
  Q4: `query Q4($q: String!, $first: Int!) { searchStatements(query: $q, most: $first) { nodes { score marked
    statementByStatementId { rowId saidEdtf ${SPEAKER(NAME)} ${ARTICLE} } } } }`,
  Q5: `query Q5($first: Int!, $after: Cursor) { allStatements(first: $first, after: $after, ${PAGE}) {
    nodes { rowId text kind medium language reviewStatus createdAt updatedAt
      saidEdtf saidEarliest saidLatest saidPrecision saidBasis ${SPEAKER(`${NAME} kind`)}
      articleByArticleId { rowId title url publishedEdtf }
      anchorsByStatementId(first: 100, orderBy: POSITION_ASC) { nodes { start end exact prefix suffix } }
      ${TOPICS(`${NAME} slug`)} } pageInfo { endCursor hasNextPage } } }`,
}

/** The name of the order of `allStatements` in the cursors of a server. @param {string} url */
export async function orderOf(url) {
  const query = `{ allStatements(first: 1, ${PAGE}) { pageInfo { endCursor } } }`
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })
  const { data } = await response.json()
  return JSON.parse(Buffer.from(data.allStatements.pageInfo.endCursor, 'base64').toString())[0]
}

/**
 * The data of PostGraphile in the shape of the service's schema.
 *
 * @param {import('./operations.mjs').OperationName} operation
 * @param {any} data
 */
export function inOurShape(operation, data) {
  if (operation === 'Q1') {
    const { statementsByArticleId, ...article } = data.articleByRowId
    return {
      article: { ...articleOf(article), statements: { nodes: statementsByArticleId.nodes.map(statementOf) } },
    }
  }
  if (operation === 'Q3') {
    const { rowId, name, kind, statementsAbout } = data.speakerByRowId
    const { totalCount, nodes } = statementsAbout
    const statements = { totalCount: { value: totalCount }, nodes: nodes.map(statementOf) }
    return { speaker: { id: rowId, name, kind, statements } }
  }
  if (operation === 'Q4') {
    const edges = data.searchStatements.nodes.map((/** @type {any} */ hit) => ({
      ...{ score: hit.score, highlights: [highlightOf(hit.marked)] },
      node: statementOf(hit.statementByStatementId),
    }))
    return { search: { edges } }
  }
  const { nodes, pageInfo } = data.allStatements
  return { statements: { nodes: nodes.map(statementOf), pageInfo } }
}

/** @param {any} row */
function statementOf(row) {
  const { rowId, text, kind, medium, language, reviewStatus, createdAt, updatedAt } = row
  const [attribution] = row.attributionsByStatementId?.nodes ?? []
  const topics = row.topicsByStatementTopicStatementIdAndTopicId
  return defined({
    ...{ id: rowId, text, kind, medium, language, reviewStatus, createdAt, updatedAt },
    saidAt: defined({
      ...{ edtf: row.saidEdtf, earliest: row.saidEarliest, latest: row.saidLatest },
      ...{ precision: row.saidPrecision, basis: row.saidBasis },
    }),
    speaker: row.attributionsByStatementId && named(attribution?.speakerBySpeakerId),
    article: row.articleByArticleId && articleOf(row.articleByArticleId),
    anchors: row.anchorsByStatementId?.nodes.map(anchorOf),
    topics: topics && { nodes: topics.nodes.map(named) },
  })
}

/** @param {any} article */
const articleOf = ({ rowId, publishedEdtf, ...rest }) =>
  defined({
    id: rowId,
    ...rest,
    publishedAt: publishedEdtf === undefined ? undefined : { edtf: publishedEdtf },
  })

/** @param {any} row */
const named = (row) => {
  if (!row) return null
  const { rowId, ...rest } = row
  return { id: rowId, ...rest }
}

/** @param {any} anchor */
const anchorOf = ({ start, end, ...quote }) => ({ position: { start, end }, quote })

/** Leaves out what the operation did not ask for. */
const defined = (/** @type {Record<string, unknown>} */ fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
