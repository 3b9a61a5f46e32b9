import { encodeGlobalId } from '../../src/record/global-id.js'
import { mutationText, nounOf } from './mutation-text.js'
import { type Service, TEST_KEY } from './service.js'

const COMMON = '... on Error { code message } ... on ValidationError { fields { path message } }'
const ERRORS = `${COMMON} ... on ConflictError { currentVersion } ... on NotFoundError { missingId }`

const STATEMENT = `__typename ... on StatementSuccess { status statement {
  id text kind polarity medium version reviewStatus
  anchors { position { start end } status text { id } }
  attributions { asWritten role basis confidence speaker { id name } }
  saidAt { edtf earliest latest precision basis asWritten }
  eventPhase topics { nodes { id } } } } ${ERRORS} ... on AnchorMismatchError { expected found }`

const ARTICLE = `__typename ... on ArticleSuccess {
  status textChanged statementsProposed statementsUpdated statementsWithdrawn statementsVanished { id text }
  article { id title url canonicalUrl language version site { domain }
    publishedAt { edtf precision basis } bylines { asWritten speaker { id } } } } ${ERRORS}`

/** The selections that the tests need, by the noun of the mutation. */
const SELECTIONS: Record<string, string> = {
  article: ARTICLE,
  statement: STATEMENT,
  statements: `__typename ... on StatementsReviewSuccess { results { ${STATEMENT} } } ${COMMON}`,
}

/** Runs a mutation and gives its result. */
// biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
export async function write(service: Service, name: string, input: object, key = TEST_KEY): Promise<any> {
  const query = mutationText(name, SELECTIONS[nounOf(name)] ?? '')
  const { data, errors } = await service.request(query, { input }, key)
  if (errors) throw new Error(JSON.stringify(errors))
  return data[name]
}

/** Runs a mutation that must be refused, and gives its result as "ValidationError: message". */
export async function refusal(service: Service, name: string, input: object, key?: string): Promise<string> {
  const { __typename, message } = await write(service, name, input, key)
  return `${__typename}: ${message}`
}

export const globalId = encodeGlobalId
