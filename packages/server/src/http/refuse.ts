import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLError } from 'graphql'
import { codedError } from '../graphql/coded-error.js'

/** An error of a request that GraphQL does not see, and its HTTP status. */
export interface Refusal {
  status: number
  error: GraphQLError
  headers?: Record<string, string>
}

/** The refusal of a request for which the service has no room. */
export const BUSY: Refusal = {
  status: 503,
  error: codedError('SERVICE_UNAVAILABLE', 'too many requests are being answered: try again in a moment', {
    retryable: true,
  }),
  headers: { 'retry-after': '1' },
}

/** Answers a request with an error, in the media type that the caller asks for. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  { status, error, headers }: Refusal,
): void {
  const type = /graphql-response\+json/.test(request.headers.accept ?? '')
    ? 'application/graphql-response+json'
    : 'application/json'
  const body = JSON.stringify({ errors: [error] })
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    ...headers,
  })
  response.end(body)
  // The rest of the body is thrown away, for at most the time that a request may take: a client whose connection is closed
  // while it sends would not read the answer.
  request.resume()
}
