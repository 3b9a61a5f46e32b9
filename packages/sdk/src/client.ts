import { type Answer, readAnswer } from './answer.js'
import { type TypedDocument, textOf } from './document.js'
import {
  type AnswerFacts,
  check,
  type ErrorFacts,
  FOREIGN,
  failureFrom,
  type GraphQLFailure,
} from './error.js'
import { type CallOptions, createSend, pauseAfter, type Send } from './http.js'
import { readOperation } from './operation.js'
import { type ClientOptions, checkCall } from './options.js'
import { bodyOf, isUnknown, variablesOf } from './persist.js'
import { join, type SharedWork } from './share.js'

export interface RequestOptions extends CallOptions {
  /** Ends the call, which then rejects with the kind `aborted`. */
  signal?: AbortSignal | undefined
  /** In place of the client's `timeout`. */
  timeout?: number | undefined
  /** In place of the client's `retry`. */
  retry?: number | undefined
  /** Which operation of the document is run, when it has several. Of a selection: its name. */
  operationName?: string | undefined
  /** Whether the mutation may run twice without harm, although a field lacks an `idempotencyKey`. Default: false. */
  idempotent?: boolean | undefined
}

/** The data of an answer, and the errors of the parts that failed. */
export interface PartialResult<Result> extends ErrorFacts {
  data: Result
  errors: readonly GraphQLFailure[]
}

export interface Client {
  /** The GraphQL endpoint. */
  readonly url: string
  /** How the client sends operations. */
  readonly persisted: 'off' | 'auto' | 'only'
  /** What {@link subscribe} sends with. A function, so that nobody who prints a client sees the key. */
  readonly send: Send
  /**
   * Runs an operation. Identical queries that run at the same time share one HTTP request, and each gets a result of its
   * own.
   *
   * @throws OnRecordError also when only parts of the operation failed; see {@link Client.partial}.
   */
  request<Result, Variables>(
    document: TypedDocument<Result, Variables, 'query' | 'mutation'> | string,
    ...rest: Rest<Variables>
  ): Promise<Result>
  /** Runs an operation and gives its data, with the errors of the parts that failed. */
  partial<Result, Variables>(
    document: TypedDocument<Result, Variables, 'query' | 'mutation'> | string,
    ...rest: Rest<Variables>
  ): Promise<PartialResult<Result>>
}

type Rest<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables | undefined, options?: RequestOptions | undefined]
    : [variables: Variables, options?: RequestOptions | undefined]

const ACCEPT = 'application/graphql-response+json, application/json'

/**
 * Creates a client of the service at a URL. A client keeps no connection open, so it needs no closing.
 *
 * @throws OnRecordError of the kind `bad-request` when an option is wrong.
 */
export function createClient(options: ClientOptions): Client {
  const shared: SharedWork = new Map()
  const url = String(options.url)
  const { timeout: usual = 30_000, retry: usually = 2, persisted = 'off' } = options
  const send = createSend(url, options)
  checkCall(usual, usually)
  check(/^(off|auto|only)$/.test(persisted), 'persisted takes off, auto or only')
  const run = (document: unknown, variables: unknown, call: RequestOptions = {}) => {
    const { timeout = usual, retry = usually, signal } = call
    checkCall(timeout, retry)
    const query = textOf(document)
    const operation = readOperation(query, variables, call.operationName)
    check(operation.kind !== 'subscription', 'a subscription is for subscribe')
    const given = variablesOf(variables)
    const until = Date.now() + timeout
    const ask = async (end: AbortSignal): Promise<Answer & AnswerFacts> => {
      const body = await bodyOf(document, query, operation, given, persisted)
      for (let tries = 0, sent = 0; ; ) {
        try {
          return await send(operation, body, ACCEPT, sent++, call, end, readAnswer)
        } catch (error) {
          const failure = failureFrom(error, 'aborted', FOREIGN)
          if (!body.query && persisted === 'auto' && isUnknown(failure, operation)) body.query = query
          else if ((operation.once && !call.idempotent) || tries >= retry) throw failure
          else await pauseAfter(failure, tries++, end, until)
        }
      }
    }
    // The key of a call that must not share a request is unique.
    const alone = operation.kind === 'mutation' || call.headers || call.fetchOptions
    const key = alone ? ask : [query, given, operation.name, timeout, retry].join()
    return join(shared, key, signal, timeout, ask)
  }
  return {
    url,
    persisted,
    send,
    request: async (document, variables?: unknown, call?: unknown) =>
      (await run(document, variables, call as RequestOptions)).data as never,
    // A failure has the data of the answer, too.
    partial: async (document, variables?: unknown, call?: unknown) => {
      try {
        return { errors: [], ...(await run(document, variables, call as RequestOptions)) } as never
      } catch (failure) {
        if (!(failure as ErrorFacts).data) throw failure
        return { ...(failure as ErrorFacts) } as never
      }
    },
  }
}
