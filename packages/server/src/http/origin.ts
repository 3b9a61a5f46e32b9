import type { IncomingMessage } from 'node:http'

/** The origin that a request was sent to: "https://record.example". A proxy that is trusted says whether by https. */
export function originOf({ headers }: IncomingMessage, trustProxy: number): string {
  const secure = trustProxy > 0 && /^https\b/i.test(String(headers['x-forwarded-proto']))
  const origin = `${secure ? 'https' : 'http'}://${headers.host ?? 'localhost'}`
  // A path such as "//other.example/" must not become another origin.
  return URL.canParse(origin) ? new URL(origin).origin : 'http://localhost'
}
