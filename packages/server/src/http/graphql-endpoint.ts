import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Admission, Admitted } from './admission.js'
import type { Callers } from './callers.js'
import type { DirectAnswers } from './direct-answers.js'
import { type Entry, newEntry } from './entry.js'
import type { Gate } from './gate.js'
import type { Limits } from './limits.js'
import type { Logger } from './logger.js'
import { type Account, rateRefusal } from './rate-limit.js'
import { BUSY, type Refusal, refuse } from './refuse.js'
import { logRequest } from './request-log.js'
import type { SpareMemory } from './spare-memory.js'
import { onceBegun } from './waiting-answers.js'

/** How many times as much memory as its text a document takes until it is refused or forgotten. */
const GARBAGE = 10

export interface EndpointOptions {
  callers: Callers
  logger: Logger
  limits: Limits
  gate: Gate
  memory: SpareMemory
  /** Null when Yoga answers all. */
  direct: DirectAnswers | null
  yoga(request: IncomingMessage, response: ServerResponse, admitted: Admitted): Promise<void>
}

/**
 * Admits requests to `/graphql`, which strangers may send: it reads their bodies, bounds how many are worked on at once,
 * finds out who calls, and lets them pay. Then they are answered directly, or by Yoga.
 */
export class GraphQLEndpoint {
  readonly #options: EndpointOptions

  constructor(options: EndpointOptions) {
    this.#options = options
  }

  /** @param session whether the request comes from a page of the desk, in which its caller has signed in. */
  async answer(request: IncomingMessage, response: ServerResponse, session = false): Promise<void> {
    const entry = newEntry(request.headers['x-request-id'] as string | undefined)
    const refusal = await this.#admit(request, response, entry, session)
    if (!refusal) return
    refuse(request, response, entry.requestId, refusal)
    logRequest(this.#options.logger, entry, refusal.status)
  }

  /** Answers a request, or says why not. */
  async #admit(
    request: IncomingMessage,
    response: ServerResponse,
    entry: Entry,
    session: boolean,
  ): Promise<Refusal | null> {
    const { authorization } = request.headers
    const { gate } = this.#options
    const stranger = gate.accountOfAddress(request)
    // A key may have points left where its address has none. Whoever sends none needs no further look.
    const lacking = authorization === undefined ? stranger.pay(1) : null
    if (lacking) return rateRefusal(lacking, stranger)
    const body = request.method === 'POST' ? await this.#read(request, response, entry) : undefined
    if (body === null) return null
    if (body && 'status' in body) return body
    this.#options.memory.note((body?.length ?? 0) * GARBAGE)
    const slot = gate.slots.enter()
    if (slot !== true && !(await slot)) return BUSY
    if (response.destroyed) {
      // The client went away while it waited.
      gate.slots.leave()
      return null
    }
    onceBegun(response, () => gate.slots.leave())
    const admission = await this.#admission(request, entry, stranger)
    const { caller } = admission
    // Whoever is not known, as when the key has ended, must be told that, and not that an operation is not listed.
    const isTeam = 'failure' in caller || caller.context.viewer.sight === 'EVERYTHING'
    admission.unlisted = session && isTeam
    const unpaid = admission.account.pay(1)
    if (unpaid) return rateRefusal(unpaid, admission.account)
    if (body && (await this.#options.direct?.answer(request, response, body, admission))) return null
    await this.#options.yoga(body ? withBody(request, body) : request, response, { admission })
    return null
  }

  async #admission(request: IncomingMessage, entry: Entry, stranger: Account): Promise<Admission> {
    const { callers, limits, gate, memory } = this.#options
    const deadline = Date.now() + limits.deadline
    try {
      const context = await callers.contextOf(request.headers.authorization ?? null, entry, deadline)
      const account = context.keyId ? gate.accountOfKey(context.keyId) : stranger
      return { entry, account, caller: { context }, deadline, memory }
    } catch (failure) {
      return { entry, account: stranger, caller: { failure }, deadline, memory }
    }
  }

  async #read(request: IncomingMessage, response: ServerResponse, entry: Entry) {
    const { limits, gate } = this.#options
    const { authorization, 'content-length': declared } = request.headers
    const isLong = authorization !== undefined && !(Number(declared) <= limits.body)
    const most = isLong && (await this.#mayWrite(authorization, entry)) ? limits.ingestBody : limits.body
    return gate.bodies.read(request, response, most)
  }

  async #mayWrite(authorization: string, entry: Entry): Promise<boolean> {
    try {
      const { viewer } = await this.#options.callers.contextOf(authorization, entry)
      return viewer.scopes.has('editor')
    } catch {
      // What is wrong with the key is said once the body was read.
      return false
    }
  }
}

/** A request whose body was read, for somebody who reads it again. */
function withBody({ method, url, headers, socket }: IncomingMessage, body: Buffer): IncomingMessage {
  return Object.assign(Readable.from([body]), { method, url, headers, socket }) as IncomingMessage
}
