import { type ErrorKind, type GraphQLFailure, OnRecordError } from './error.js'

/** A GraphQL answer, read whole. */
export interface Answer {
  data?: unknown
  errors?: GraphQLFailure[]
}

/** What a code of the service (docs/errors.md) or an HTTP status means. */
function kindOf(code: string, status: number, otherwise: ErrorKind): ErrorKind {
  if (/^(FORBIDDEN|UNAUTH)/.test(code) || status === 401 || status === 403) return 'unauthorized'
  if (/^RATE_/.test(code) || status === 429) return 'rate-limited'
  if (/UNAVAILABLE$/.test(code) || (status > 501 && status < 505)) return 'unavailable'
  return /^(BAD|GRAPHQL|OPERATION|PERSISTED)_/.test(code) ? 'bad-request' : otherwise
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
    const kind = kindOf('', status, response.ok ? 'invalid-response' : 'http')
    throw new OnRecordError(kind, whatCame(status, text), facts)
  }
  const [first] = answer.errors ?? []
  if (!first || (partial && answer.data)) return answer
  const code = first.extensions?.code
  const kind = kindOf(code ?? '', status, 'graphql')
  throw new OnRecordError(kind, first.message, { ...facts, code, ...answer })
}

function parse(text: string): Answer | null {
  try {
    const answer = JSON.parse(text)
    return 'data' in answer || Array.isArray(answer.errors) ? answer : null
  } catch {
    return null
  }
}

function whatCame(status: number, text: string): string {
  const what = /^\s*</.test(text) ? 'a page' : text.slice(0, 60) || 'nothing'
  return `HTTP ${status}: ${what} came, not GraphQL: is the url that of the GraphQL endpoint?`
}

/** Milliseconds that a `Retry-After` header means: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function delayOf(header: string | null): number | undefined {
  if (!header) return undefined
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
