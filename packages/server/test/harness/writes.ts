import { encodeGlobalId } from '../../src/record/global-id.js'
import { type Service, TEST_KEY } from './service.js'

const COMMON = '... on Error { code message } ... on ValidationError { fields { path message } }'
const ERRORS = `${COMMON} ... on ConflictError { currentVersion } ... on NotFoundError { id }`

const STATEMENT = `__typename ... on StatementSuccess { status statement {
  id text kind medium version reviewStatus
  anchors { position { start end } status text { id } }
  attributions { asWritten role basis confidence speaker { id name } }
  saidAt { edtf earliest latest precision basis asWritten }
  eventPhase topics { nodes { id } } } } ${ERRORS} ... on AnchorMismatchError { expected found }`

const ARTICLE = `__typename ... on ArticleSuccess {
  status textChanged statementsProposed statementsUpdated statementsWithdrawn
  article { id title url canonicalUrl language version site { domain }
    publishedAt { edtf precision basis } bylines { asWritten speaker { id } } } } ${ERRORS}`

/** Selection and types of the arguments of each mutation. */
const MUTATIONS: Record<string, [selection: string, args: Record<string, string>]> = {
  articleIngest: [ARTICLE, { input: 'ArticleIngestInput!' }],
  articleReextract: [ARTICLE, { id: 'ID!' }],
  articleUpdate: [ARTICLE, { id: 'ID!', expectedVersion: 'Int!', patch: 'ArticleUpdatePatch!' }],
  articleDelete: [ARTICLE, { id: 'ID!', expectedVersion: 'Int!' }],
  articleRestore: [ARTICLE, { id: 'ID!' }],
  statementCreate: [STATEMENT, { input: 'StatementCreateInput!' }],
  statementUpdate: [STATEMENT, { id: 'ID!', expectedVersion: 'Int!', patch: 'StatementUpdatePatch!' }],
  statementRevert: [STATEMENT, { id: 'ID!', expectedVersion: 'Int!', toVersion: 'Int!' }],
  statementDelete: [STATEMENT, { id: 'ID!', expectedVersion: 'Int!' }],
  statementRestore: [STATEMENT, { id: 'ID!' }],
  statementReview: [STATEMENT, { input: 'StatementReviewInput!' }],
  statementsReview: [
    `__typename ... on StatementsReviewSuccess { results { ${STATEMENT} } } ${COMMON}`,
    { inputs: '[StatementReviewInput!]!' },
  ],
}

/** Runs one mutation and gives its result, with everything that tests look at. */
// biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
export async function write(service: Service, name: string, args: object, key = TEST_KEY): Promise<any> {
  const [selection, types] = MUTATIONS[name] ?? []
  if (!selection || !types) throw new Error(`no mutation ${name}`)
  const all: Record<string, string> = { ...types, idempotencyKey: 'String' }
  const declared = Object.entries(all).map(([arg, type]) => `$${arg}: ${type}`)
  const passed = Object.keys(all).map((arg) => `${arg}: $${arg}`)
  const query = `mutation (${declared.join(', ')}) { ${name}(${passed.join(', ')}) { ${selection} } }`
  const { data, errors } = await service.request(query, args, key)
  if (errors) throw new Error(JSON.stringify(errors))
  return data[name]
}

/** The result as "ValidationError: message", for results that must be refused. */
export async function refusal(service: Service, name: string, args: object, key?: string): Promise<string> {
  const { __typename, message } = await write(service, name, args, key)
  return `${__typename}: ${message}`
}

export const globalId = encodeGlobalId
