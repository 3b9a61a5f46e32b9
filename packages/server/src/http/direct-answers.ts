import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { schema } from '../graphql/service-schema.js'
import type { Callers } from './callers.js'
import { findInVariables } from './clean-input.js'
import type { Documents } from './documents.js'
import type { AnswerSender } from './edge/send-answer.js'
import type { Logger } from './logger.js'
import { plannedAnswer, type ValidOperation } from './planned-answers.js'
import { isDeepValue } from './refuse-deep.js'
import { type Entry, logRequest, newEntry, operationName } from './request-log.js'

/** Most bytes of a body that is looked at here. */
const LONGEST_BODY = 100_000

const MEDIA_TYPE: Readonly<Record<string, string>> = {
  'application/json': 'application/json; charset=utf-8',
  'application/graphql-response+json': 'application/graphql-response+json; charset=utf-8',
  '*/*': 'application/json; charset=utf-8',
}

/** The parameters of a request. */
interface Parameters {
  query: string
  operationName?: string | null
  variables?: Record<string, unknown> | null
}

/**
 * Answers plain requests of queries that Yoga has answered from rows before, without Yoga: it has found their documents
 * to be valid. All that depends on the request is checked here by the same functions. Whatever is not plain, or is wrong,
 * is left to Yoga.
 *
 * @returns null when the request was answered, else the request for Yoga.
 */
export class DirectAnswers {
  readonly #documents: Documents
  readonly #callers: Callers
  readonly #logger: Logger
  readonly #longest: number
  readonly #sender: AnswerSender

  /** @param longest most characters of an answer. */
  constructor(documents: Documents, callers: Callers, logger: Logger, longest: number, sender: AnswerSender) {
    this.#sender = sender
    this.#documents = documents
    this.#callers = callers
    this.#logger = logger
    this.#longest = longest
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<IncomingMessage | null> {
    const type = MEDIA_TYPE[request.headers.accept ?? '*/*']
    if (!type || !isPlain(request)) return request
    const entry = newEntry(request.headers['x-request-id'] as string | undefined)
    const body = await bodyOf(request)
    const forYoga = () => withBody(request, body)
    const parameters = parametersOf(body)
    const document = parameters && this.#documents.direct(parameters.query)
    if (!parameters || !document) return forYoga()
    const variables = parameters.variables ?? {}
    if (isDeepValue(variables) || findInVariables(document, variables)) return forYoga()
    const operation = { document, operationName: parameters.operationName, variables }
    const text = await this.#answerOf(request, entry, operation)
    if (text === null) return forYoga()
    entry.operation = operationName(document, parameters.operationName)
    const headers = { 'content-type': type, 'x-request-id': entry.requestId }
    await this.#sender.send(request, response, { status: 200, headers, body: text })
    logRequest(this.#logger, entry, 200)
    return null
  }

  async #answerOf(request: IncomingMessage, entry: Entry, operation: ValidOperation): Promise<string | null> {
    try {
      const context = await this.#callers.contextOf(request.headers.authorization ?? null, entry)
      return await plannedAnswer(schema, operation, context, this.#longest)
    } catch {
      // Yoga asks again, and says what is wrong.
      return null
    }
  }
}

/** Whether a request is a plain POST of JSON to the endpoint, short enough to be looked at here. */
const isPlain = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  url === '/graphql' &&
  /^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined &&
  Number(headers['content-length']) <= LONGEST_BODY

const bodyOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
    request.on('error', reject)
  })

/** The parameters in a body; null when they are not plain. */
function parametersOf(body: Buffer): Parameters | null {
  try {
    const { query, operationName, variables, ...others }: Parameters = JSON.parse(body.toString('utf8'))
    if (typeof query !== 'string' || Object.keys(others).length > 0) return null
    if (operationName != null && typeof operationName !== 'string') return null
    if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null
    return { query, operationName: operationName ?? null, variables: variables ?? null }
  } catch {
    // Yoga says what is wrong with it.
    return null
  }
}

/** A request whose body was read, for somebody who reads it again. */
function withBody({ method, url, headers, socket }: IncomingMessage, body: Buffer): IncomingMessage {
  return Object.assign(Readable.from([body]), { method, url, headers, socket }) as IncomingMessage
}
