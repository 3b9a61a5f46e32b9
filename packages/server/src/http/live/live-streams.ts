import { setTimeout as pauseFor } from 'node:timers/promises'
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import { isDatabaseUnavailable } from '../../database/unavailable.js'
import { stoppable } from '../../graphql/change/stoppable.js'
import type { Context } from '../../graphql/context.js'
import { costOf } from '../../graphql/cost.js'
import type { LoggedChange } from '../../record/changes/logged-change.js'
import type { Admitted } from '../admission.js'
import { withinLength } from '../answer-length.js'
import type { Callers } from '../callers.js'
import type { Limits } from '../limits.js'
import { paymentRefusal } from '../payment.js'
import type { Account } from '../rate-limit.js'
import { OpenStream, type Streams } from './streams.js'

/** Milliseconds after which an event is answered again when the database was away. */
const RETRY_PAUSE = 500

/** How many answers to events are kept for other streams of the same operation. */
const MOST_SHARED = 50

/** What a stream needs to answer events. */
interface Answering {
  callers: Callers
  limits: Limits
  streams: Streams
}

/**
 * Runs subscriptions. Each event is answered by running the operation on it anew, as the caller may see the record then.
 * A stream takes an event only when its client has taken the one before, and waits while its caller has no points left,
 * so nothing piles up; the log of changes keeps what is still to come.
 */
export const liveStreams = (answering: Answering): Plugin<Context & Admitted> => ({
  onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
    const { admission } = args.contextValue as Admitted
    const caller = admission?.caller
    const context = caller && 'context' in caller ? caller.context : (args.contextValue as Context)
    const { document, operationName, variableValues, schema } = args
    const cost = costOf(schema, { document, operationName, variables: variableValues ?? {} }, context)
    const owner = admission?.account.owner ?? { name: 'nobody', isKey: false }
    const refusal =
      paymentRefusal(cost, answering.limits, admission?.account) ?? answering.streams.refusal(owner)
    if (refusal) return setResultAndStopExecution({ errors: [refusal] })
    // Counted before anything is waited for, so that many who come at once are counted, too.
    const stream = new OpenStream(owner, context.keyId)
    const leave = answering.streams.enter(stream)
    setSubscribeFn(async (given: ExecutionArgs) => {
      const opened = { ...given, contextValue: context }
      try {
        const source = await createSourceEventStream(opened)
        if (!(Symbol.asyncIterator in source)) {
          leave()
          return source
        }
        stream.events = source[Symbol.asyncIterator]()
      } catch (error) {
        leave()
        throw error
      }
      return stoppable<ExecutionResult>((signal) =>
        answersTo(stream, signal, leave, async (event) => {
          if (admission) await pay(admission.account.again(), cost?.points ?? 1, signal)
          return answerTo(event, opened, answering, signal)
        }),
      )
    })
  },
})

/** Answers the events of a stream until it is ended. */
async function* answersTo(
  stream: OpenStream,
  signal: AbortSignal,
  leave: () => void,
  answer: (event: unknown) => Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult, void, undefined> {
  const stop = () => stream.end(null)
  signal.addEventListener('abort', stop)
  try {
    for await (const event of stream) {
      const result = await answer(event)
      if (stream.isEnded) break
      yield result
    }
    if (stream.reason) yield { errors: [asGraphQLError(stream.reason)] }
  } catch (error) {
    yield { errors: [asGraphQLError(error as Error)] }
  } finally {
    leave()
    stop()
  }
}

const asGraphQLError = (error: Error): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error })

/** Waits until the caller can pay for an event. */
async function pay(account: Account, points: number, signal: AbortSignal): Promise<void> {
  for (let lacking = account.pay(points); lacking && !signal.aborted; lacking = account.pay(points)) {
    await pauseFor(lacking.wait)
  }
}

/** Answers an event. While the database is away, it waits: no event is lost. */
async function answerTo(
  event: unknown,
  args: ExecutionArgs,
  answering: Answering,
  signal: AbortSignal,
): Promise<ExecutionResult> {
  for (;;) {
    const result = await sharedAnswer(event, args, answering)
    const isAway = result.errors?.some(({ originalError }) => isDatabaseUnavailable(originalError))
    if (!isAway || signal.aborted) return result
    await pauseFor(RETRY_PAUSE)
  }
}

const shared = new WeakMap<DocumentNode, LRUCache<string, Promise<ExecutionResult>>>()

/** The answer to an event, which streams of the same caller rights and the same operation share. */
function sharedAnswer(event: unknown, args: ExecutionArgs, answering: Answering): Promise<ExecutionResult> {
  const context = args.contextValue as Context
  const run = async () => {
    const contextValue = answering.callers.renewed(context, Date.now() + answering.limits.deadline)
    return withinLength(await execute({ ...args, rootValue: event, contextValue }), answering.limits.answer)
  }
  const { sequence } = event as Partial<LoggedChange>
  if (sequence === undefined) return run()
  const answers = shared.get(args.document) ?? new LRUCache({ max: MOST_SHARED })
  shared.set(args.document, answers)
  const key = JSON.stringify([sequence, context.keyId, args.operationName, args.variableValues])
  const known = answers.get(key)
  if (known) return known
  const answer = run().then((result) => {
    // What failed may succeed for the next one.
    if (result.errors) answers.delete(key)
    return result
  })
  answers.set(key, answer)
  return answer
}
