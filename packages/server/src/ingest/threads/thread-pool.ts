import { Worker } from 'node:worker_threads'
import { receivedError } from './sent-error.js'
import type { Task, TaskOutcome, ThreadWork } from './thread-work.js'

/** Tests run the sources of the server, but a thread is started from a built file. */
const BUILT = import.meta.url.endsWith('.ts') ? '../../../dist/ingest/threads/' : './'
const PROGRAM = new URL(`${BUILT}text-thread.js`, import.meta.url)

/** Milliseconds after which a thread without work ends, and gives back its memory. */
const IDLE = 10_000

interface Job {
  task: Task
  resolve(result: never): void
  reject(error: Error): void
}

interface Thread {
  worker: Worker
  /** What it is doing; null when it has nothing to do. */
  job: Job | null
  idle: NodeJS.Timeout | undefined
}

/** Threads that read and extract texts. Each does one task at a time; further tasks wait in order. */
export class ThreadPool {
  readonly #size: number
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  #closed = false

  /** @param size the most threads. They start when there is work, and end when there is none for a while. */
  constructor(size: number) {
    this.#size = size
  }

  /** @throws what the work throws, and Error when the thread dies or the pool is closed. */
  run<Name extends keyof ThreadWork>(name: Name, ...args: Task<Name>['args']): ReturnType<ThreadWork[Name]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Error(CLOSED)
      this.#waiting.push({ task: { name, args } as Task, resolve, reject })
      this.#next()
    }) as ReturnType<ThreadWork[Name]>
  }

  /** Ends all threads. Work that is not done fails. */
  async close(): Promise<void> {
    this.#closed = true
    const error = new Error(CLOSED)
    for (const job of this.#waiting.splice(0)) job.reject(error)
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, error)))
  }

  /** Gives waiting tasks to threads that have none. */
  #next(): void {
    while (this.#waiting.length > 0) {
      const free = [...this.#threads].find(({ job }) => job === null)
      const thread = free ?? (this.#threads.size < this.#size ? this.#start() : null)
      if (!thread) return
      const job = this.#waiting.shift() as Job
      clearTimeout(thread.idle)
      thread.job = job
      thread.worker.ref()
      thread.worker.postMessage(job.task)
    }
  }

  #start(): Thread {
    const worker = new Worker(PROGRAM)
    const thread: Thread = { worker, job: null, idle: undefined }
    worker.on('message', (outcome: TaskOutcome) => this.#done(thread, outcome))
    worker.on('error', (error) => void this.#end(thread, error).then(() => this.#next()))
    this.#threads.add(thread)
    return thread
  }

  #done(thread: Thread, outcome: TaskOutcome): void {
    const { job } = thread
    thread.job = null
    // A thread without work does not keep the process from ending.
    thread.worker.unref()
    thread.idle = setTimeout(() => void this.#end(thread), IDLE).unref()
    if ('error' in outcome) job?.reject(receivedError(outcome.error))
    else job?.resolve(outcome.result as never)
    this.#next()
  }

  async #end(thread: Thread, error?: Error): Promise<void> {
    clearTimeout(thread.idle)
    this.#threads.delete(thread)
    if (error) thread.job?.reject(error)
    thread.job = null
    await thread.worker.terminate()
  }
}

const CLOSED = 'the process is stopping'
