import type { IncomingMessage, ServerResponse } from 'node:http'

/** The origins whose pages may read answers: all of them, those of a list, or none. */
export type Origins = '*' | readonly string[]

/** Seconds for which a browser need not ask again. Chromium takes two hours at most. */
const PREFLIGHT_AGE = 7_200

/** Headers that a page may send: those of the SDK by name, because `*` does not stand for `authorization`, and any other. */
const SENT = 'authorization, content-type, accept, x-request-id, *'

/** Headers of an answer that a page may read. The SDK reads all of them. */
const EXPOSED = 'x-request-id, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset'

/** Lets pages of other origins read answers. Cookies are never allowed: a key stands in `authorization`. */
export class Cors {
  readonly #origins: Origins

  constructor(origins: Origins) {
    this.#origins = origins
  }

  /** Whether answers differ by the header `Origin`. */
  get varies(): boolean {
    return this.#origins !== '*' && this.#origins.length > 0
  }

  /** Sets the headers that allow the page of a request to read its answer, if it may. */
  allow(request: IncomingMessage, response: ServerResponse): void {
    const { origin } = request.headers
    if (this.#origins === '*') response.setHeader('access-control-allow-origin', '*')
    else if (origin && this.#origins.includes(origin)) {
      response.setHeader('access-control-allow-origin', origin)
    } else return
    if (isPreflight(request)) {
      response.setHeader('access-control-allow-methods', 'GET, POST')
      response.setHeader('access-control-allow-headers', SENT)
      response.setHeader('access-control-max-age', PREFLIGHT_AGE)
    } else response.setHeader('access-control-expose-headers', EXPOSED)
  }
}

const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
