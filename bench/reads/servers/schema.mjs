/** The schema of Mercurius and Apollo Server: as much of the service's as the operations need. */
export const SCHEMA = `
  input ById { id: ID! }
  enum StatementOrderField { POSITION_IN_ARTICLE SAID_AT }
  enum OrderDirection { ASC DESC }
  enum SearchType { STATEMENT }
  input StatementOrder { field: StatementOrderField!, direction: OrderDirection! }
  input StatementFilter { topicIds: [ID!], includeSubtopics: Boolean }
  type Query {
    article(by: ById!): Article
    speaker(by: ById!): Speaker
    statements(first: Int, after: String): StatementConnection!
    search(query: String!, types: [SearchType!], first: Int): SearchConnection!
  }
  type FuzzyDate { edtf: String earliest: String latest: String precision: String! basis: String! }
  type Article {
    id: ID! title: String! url: String publishedAt: FuzzyDate!
    statements(first: Int, orderBy: StatementOrder): StatementConnection!
  }
  type Speaker {
    id: ID! name: String! kind: String!
    statements(first: Int, filter: StatementFilter): StatementConnection!
  }
  type Topic { id: ID! name: String! slug: String! }
  type Position { start: Int! end: Int! }
  type Quote { exact: String! prefix: String! suffix: String! }
  type Anchor { position: Position! quote: Quote! }
  type TopicConnection { nodes: [Topic!]! }
  type Statement {
    id: ID! text: String! kind: String! medium: String! language: String reviewStatus: String!
    createdAt: String! updatedAt: String! saidAt: FuzzyDate! speaker: Speaker article: Article!
    anchors: [Anchor!]! topics(first: Int): TopicConnection!
  }
  type Count { value: Int! }
  type PageInfo { endCursor: String hasNextPage: Boolean! }
  type StatementConnection { nodes: [Statement!]! totalCount: Count! pageInfo: PageInfo! }
  type Highlight { fragment: String! ranges: [Position!]! }
  union Found = Statement
  type SearchEdge { score: Float! highlights: [Highlight!]! node: Found! }
  type SearchConnection { edges: [SearchEdge!]! }
`

/** What the rows of `record.mjs` do not hold under the name of the field. */
export const FIELDS = {
  Article: { publishedAt: (/** @type {any} */ row) => ({ edtf: row.publishedEdtf }) },
  Statement: {
    saidAt: (/** @type {any} */ row) => ({
      ...{ edtf: row.saidEdtf, earliest: row.saidEarliest, latest: row.saidLatest },
      ...{ precision: row.saidPrecision, basis: row.saidBasis },
    }),
  },
  Anchor: {
    position: (/** @type {any} */ row) => row,
    quote: (/** @type {any} */ row) => row,
  },
  Found: { resolveType: () => 'Statement', __resolveType: () => 'Statement' },
}
