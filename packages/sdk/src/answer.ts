import { checkSize, partsOf } from './body-text.js'
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
  let text = ''
  for await (const part of partsOf(response)) {
    text += part
    checkSize(text.length)
  }
  const facts = factsOf(status, headers)
  return { ...parseAnswer(text, response.ok ? 'invalid-response' : 'http', facts), ...facts }
}

/**
 * Reads an answer from its text.
 *
 * @param otherwise the kind of failure when the text is no answer.
 * @throws OnRecordError when the text is no answer, or when the answer has an error.
 */
export function parseAnswer(text: string, otherwise: ErrorKind, facts: Pick<AnswerFacts, 'status'>): Answer {
  let answer: Answer | undefined
  try {
    answer = JSON.parse(text)
  } catch {
    // A text that is not JSON is handled below like JSON without an answer.
  }
  // The service may break all its promises.
  const { data, errors, extensions } = Object(answer)
  const failures = errors ?? []
  const isObject = typeof data === 'object' && !Array.isArray(data)
  if (!Array.isArray(failures) || !(data ? isObject : failures.length)) {
    const came = JSON.stringify(text.slice(0, 60))
    const kind = kindOf(otherwise, facts.status)
    throw new OnRecordError(kind, `HTTP ${facts.status}: ${came} came, not GraphQL: ${ADVICE}`, facts)
  }
  if (!failures.length) return answer as Answer
  const { message = 'no reason came', extensions: details } = Object(failures[0])
  const given = Object(details).code
  const code = typeof given === 'string' ? given : undefined
  const older = code === 'GRAPHQL_VALIDATION_FAILED' ? ' (is the service older than this SDK?)' : ''
  throw new OnRecordError(kindOf('graphql', facts.status, code), message + older, {
    ...facts,
    code,
    data,
    errors: failures.map(Object),
    extensions,
  })
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
