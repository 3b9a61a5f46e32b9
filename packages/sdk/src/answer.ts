import { ADVICE, type AnswerFacts, type ErrorKind, type GraphQLFailure, OnRecordError } from './error.js'

/** A GraphQL answer as the service sent it. */
export interface Answer {
  data?: unknown
  errors?: readonly GraphQLFailure[]
  extensions?: Record<string, unknown>
}

/** The kind of failure that an HTTP status and an error code of the service (docs/errors.md) mean. */
function kindOf(otherwise: ErrorKind, status: number | undefined, code = ''): ErrorKind {
  const what = `${status} ${code}`
  if (/^40[13]| (FORBIDDEN|UNAUTH)/.test(what)) return 'unauthorized'
  if (/^429| RATE_/.test(what)) return 'rate-limited'
  if (/^5.. $|UNAVAILABLE$/.test(what)) return 'unavailable'
  return / (BAD|GRAPHQL|OPERATION|PERSISTED)_/.test(what) ? 'bad-request' : otherwise
}

/**
 * Reads the GraphQL answer in an HTTP response.
 *
 * @throws OnRecordError when there is no answer, or when the answer has an error.
 */
export async function readAnswer(response: Response): Promise<Answer & AnswerFacts> {
  const { status, headers } = response
  const text = await response.text()
  const facts = factsOf(status, headers)
  let answer: Answer | null | undefined
  try {
    answer = JSON.parse(text)
  } catch {
    // A text that is not JSON is handled below like JSON without an answer.
  }
  if (!answer?.data && !answer?.errors?.[0]) {
    const kind = kindOf(response.ok ? 'invalid-response' : 'http', status)
    const came = JSON.stringify(text.slice(0, 60))
    throw new OnRecordError(kind, `HTTP ${status}: ${came} came, not GraphQL: ${ADVICE}`, facts)
  }
  checkAnswer(answer, facts)
  return { ...answer, ...facts }
}

/** @throws OnRecordError when the answer has an error. */
export function checkAnswer({ data, errors = [], extensions }: Answer, facts?: AnswerFacts): void {
  const [first] = errors
  if (!first) return
  const code = first.extensions?.code
  const older = code === 'GRAPHQL_VALIDATION_FAILED' ? ' (is the service older than this SDK?)' : ''
  const kind = kindOf('graphql', facts?.status, code)
  throw new OnRecordError(kind, first.message + older, { ...facts, code, data, errors, extensions })
}

function factsOf(status: number, headers: Headers): AnswerFacts {
  const header = (name: string) => headers.get(name) ?? undefined
  const quota = (name: string) => Number(header(`ratelimit-${name}`))
  const after = header('retry-after')
  // The header holds seconds or an HTTP date: RFC 9110, 10.2.3.
  const wait = Number(after) * 1000 || Date.parse(String(after)) - Date.now()
  return {
    status,
    requestId: header('x-request-id'),
    retryAfter: wait > 0 ? wait : undefined,
    rateLimit: { limit: quota('limit'), remaining: quota('remaining'), reset: quota('reset') },
  }
}
