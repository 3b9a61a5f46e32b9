/** The operations as the service takes them. Mercurius and Apollo take the same text. */
export const OPERATIONS = {
  Q1: {
    title: 'an article, 5 statements, speakers, topics',
    query: `query Q1($id: ID!) { article(by: { id: $id }) { id title url publishedAt { edtf }
      statements(first: 5, orderBy: { field: POSITION_IN_ARTICLE, direction: ASC }) { nodes { id text kind
        saidAt { edtf } speaker { id name } topics(first: 10) { nodes { id name } } } } } }`,
  },
  Q2: {
    title: '20 statements after a deep cursor, speaker, article, topics',
    query: `query Q2($first: Int!, $after: String) { statements(first: $first, after: $after) { nodes { id text
      saidAt { edtf } speaker { id name } article { id title } topics(first: 10) { nodes { id name } } }
      pageInfo { endCursor hasNextPage } } }`,
  },
  Q3: {
    title: 'a speaker, statements by topic, count',
    query: `query Q3($id: ID!, $topic: ID!, $first: Int!) { speaker(by: { id: $id }) { id name kind
      statements(first: $first, filter: { topicIds: [$topic], includeSubtopics: false }) { totalCount { value }
        nodes { id text saidAt { edtf } article { id title } topics(first: 10) { nodes { id name } } } } } }`,
  },
  Q4: {
    title: 'ranked search with highlights',
    query: `query Q4($q: String!, $first: Int!) { search(query: $q, types: [STATEMENT], first: $first) { edges {
      score highlights { fragment ranges { start end } }
      node { ... on Statement { id saidAt { edtf } speaker { id name } article { id title } } } } } }`,
  },
  Q5: {
    title: '100 statements, wide',
    query: `query Q5($first: Int!, $after: String) { statements(first: $first, after: $after) { nodes { id text kind
      medium language reviewStatus createdAt updatedAt saidAt { edtf earliest latest precision basis }
      speaker { id name kind } article { id title url publishedAt { edtf } }
      anchors { position { start end } quote { exact prefix suffix } } topics(first: 10) { nodes { id name slug } } }
      pageInfo { endCursor hasNextPage } } }`,
  },
}

/**
 * A request of one operation, with the ids of the database. Every server encodes them in its own way.
 *
 * @typedef {'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5'} OperationName
 * @typedef {{ said: string, id: string }} Place a place in the list of statements, which is sorted by day and id
 * @typedef {object} Asked
 * @property {string} [id]
 * @property {string} [topic]
 * @property {string} [q]
 * @property {number} [first]
 * @property {Place} [after]
 */
