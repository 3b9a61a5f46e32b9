import type { IncomingMessage, ServerResponse } from 'node:http'

/** Seconds for which a browser asks this host over HTTPS only: a year. */
const HTTPS_ONLY = 31_536_000

/**
 * The headers that keep an answer from being run, framed or read by other sites: nothing of it is to run or load anything.
 * A page replaces the policy by one of its own.
 */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const

const ENTRIES = Object.entries(SECURITY_HEADERS)

/** Sets {@link SECURITY_HEADERS}, and for who came by HTTPS, that they stay with it. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of ENTRIES) response.setHeader(name, value)
  // Anybody can send this header, but then only to change the answer to themselves.
  if (/^https\b/i.test(String(request.headers['x-forwarded-proto']))) {
    response.setHeader('strict-transport-security', `max-age=${HTTPS_ONLY}`)
  }
}
