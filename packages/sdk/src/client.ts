import { type Answer, readAnswer } from './answer.js'
import { isMutation, type TypedDocument } from './document.js'
import { type GraphQLFailure, OnRecordError } from './error.js'
import type { ClientOptions } from './http.js'
import { backoff, cut, pause, post, RETRYABLE } from './http.js'
import { persist } from './persist.js'

export interface RequestOptions {
  /** Ends the call; it is then rejected with the kind `aborted`, and never tried again. */
  signal?: AbortSignal
  timeout?: number
  retry?: number
  /** The mutation may run twice without harm: it has an idempotency key. */
  idempotent?: boolean
}

/** What came, and what went wrong in parts of it. */
export interface PartialResult<Result> {
  data: Result
  errors: readonly GraphQLFailure[]
}

export interface Client {
  readonly options: ClientOptions
  /**
   * Runs an operation. Identical queries that are under way at the same time share one HTTP request.
   *
   * @throws OnRecordError also when only parts of it failed; see {@link Client.partial}.
   */
  request<Result, Variables>(
    document: TypedDocument<Result, Variables> | string,
    ...rest: Rest<Variables>
  ): Promise<Result>
  /** Runs an operation and gives what came, with the errors of the parts that failed. */
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

export function createClient(options: ClientOptions): Client {
  const shared = new Map<string, Shared>()
  const run = async (
    document: TypedDocument<unknown, unknown> | string,
    variables: unknown,
    call: RequestOptions,
    partial: boolean,
  ) => {
    const query = String(document)
    const mutation = isMutation(query)
    const retries = retriesOf(options, call, mutation)
    const start = (signal: AbortSignal) =>
      persist(options, query, variables, (body) => send(options, body, signal, partial, retries))
    const timeout = call.timeout ?? options.timeout ?? TIMEOUT
    return withEnd(call.signal, timeout, (signal) =>
      mutation ? start(signal) : share(shared, JSON.stringify([partial, query, variables]), signal, start),
    )
  }
  return {
    options,
    request: async (document, variables?: unknown, call = {}) =>
      (await run(document as string, variables, call as RequestOptions, false)).data as never,
    partial: async (document, variables?: unknown, call = {}) => {
      const { data, errors = [] } = await run(document as string, variables, call as RequestOptions, true)
      return { data: data as never, errors }
    },
  }
}

const retriesOf = (options: ClientOptions, call: RequestOptions, mutation: boolean): number =>
  mutation && !call.idempotent ? 0 : (call.retry ?? options.retry ?? RETRIES)

/** Ends work at the caller's signal or when its time is up, and says which of them it was. */
async function withEnd(
  outer: AbortSignal | undefined,
  timeout: number,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const controller = new AbortController()
  let end: (error: OnRecordError) => void = () => {}
  const ended = new Promise<never>((_resolve, reject) => {
    end = (error) => {
      reject(error)
      controller.abort()
    }
  })
  const abort = () => end(new OnRecordError('aborted', 'it was aborted', { cause: outer?.reason }))
  const timer = setTimeout(() => end(new OnRecordError('timeout', `no answer within ${timeout} ms`)), timeout)
  outer?.addEventListener('abort', abort)
  if (outer?.aborted) abort()
  try {
    return await Promise.race([ended, work(controller.signal)])
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', abort)
  }
}

/** One request that several calls wait for; it ends when the last of them gives up. */
interface Shared {
  answer: Promise<Answer>
  waiting: number
  controller: AbortController
}

function share(
  all: Map<string, Shared>,
  key: string,
  signal: AbortSignal,
  start: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  let one = all.get(key)
  if (!one) {
    const controller = new AbortController()
    const answer = start(controller.signal).finally(() => all.delete(key))
    one = { answer, waiting: 0, controller }
    all.set(key, one)
  }
  const mine = one
  mine.waiting++
  signal.addEventListener('abort', () => {
    if (--mine.waiting > 0) return
    if (all.get(key) === mine) all.delete(key)
    mine.controller.abort()
  })
  return mine.answer
}

async function send(
  options: ClientOptions,
  body: string,
  signal: AbortSignal,
  partial: boolean,
  retries: number,
): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await post(
        options,
        body,
        'application/graphql-response+json, application/json',
        signal,
      )
      return await readAnswer(response, partial)
    } catch (error) {
      const failure = error instanceof OnRecordError ? error : cut(options.url, error)
      if (attempt >= retries || !RETRYABLE.has(failure.kind) || signal.aborted) throw failure
      await pause(failure.retryAfter ?? backoff(attempt), signal)
    }
  }
}
