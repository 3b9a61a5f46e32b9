import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JsonText } from '@onrecord/pothos-read-plan'
import { costOf } from '../graphql/cost.js'
import { schema } from '../graphql/service-schema.js'
import type { Admission } from './admission.js'
import { findInVariables } from './clean-input.js'
import type { Documents } from './documents.js'
import type { AnswerSender } from './edge/send-answer.js'
import type { Limits } from './limits.js'
import type { Logger } from './logger.js'
import { bodyOf } from './long-answers.js'
import type { PersistedOperations } from './persisted/persisted-operations.js'
import { plannedData, type ValidOperation } from './planned-answers.js'
import { tooCostly } from './refuse-costly.js'
import { isDeepValue } from './refuse-deep.js'
import { logRequest, operationName } from './request-log.js'
import { answerWith } from './tell-cost.js'

/** Most bytes of a body that is looked at here. */
const LONGEST_BODY = 100_000

const JSON_TYPE = 'application/json; charset=utf-8'
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8'

/** The media type of an answer by the header `Accept`, as clients send it. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  // The SDK, Apollo Client 4, and urql.
  ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
  ['application/graphql-response+json,application/json;q=0.9', GRAPHQL_TYPE],
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    GRAPHQL_TYPE,
  ],
])

/** The parameters of a request. */
interface Parameters {
  query: string
  operationName?: string | null
  variables?: Record<string, unknown> | null
}

/** The parameters as they came. */
type Given = Partial<Parameters> & { extensions?: unknown }

/**
 * Answers plain requests of queries that Yoga has answered from rows before, without Yoga: it has found their documents
 * to be valid. All that depends on the request is checked here by the same functions. Whatever is not plain, or is wrong,
 * is left to Yoga.
 */
export class DirectAnswers {
  readonly #documents: Documents
  readonly #known: PersistedOperations
  readonly #logger: Logger
  readonly #limits: Limits
  readonly #sender: AnswerSender

  constructor(
    documents: Documents,
    known: PersistedOperations,
    logger: Logger,
    limits: Limits,
    sender: AnswerSender,
  ) {
    this.#sender = sender
    this.#known = known
    this.#documents = documents
    this.#logger = logger
    this.#limits = limits
  }

  /** @returns whether it has answered the request; if not, Yoga has to. */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    admission: Admission,
  ): Promise<boolean> {
    const type = MEDIA_TYPES.get(request.headers.accept ?? '*/*')
    if (!type || request.url !== '/graphql' || body.length > LONGEST_BODY) return false
    const parameters = parametersOf(body, this.#known, admission.unlisted)
    const document = parameters && this.#documents.direct(parameters.query)
    if (!parameters || !document) return false
    const variables = parameters.variables ?? {}
    if (isDeepValue(variables) || findInVariables(document, variables)) return false
    const data = await this.#dataOf(admission, {
      document,
      operationName: parameters.operationName,
      variables,
    })
    if (data === null) return false
    const { entry, account } = admission
    entry.operation = operationName(document, parameters.operationName)
    const headers = { 'content-type': type, 'x-request-id': entry.requestId, ...account.headers }
    await this.#sender.send(request, response, {
      status: 200,
      headers,
      body: bodyOf(answerWith(data, account)),
    })
    logRequest(this.#logger, entry, 200)
    return true
  }

  async #dataOf({ caller, account }: Admission, operation: ValidOperation): Promise<JsonText | null> {
    if (!('context' in caller)) return null
    try {
      const cost = costOf(schema, operation, caller.context)
      if (cost === null || tooCostly(cost, this.#limits) || account.pay(cost.points)) return null
      return await plannedData(schema, operation, caller.context, cost, this.#limits.answer)
    } catch {
      // Yoga asks again, and says what is wrong.
      return null
    }
  }
}

/** The parameters in a body; null when they are not plain. */
function parametersOf(body: Buffer, known: PersistedOperations, unlisted?: boolean): Parameters | null {
  try {
    const given: Given = JSON.parse(body.toString('utf8'))
    const { operationName, variables, extensions, query: sent, ...others } = given
    if (extensions != null && !isPersisted(extensions)) return null
    const query = known.textOf(sent, extensions, unlisted)
    if (typeof query !== 'string' || Object.values(others).some((other) => other !== null)) return null
    if (operationName != null && typeof operationName !== 'string') return null
    if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null
    return { query, operationName: operationName ?? null, variables: variables ?? null }
  } catch {
    // Yoga says what is wrong with it.
    return null
  }
}

/** Whether extensions say nothing but the hash of an operation. */
const isPersisted = (extensions: unknown): boolean =>
  typeof extensions === 'object' && Object.keys(extensions as object).join() === 'persistedQuery'
