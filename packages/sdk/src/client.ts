import { readAnswer } from './answer.js'
import { isMutation, type TypedDocument } from './document.js'
import type { ErrorFacts, GraphQLFailure } from './error.js'
import { type ClientOptions, failureFrom, pauseAfter, post } from './http.js'
import { bodyOf } from './persist.js'
import { join, type SharedWork } from './share.js'

export interface RequestOptions {
  /** Ends the call, which then rejects with the kind `aborted`. */
  signal?: AbortSignal
  /** In place of the client's `timeout`. */
  timeout?: number
  /** In place of the client's `retry`. */
  retry?: number
  /** Whether the mutation may run twice without harm, although its input has no `idempotencyKey`. Default: false. */
  idempotent?: boolean
}

/** The data of an answer, and the errors of the parts that failed. */
export interface PartialResult<Result> extends ErrorFacts {
  data: Result
  errors: readonly GraphQLFailure[]
}

export interface Client {
  readonly options: ClientOptions
  /**
   * Runs an operation. Identical queries that run at the same time share one HTTP request.
   *
   * @throws OnRecordError also when only parts of the operation failed; see {@link Client.partial}.
   */
  request<Result, Variables>(
    document: TypedDocument<Result, Variables> | string,
    ...rest: Rest<Variables>
  ): Promise<Result>
  /** Runs an operation and gives its data, with the errors of the parts that failed. */
  partial<Result, Variables>(
    document: TypedDocument<Result, Variables> | string,
    ...rest: Rest<Variables>
  ): Promise<PartialResult<Result>>
}

type Rest<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: RequestOptions]
    : [variables: Variables, options?: RequestOptions]

const TIMEOUT = 30_000
const RETRIES = 2
const ACCEPT = 'application/graphql-response+json, application/json'

/** Creates a client of the service at a URL. A client keeps no connection open, so it needs no closing. */
export function createClient(options: ClientOptions): Client {
  const shared: SharedWork = new Map()
  const run = (document: object, variables: unknown, call?: RequestOptions) => {
    const query = String(document)
    const text = JSON.stringify([query, variables])
    const mutation = isMutation(query)
    const { retry = RETRIES, timeout = TIMEOUT, idempotent, signal }: RequestOptions = { ...options, ...call }
    const once = mutation && !idempotent && !/"idempotencyKey":"[^"]/.test(text)
    const until = Date.now() + timeout
    const ask = async (end: AbortSignal) => {
      const body = await bodyOf(document, query, variables, options)
      for (let tries = 0; ; ) {
        try {
          return await readAnswer(await post(body, ACCEPT, end, options))
        } catch (error) {
          const failure = failureFrom(error, options)
          if (!body.query && options.persisted === 'auto' && failure.kind === 'bad-request')
            body.query = query
          else if (once || tries >= retry) throw failure
          else await pauseAfter(failure, tries++, end, until)
        }
      }
    }
    // The key of a mutation is unique, so that mutations never share a request.
    return join(shared, mutation ? ask : text, signal, timeout, ask)
  }
  return {
    options,
    request: async (document, variables?: unknown, call?: unknown) =>
      (await run(document as object, variables, call as RequestOptions)).data as never,
    // A failure has the data of the answer, too.
    partial: (document, variables?: unknown, call?: unknown) =>
      run(document as object, variables, call as RequestOptions).then(
        (answer) => ({ errors: [], ...answer }),
        (failure) => (failure.data ? { ...failure } : Promise.reject(failure)),
      ),
  }
}
