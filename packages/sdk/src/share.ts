import type { Answer } from './answer.js'
import { type AnswerFacts, OnRecordError } from './error.js'

type Whole = Answer & AnswerFacts

interface Work {
  answer: Promise<Whole>
  /** The number of calls that wait for the answer. */
  waiting: number
  controller: AbortController
}

/** The requests that are running, by key. */
export type SharedWork = Map<unknown, Work>

/**
 * Waits for the work with a key, and starts the work unless it is running. Every caller can give up at any time. The work
 * is aborted when the last caller has given up. Every caller gets an answer of its own, which it may change.
 *
 * @throws OnRecordError of the kind `aborted` when the signal is aborted, and `timeout` after `timeout` milliseconds.
 */
export function join(
  shared: SharedWork,
  key: unknown,
  signal: AbortSignal | undefined,
  timeout: number,
  start: (signal: AbortSignal) => Promise<Whole>,
): Promise<Whole> {
  const aborted = () => new OnRecordError('aborted', 'aborted', { cause: signal?.reason })
  if (signal?.aborted) throw aborted()
  const controller = new AbortController()
  const running = shared.get(key)
  const work: Work = running ?? { answer: start(controller.signal), waiting: 0, controller }
  shared.set(key, work)
  work.waiting++
  return new Promise((resolve, reject) => {
    // Who gave up comes here again when the answer comes. By then all are served, so that their number matters no more.
    const end = <Value>(settle: (value: Value) => void, value: Value) => {
      settle(value)
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      if (--work.waiting) return
      shared.delete(key)
      if (settle === reject) work.controller.abort(value)
    }
    const abort = () => end(reject, aborted())
    const late = () => end(reject, new OnRecordError('timeout', `no answer within ${timeout} ms`))
    const timer = setTimeout(late, timeout)
    signal?.addEventListener('abort', abort)
    work.answer.then(
      (answer) => end(resolve, running ? { ...answer, ...copyOf(answer) } : answer),
      (failure) => {
        const { kind, message } = failure
        end(
          reject,
          running ? Object.assign(new OnRecordError(kind, message, failure), copyOf(failure)) : failure,
        )
      },
    )
  })
}

/** Copies what came as JSON. Not every runtime has `structuredClone`. */
const copyOf = ({ data, errors, extensions }: Answer): Answer =>
  JSON.parse(JSON.stringify({ data, errors, extensions }))
