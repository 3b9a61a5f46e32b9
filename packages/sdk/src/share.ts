import type { Answer } from './answer.js'
import { type AnswerFacts, type ErrorKind, OnRecordError } from './error.js'

interface Work {
  answer?: Promise<Answer & AnswerFacts>
  /** How many calls wait for it. */
  waiting: number
  controller: AbortController
}

/** The work under way, by what it is. */
export type SharedWork = Map<unknown, Work>

/**
 * Waits for the work of this key, which is started unless it is under way. Whoever waits can give up at any time, and at
 * once; the work ends when the last one has.
 *
 * @throws OnRecordError of the kind `aborted` when the signal says so, `timeout` after that many milliseconds.
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
