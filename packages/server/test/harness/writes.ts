import { encodeGlobalId } from '../../src/record/global-id.js'
import { mutationText, nounOf } from './mutation-text.js'
import { type Service, TEST_KEY } from './service.js'

const COMMON = '... on Error { code message } ... on ValidationError { fields { path message } }'
const ERRORS = `${COMMON} ... on ConflictError { currentVersion } ... on NotFoundError { missingId }`

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

/** What tests look at of the result of each mutation. */
const SELECTIONS: Record<string, string> = {
  article: ARTICLE,
  statement: STATEMENT,
  statements: `__typename ... on StatementsReviewSuccess { results { ${STATEMENT} } } ${COMMON}`,
}

/** Runs one mutation and gives its result, with everything that tests look at. */
// biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
export async function write(service: Service, name: string, input: object, key = TEST_KEY): Promise<any> {
  const query = mutationText(name, SELECTIONS[nounOf(name)] ?? '')
  const { data, errors } = await service.request(query, { input }, key)
  if (errors) throw new Error(JSON.stringify(errors))
  return data[name]
}

/** The result as "ValidationError: message", for results that must be refused. */
export async function refusal(service: Service, name: string, input: object, key?: string): Promise<string> {
  const { __typename, message } = await write(service, name, input, key)
  return `${__typename}: ${message}`
}

export const globalId = encodeGlobalId
