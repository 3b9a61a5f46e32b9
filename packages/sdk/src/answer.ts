import { type ErrorKind, type GraphQLFailure, OnRecordError } from './error.js'

/** A GraphQL answer, read whole. */
export interface Answer {
  data?: unknown
  errors?: GraphQLFailure[]
}

const KINDS: Record<string, ErrorKind> = {
  FORBIDDEN: 'unauthorized',
  UNAUTHENTICATED: 'unauthorized',
  RATE_LIMITED: 'rate-limited',
  SERVICE_UNAVAILABLE: 'unavailable',
  BAD_REQUEST: 'bad-request',
  BAD_USER_INPUT: 'bad-request',
  GRAPHQL_PARSE_FAILED: 'bad-request',
  GRAPHQL_VALIDATION_FAILED: 'bad-request',
  OPERATION_RESOLUTION_FAILURE: 'bad-request',
  OPERATION_TOO_COMPLEX: 'bad-request',
}

const STATUSES: Record<number, ErrorKind> = {
  401: 'unauthorized',
  403: 'unauthorized',
  429: 'rate-limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/**
 * The GraphQL answer in an HTTP response.
 *
 * @param partial give data and errors alike when there are both.
 * @throws OnRecordError for everything else.
 */
export async function readAnswer(response: Response, partial: boolean): Promise<Answer> {
  const { status, headers } = response
  const facts = {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: delayOf(headers.get('retry-after')),
  }
  const text = await response.text()
  const answer = parse(text)
  if (!answer) {
    const kind = STATUSES[status] ?? (response.ok ? 'invalid-response' : 'http')
    throw new OnRecordError(kind, whatCame(status, text), facts)
  }
  const [first] = answer.errors ?? []
  if (!first || (partial && answer.data)) return answer
  const code = first.extensions?.code
  const kind = KINDS[code ?? ''] ?? STATUSES[status] ?? 'graphql'
  throw new OnRecordError(kind, first.message, { ...facts, code, errors: answer.errors, data: answer.data })
}

function parse(text: string): Answer | null {
  try {
    const answer = JSON.parse(text)
    const whole = answer?.data || Array.isArray(answer?.errors) || answer?.data === null
    return whole ? answer : null
  } catch {
    return null
  }
}

function whatCame(status: number, text: string): string {
  if (/^\s*</.test(text))
    return `HTTP ${status}: a page came, not GraphQL: is the url that of the GraphQL endpoint?`
  return `HTTP ${status}: no GraphQL answer came: ${text.slice(0, 80) || 'it is empty'}`
}

/** Milliseconds that a `Retry-After` header means: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function delayOf(header: string | null): number | undefined {
  if (!header) return undefined
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
