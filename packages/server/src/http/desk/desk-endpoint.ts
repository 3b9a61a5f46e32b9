import type { IncomingMessage, ServerResponse } from 'node:http'
import { createDesk, type Desk } from '@onrecord/web'
import { RequestError } from '../../record/errors.js'
import type { Viewer } from '../../record/viewer.js'
import type { Callers } from '../callers.js'
import { type AnswerSender, errorAnswer } from '../edge/send-answer.js'
import { newEntry } from '../entry.js'
import type { Gate } from '../gate.js'
import type { Logger } from '../logger.js'
import { rateRefusal } from '../rate-limit.js'
import { refuse } from '../refuse.js'
import { logRequest } from '../request-log.js'
import { OneTimeLinks } from './one-time-links.js'
import { isOfSameOrigin } from './session-cookie.js'
import type { Sessions } from './sessions.js'

/** Most bytes of the form in which somebody signs in. */
const LONGEST_FORM = 4_000

export interface DeskOptions {
  callers: Callers
  gate: Gate
  sender: AnswerSender
  sessions: Sessions
  logger: Logger
}

/** Answers what is asked for at `/desk`: its pages and files, signing in and out. */
export class DeskEndpoint {
  readonly #options: DeskOptions
  readonly #desk: Desk = createDesk()
  readonly #links = new OneTimeLinks()

  constructor(options: DeskOptions) {
    this.#options = options
  }

  /** The path of a link that signs in once with a key. */
  linkFor(key: string): string {
    return `/desk/sign-in?token=${this.#links.make(key)}`
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = newEntry(request.headers['x-request-id'] as string | undefined)
    entry.operation = '(desk)'
    const { gate, logger, sender } = this.#options
    const account = gate.accountOfAddress(request)
    const lacking = account.pay(1)
    if (lacking) {
      const refusal = rateRefusal(lacking, account)
      refuse(request, response, entry.requestId, refusal)
      return logRequest(logger, entry, refusal.status)
    }
    const answer = await this.#answerOf(request, response)
    if (answer === null) return
    const headers: Record<string, string> = { 'x-request-id': entry.requestId, ...account.headers }
    for (const [name, value] of answer.headers) headers[name] = value
    const { status } = answer
    await sender.send(request, response, { status, headers, body: await answer.text() })
    logRequest(logger, entry, status)
  }

  /** Null when the caller went away, or was refused. */
  async #answerOf(request: IncomingMessage, response: ServerResponse): Promise<Response | null> {
    const { method, url = '/' } = request
    const { pathname, searchParams } = new URL(url, 'http://desk')
    const next = pathInDesk(searchParams.get('next'))
    if (pathname.startsWith('/desk/files/')) return this.#desk.file(asRequest(request))
    if (pathname === '/desk/sign-in') {
      if (method === 'POST') return this.#signIn(request, response, next)
      const token = searchParams.get('token')
      if (token === null) return this.#desk.signIn(null, next)
      // Only a person uses the link up. Whoever else fetches it gets a page with a button.
      return isVisit(request) ? this.#follow(request, response, token) : this.#desk.followLink(token)
    }
    if (method === 'POST' && !isOfSameOrigin(request)) return this.#desk.signIn('elsewhere')
    if (pathname === '/desk/sign-out' && method === 'POST') {
      this.#options.sessions.end(request, response)
      return seeOther('/desk/sign-in')
    }
    return this.#page(request, response)
  }

  /** A page for whoever has signed in. */
  async #page(request: IncomingMessage, response: ServerResponse): Promise<Response> {
    const { sessions } = this.#options
    const found = await sessions.of(request)
    const { url = '/desk' } = request
    if (!found)
      return seeOther(url === '/desk' ? '/desk/sign-in' : `/desk/sign-in?next=${encodeURIComponent(url)}`)
    const { session, proof } = found
    const viewer = await this.#viewerOf(session.key)
    if (typeof viewer === 'string') {
      if (viewer === 'key') sessions.end(request, response)
      return this.#desk.signIn(viewer === 'key' ? 'ended' : viewer, pathInDesk(url))
    }
    await sessions.keep(request, response, session.key, session.id)
    return this.#desk.page(asRequest(request), { name: viewer.name, scopes: [...viewer.scopes], proof })
  }

  async #signIn(request: IncomingMessage, response: ServerResponse, next: string): Promise<Response | null> {
    // Another site must not sign anybody in, not even with a key of its own.
    if (!isOfSameOrigin(request)) return this.#desk.signIn('elsewhere')
    const body = await this.#options.gate.bodies.read(request, response, LONGEST_FORM)
    if (body === null) return null
    if ('status' in body) return this.#desk.signIn('key', next)
    const form = new URLSearchParams(body.toString('utf8'))
    const token = form.get('token')
    if (token !== null) return this.#follow(request, response, token)
    return this.#begin(request, response, form.get('key')?.trim() ?? '', next)
  }

  async #follow(request: IncomingMessage, response: ServerResponse, token: string): Promise<Response> {
    const key = this.#links.take(token)
    if (key !== null) return this.#begin(request, response, key, '/desk')
    // Who opens the link again, from the terminal or by the way back, may have signed in with it.
    return (await this.#options.sessions.of(request)) ? seeOther('/desk') : this.#desk.signIn('used')
  }

  /** @param next the page of the desk that was asked for. */
  async #begin(
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    next: string,
  ): Promise<Response> {
    const viewer = await this.#viewerOf(key)
    if (typeof viewer === 'string') return this.#desk.signIn(viewer, next)
    await this.#options.sessions.keep(request, response, key)
    return seeOther(next)
  }

  /** Whose a key is; "key" when it is none or not good any more, "unavailable" when the record cannot be read. */
  async #viewerOf(key: string): Promise<Viewer | 'key' | 'unavailable'> {
    const { callers, logger } = this.#options
    try {
      return (await callers.contextOf(`Bearer ${key}`, newEntry(null))).viewer
    } catch (error) {
      if (error instanceof RequestError && error.extensions.code === 'UNAUTHENTICATED') return 'key'
      logger.error({ err: error }, 'a key could not be read')
      return 'unavailable'
    }
  }
}

/** The answer to a request of the desk whose session has ended. */
export const sessionEnded = () =>
  errorAnswer(401, 'UNAUTHENTICATED', 'the session has ended: sign in at /desk/sign-in')

export const isForDesk = ({ url = '' }: IncomingMessage): boolean => /^\/desk(?:[/?]|$)/.test(url)

/** A path of the desk's pages, as a link or a form gives it; that of the desk when it is another one. */
function pathInDesk(path: string | null): string {
  const url = URL.parse(path ?? '', 'http://desk')
  if (url?.origin !== 'http://desk' || !isForDesk({ url: url.pathname } as IncomingMessage)) return '/desk'
  return /^\/desk\/sign-(in|out)$/.test(url.pathname) ? '/desk' : url.pathname + url.search
}

/**
 * Whether a person visits a page with a browser. Programs that look at a link before, such as those of chats, browsers that
 * fetch ahead, and whoever asks with HEAD, do not; a browser that does not say so counts as one of them.
 */
function isVisit({ method, headers }: IncomingMessage): boolean {
  const ahead = [headers['sec-purpose'], headers.purpose, headers['x-moz'], headers['x-purpose']]
  return (
    method === 'GET' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document' &&
    !ahead.some((value) => value !== undefined)
  )
}

/** A page that came by POST is replaced by one that can be loaded again. */
const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } })

/** What the desk's pages look at. */
const asRequest = ({ url = '/', headers }: IncomingMessage): Request => {
  const known = headers['if-none-match']
  return new Request(new URL(url, 'http://desk'), { headers: known ? { 'if-none-match': known } : {} })
}
