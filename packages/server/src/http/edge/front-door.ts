import type { IncomingMessage, ServerResponse } from 'node:http'
import { FEED_PATH } from '../alerts/alert-feed.js'
import { isForDesk } from '../desk/desk-endpoint.js'
import { newEntry } from '../entry.js'
import { graphiqlPage, readTabs } from '../graphiql.js'
import { FILES, GraphiQLFiles } from '../graphiql-files.js'
import type { Logger } from '../logger.js'
import { logRequest } from '../request-log.js'
import { Cors, type Origins } from './cors.js'
import { refuseUnreadable } from './graphql-request.js'
import { setSecurityHeaders } from './security-headers.js'
import { type AnswerSender, errorAnswer, type WholeAnswer } from './send-answer.js'
import { notFoundPage, welcomePage } from './welcome-page.js'

const READS = ['GET', 'HEAD']
const GRAPHQL = '/graphql'

/** What stands at the addresses of a service: the methods of each path. */
const METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['/', READS],
  [GRAPHQL, [...READS, 'POST']],
  ['/health/live', READS],
  ['/health/ready', READS],
])

/** The methods of what the pages for readers answer, besides reading. */
const PAGE_METHODS: ReadonlyMap<string, readonly string[]> = new Map([['/check', [...READS, 'POST']]])

/** The methods of the desk, where people also sign in and out. */
const DESK_METHODS = [...READS, 'POST']

export interface FrontDoorOptions {
  origins: Origins
  /** Whether there are pages for readers at `/`, and at every path that is not for something else. */
  pages: boolean
  /** Whether there is a desk for reviewers at `/desk`. */
  desk: boolean
  graphiql: boolean
  /** Folder of the `.graphql` files that become GraphiQL's tabs. */
  queries: string | null
  /** The feed of an alert; null for one that is not there. */
  feed(request: IncomingMessage, id: string, token: string): Promise<WholeAnswer | null>
  /** Whether the service runs the operations of a list only. */
  closed: boolean
  sender: AnswerSender
  logger: Logger
}

/** What comes before GraphQL: the headers of all answers, paths and methods, pages for people, what is no request. */
export class FrontDoor {
  readonly #cors: Cors
  readonly #vary: string
  readonly #sender: AnswerSender
  readonly #logger: Logger
  readonly #feed: FrontDoorOptions['feed']
  readonly #closed: boolean
  readonly #pages: boolean
  readonly #desk: boolean
  readonly #tabs: ReturnType<typeof readTabs> | null

  constructor({ origins, pages, desk, graphiql, queries, feed, closed, sender, logger }: FrontDoorOptions) {
    this.#feed = feed
    this.#cors = new Cors(origins)
    this.#vary = this.#cors.varies ? 'Accept, Accept-Encoding, Origin' : 'Accept, Accept-Encoding'
    this.#sender = sender
    this.#logger = logger
    this.#closed = closed
    this.#pages = pages
    this.#desk = desk
    this.#tabs = graphiql ? readTabs(queries) : null
  }

  /**
   * Sets the headers that all answers have, and answers what is not for GraphQL, the pages or the health checks.
   *
   * @returns whether the request was answered.
   */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    setSecurityHeaders(request, response)
    if (request.url && !request.url.startsWith('/')) request.url = pathOf(request.url)
    this.#cors.allow(request, response)
    response.setHeader('vary', this.#vary)
    const answer = await this.#answerOf(request)
    if (!answer) {
      // What a query answers changes with the record, and depends on the key.
      if (request.method !== 'POST') response.setHeader('cache-control', 'no-store')
      // Node sends no body of an answer to HEAD, whatever the request is called later.
      // At the desk, a look at a link must not count as a visit.
      if (request.method === 'HEAD' && !isForDesk(request)) request.method = 'GET'
      return false
    }
    const entry = newEntry(request.headers['x-request-id'] as string | undefined)
    response.setHeader('x-request-id', entry.requestId)
    await this.#sender.send(request, response, answer)
    logRequest(this.#logger, entry, answer.status)
    return true
  }

  /** The answer of a request; null when it is for GraphQL, the pages or the health checks. */
  async #answerOf(request: IncomingMessage): Promise<WholeAnswer | null> {
    const { method = '', url = '', headers } = request
    const path = url.split('?', 1)[0] ?? ''
    const people = headers.accept?.includes('text/html') ?? false
    if (this.#desk && isForDesk(request))
      return DESK_METHODS.includes(method) ? null : otherMethod(method, DESK_METHODS)
    const file = this.#tabs && path.startsWith(FILES) ? path.slice(FILES.length) : null
    const feed = FEED_PATH.exec(path)?.[1]
    const known = file === null && !feed ? METHODS.get(path) : READS
    const methods = known ?? (this.#pages ? (PAGE_METHODS.get(path) ?? READS) : undefined)
    if (!methods) return people && READS.includes(method) ? notFoundPage() : nothingAt()
    if (!methods.includes(method)) return otherMethod(method, methods)
    if (feed) return (await this.#feed(request, feed, tokenIn(url))) ?? nothingAt()
    if (file !== null) return (await (await GraphiQLFiles.load()).answer(file, request)) ?? nothingAt()
    if (this.#pages && (!known || path === '/')) return null
    if (path === '/') return this.#tabs ? redirect(GRAPHQL) : welcomePage(this.#closed)
    if (path !== GRAPHQL) return null
    if (people && method !== 'POST') {
      if (this.#tabs) return graphiqlPage(this.#tabs)
      if (!/[?&](query|extensions)=/.test(url)) return welcomePage(this.#closed)
    }
    return refuseUnreadable(request)
  }
}

const tokenIn = (url: string): string => new URLSearchParams(url.split('?')[1]).get('token') ?? ''

/** The path and query of an address. Some proxies ask for the whole address: RFC 9112, 3.2.2. */
function pathOf(address: string): string {
  const url = /^https?:/i.test(address) ? URL.parse(address) : null
  return url ? url.pathname + url.search : address
}

const redirect = (location: string): WholeAnswer => ({
  status: 302,
  headers: { location, 'content-type': 'text/plain; charset=utf-8' },
  body: `On Record answers GraphQL at ${location}\n`,
})

const nothingAt = (): WholeAnswer =>
  errorAnswer(404, 'BAD_REQUEST', `there is nothing at this address: GraphQL is at ${GRAPHQL}`)

/** The answer of a method that a path does not have: what it has. A browser asks by OPTIONS. */
function otherMethod(method: string, methods: readonly string[]): WholeAnswer {
  const allow = [...methods, 'OPTIONS'].join(', ')
  if (method === 'OPTIONS') return { status: 204, headers: { allow }, body: '' }
  return errorAnswer(405, 'BAD_REQUEST', `this address has no ${method}: use one of ${allow}`, { allow })
}
