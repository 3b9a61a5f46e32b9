import { parentPort } from 'node:worker_threads'
import { sentError } from './sent-error.js'
import { type Task, type TaskOutcome, THREAD_WORK } from './thread-work.js'

// The program of a thread: does one task after the other, and answers each with one message.
const post = (outcome: TaskOutcome) => parentPort?.postMessage(outcome)

parentPort?.on('message', async ({ name, args }: Task) => {
  const work = THREAD_WORK[name] as (...args: unknown[]) => Promise<unknown>
  try {
    post({ result: await work(...args) })
  } catch (error) {
    post({ error: sentError(error) })
  }
})
