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
    if (pathname.startsWith('/desk/files/')) return this.#desk.file(asRequest(request))
    if (pathname === '/desk/sign-in') {
      if (method === 'POST') return this.#signIn(request, response)
      const token = searchParams.get('token')
      if (token !== null) return this.#follow(request, response, token)
      return this.#desk.signIn(null)
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
    if (!found) return seeOther('/desk/sign-in')
    const { session, proof } = found
    const viewer = await this.#viewerOf(session.key)
    if (typeof viewer === 'string') {
      if (viewer === 'key') sessions.end(request, response)
      return this.#desk.signIn(viewer === 'key' ? 'ended' : viewer)
    }
    await sessions.keep(request, response, session.key, session.id)
    return this.#desk.page(asRequest(request), { name: viewer.name, scopes: [...viewer.scopes], proof })
  }

  async #signIn(request: IncomingMessage, response: ServerResponse): Promise<Response | null> {
    // Another site must not sign anybody in, not even with a key of its own.
    if (!isOfSameOrigin(request)) return this.#desk.signIn('elsewhere')
    const body = await this.#options.gate.bodies.read(request, response, LONGEST_FORM)
    if (body === null) return null
    if ('status' in body) return this.#desk.signIn('key')
    const key = new URLSearchParams(body.toString('utf8')).get('key')?.trim() ?? ''
    return this.#begin(request, response, key)
  }

  async #follow(request: IncomingMessage, response: ServerResponse, token: string): Promise<Response> {
    const key = this.#links.take(token)
    if (key !== null) return this.#begin(request, response, key)
    // Who opens the link again, from the terminal or by the way back, may have signed in with it.
    return (await this.#options.sessions.of(request)) ? seeOther('/desk') : this.#desk.signIn('used')
  }

  async #begin(request: IncomingMessage, response: ServerResponse, key: string): Promise<Response> {
    const viewer = await this.#viewerOf(key)
    if (typeof viewer === 'string') return this.#desk.signIn(viewer)
    await this.#options.sessions.keep(request, response, key)
    return seeOther('/desk')
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

/** A page that came by POST is replaced by one that can be loaded again. */
const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } })

/** What the desk's pages look at. */
const asRequest = ({ url = '/', headers }: IncomingMessage): Request => {
  const known = headers['if-none-match']
  return new Request(new URL(url, 'http://desk'), { headers: known ? { 'if-none-match': known } : {} })
}
