import type { IncomingMessage } from 'node:http'
import { SESSION_AGE } from './session-seal.js'

const NAME = 'onrecord_session'

/** The value of the session's cookie in a request; null without one. */
export function sessionCookie({ headers }: IncomingMessage): string | null {
  const found = (headers.cookie ?? '').split(';').find((pair) => pair.trim().startsWith(`${NAME}=`))
  return found ? found.trim().slice(NAME.length + 1) : null
}

/**
 * The `Set-Cookie` of a session. No script can read it, and other sites send it only when somebody follows a link.
 *
 * @param value null ends the session.
 */
export function setCookie(value: string | null, secure: boolean): string {
  const age = value === null ? 0 : SESSION_AGE / 1_000
  return `${NAME}=${value ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Whether a request came by https, to the service or to a proxy that is trusted. */
export const isSecure = ({ headers }: IncomingMessage, trustProxy: number): boolean =>
  trustProxy > 0 && /^https\b/i.test(String(headers['x-forwarded-proto']))

/**
 * Whether a page of this service has sent a request. Browsers tell that by `Sec-Fetch-Site`, and where they do not trust the
 * connection, by `Origin`; a request with neither counts as one of elsewhere.
 */
export function isOfSameOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const origin = URL.parse(headers.origin ?? '')
  return origin !== null && headers.host !== undefined && origin.host === headers.host.toLowerCase()
}
