import type { IncomingMessage, ServerResponse } from 'node:http'
import { createPages, type Pages } from '@onrecord/web'
import type { Admission } from '../admission.js'
import type { Callers } from '../callers.js'
import type { AnswerSender } from '../edge/send-answer.js'
import { type Entry, newEntry } from '../entry.js'
import type { Gate } from '../gate.js'
import { createGraphQLHandler, type HandlerOptions } from '../graphql-handler.js'
import type { Limits } from '../limits.js'
import { originOf } from '../origin.js'
import { PersistedOperations } from '../persisted/persisted-operations.js'
import { type Account, rateRefusal } from '../rate-limit.js'
import { BUSY, type Refusal } from '../refuse.js'
import { logRequest } from '../request-log.js'
import type { SpareMemory } from '../spare-memory.js'

/** Most bytes of a form that a page sends. */
const LONGEST_FORM = 100_000

export interface PageEndpointOptions extends HandlerOptions {
  callers: Callers
  limits: Limits
  gate: Gate
  sender: AnswerSender
  memory: SpareMemory
  trustProxy: number
  baseUrl?: string | null
}

/** Makes the endpoint of the pages for readers, whose operations are ours: they run whatever list the service has. */
export function createPageEndpoint(options: PageEndpointOptions): PageEndpoint {
  const { logger, limits, baseUrl } = options
  const yoga = createGraphQLHandler({ ...options, known: new PersistedOperations('off', new Map()) })
  const pages = createPages({
    baseUrl: baseUrl ?? undefined,
    timeout: limits.deadline,
    onFault: (error, path) => logger.error({ err: error, path }, 'a page was not made'),
  })
  return new PageEndpoint(options, pages, (body, admission) =>
    yoga.fetch('http://record/graphql', { method: 'POST', headers: JSON_HEADERS, body }, { admission }),
  )
}

const JSON_HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
}

type Ask = (body: string, admission: Admission) => Response | Promise<Response>

/** Answers requests for pages. The operations of a page are paid by the address of its reader, and wait their turn. */
export class PageEndpoint {
  readonly #options: PageEndpointOptions
  readonly #pages: Pages
  readonly #ask: Ask

  constructor(options: PageEndpointOptions, pages: Pages, ask: Ask) {
    this.#options = options
    this.#pages = pages
    this.#ask = ask
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = newEntry(request.headers['x-request-id'] as string | undefined)
    entry.operation = '(page)'
    const { gate, logger, sender } = this.#options
    const account = gate.accountOfAddress(request)
    const asked = await this.#requestFrom(request, response, account)
    if (asked === null) return
    const page =
      'refusal' in asked
        ? await this.#pages.refuse(asked.request, asked.refusal.status, retryAfter(asked.refusal))
        : await this.#pages.answer(asked.request, this.#fetchFor(response, entry, account))
    const headers: Record<string, string> = { 'x-request-id': entry.requestId }
    for (const [name, value] of page.headers) headers[name] = value
    // Only the policy can say that any site may show a page in a frame.
    if (/frame-ancestors \*/.test(headers['content-security-policy'] ?? '')) {
      response.removeHeader('x-frame-options')
      headers['cross-origin-resource-policy'] = 'cross-origin'
    }
    const { status, body } = page
    // What is known as a whole has an entity tag; lists are written as they are read.
    if (body && !page.headers.has('etag') && status === 200) {
      await sender.sendStream(request, response, { status, headers, body })
    } else await sender.send(request, response, { status, headers, body: await page.text() })
    logRequest(logger, entry, status)
  }

  /** The request as the pages take it; or why it is not answered. Null when the reader went away. */
  async #requestFrom(
    request: IncomingMessage,
    response: ServerResponse,
    account: Account,
  ): Promise<{ request: Request } | { request: Request; refusal: Refusal } | null> {
    const { method = 'GET', headers } = request
    const { gate, trustProxy } = this.#options
    const address = originOf(request, trustProxy) + (request.url ?? '/')
    const fields = Object.entries(headers).filter(([name]) => PASSED.has(name)) as [string, string][]
    const bare = new Request(address, { headers: fields })
    const lacking = account.pay(1)
    if (lacking) return { request: bare, refusal: rateRefusal(lacking, account) }
    if (method !== 'POST') return { request: bare }
    const body = await gate.bodies.read(request, response, LONGEST_FORM)
    if (body === null) return null
    if ('status' in body) return { request: bare, refusal: body }
    return { request: new Request(address, { method, headers: fields, body: new Uint8Array(body) }) }
  }

  /** The function by which a page asks the record: each operation takes a slot, and is paid by the reader's address. */
  #fetchFor(response: ServerResponse, { requestId }: Entry, paying: Account): typeof fetch {
    const { gate, callers, limits, memory } = this.#options
    return async (_input, init) => {
      const slot = gate.slots.enter()
      if (slot !== true && !(await slot)) return refusalAnswer(BUSY)
      try {
        // Nobody waits for the page any more.
        if (response.destroyed) return refusalAnswer(BUSY)
        const entry = newEntry(requestId)
        const deadline = Date.now() + limits.deadline
        const context = await callers.contextOf(null, entry, deadline)
        const admission: Admission = { entry, account: paying.again(), caller: { context }, deadline, memory }
        const answer = await this.#ask(String(init?.body), admission)
        const { status, headers } = answer
        return admission.long ? new Response(String(admission.long), { status, headers }) : answer
      } finally {
        gate.slots.leave()
      }
    }
  }
}

/** The headers of a request that pages look at. */
const PASSED = new Set(['accept', 'content-type', 'if-none-match'])

const refusalAnswer = ({ status, error, headers = {} }: Refusal): Response =>
  Response.json({ errors: [error] }, { status, headers })

const retryAfter = ({ headers }: Refusal): number => Number(headers?.['retry-after'] ?? 1)
