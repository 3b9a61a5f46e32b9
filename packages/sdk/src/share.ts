import type { Answer } from './answer.js'
import { type AnswerFacts, type ErrorKind, OnRecordError } from './error.js'

interface Work {
  answer?: Promise<Answer & AnswerFacts>
  /** The number of calls that wait for the answer. */
  waiting: number
  controller: AbortController
}

/** The requests that are running, by key. */
export type SharedWork = Map<unknown, Work>

/**
 * Waits for the work with a key, and starts the work unless it is running. Every caller can give up at any time. The work
 * is aborted when the last caller has given up.
 *
 * @throws OnRecordError of the kind `aborted` when the signal is aborted, and `timeout` after `timeout` milliseconds.
 */
export function join(
  shared: SharedWork,
  key: unknown,
  signal: AbortSignal | undefined,
  timeout: number,
  start: (signal: AbortSignal) => Promise<Answer & AnswerFacts>,
): Promise<Answer & AnswerFacts> {
  const work = shared.get(key) ?? { controller: new AbortController(), waiting: 0 }
  shared.set(key, work)
  work.answer ??= start(work.controller.signal)
  const { answer } = work
  work.waiting++
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      if (--work.waiting < 1) shared.delete(key)
    }
    const fail = (kind: ErrorKind, message: string) => {
      reject(new OnRecordError(kind, message, { cause: signal?.reason }))
      leave()
      if (work.waiting < 1) work.controller.abort()
    }
    const abort = () => fail('aborted', 'aborted')
    const timer = setTimeout(fail, timeout, 'timeout', `no answer within ${timeout} ms`)
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) abort()
    answer.then(resolve, reject).finally(leave)
  })
}
