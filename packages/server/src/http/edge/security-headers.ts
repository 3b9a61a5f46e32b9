import type { IncomingMessage, ServerResponse } from 'node:http'

/** Seconds for which a browser asks this host over HTTPS only: a year. */
const HTTPS_ONLY = 31_536_000

/** Nothing of an answer is to run or load anything, or to be shown inside another page. */
const POLICY = "default-src 'none'; frame-ancestors 'none'"

/**
 * Sets the headers that keep an answer from being run, framed or read by other sites. A page replaces the policy by one of
 * its own.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('content-security-policy', POLICY)
  // Anybody can send this header, but then only to change the answer to themselves.
  if (/^https\b/i.test(String(request.headers['x-forwarded-proto']))) {
    response.setHeader('strict-transport-security', `max-age=${HTTPS_ONLY}`)
  }
}
