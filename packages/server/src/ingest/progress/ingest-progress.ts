import { randomUUID } from 'node:crypto'
import { EventEmitter, on } from 'node:events'
import type { Database } from '../../database/database.js'
import { sql } from '../../database/sql.js'

/** How far the taking in of an article has come. */
export type IngestStage = 'READING' | 'EXTRACTING' | 'STORING' | 'DONE' | 'FAILED'

/** One step of the taking in of an article. */
export interface IngestStep {
  stage: IngestStage
  at: Date
  /** The UUID of the article; null before it is stored. */
  articleId: string | null
  /** Why it failed; null unless it did. */
  message: string | null
}

/** Whose ingest it is, and the idempotency key that it came with. */
export interface IngestName {
  owner: string
  key: string
}

const CHANNEL = 'onrecord_ingests'

/** Most bytes of a notification; PostgreSQL refuses 8,000. */
const LONGEST_MESSAGE = 500

/** Milliseconds between two looks whether the write is done: its process may have ended, or its notification got lost. */
const LOOK_INTERVAL = 1_000

/** Milliseconds without news after which a follower gives up. */
const PATIENCE = 600_000

/**
 * Tells those who follow the taking in of an article how far it has come, in all processes of one database. Only large
 * articles tell of their steps, because a small one is done before anybody could look.
 */
export class IngestProgress {
  readonly #database: Pick<Database, 'prisma' | 'listen' | 'kind'>
  readonly #report: (error: unknown) => void
  readonly #process = randomUUID()
  readonly #steps = new EventEmitter().setMaxListeners(0)
  /** The last step of each ingest that this process is at, for those who follow it later. */
  readonly #last = new Map<string, IngestStep>()
  #listening: Promise<() => Promise<void>> | null = null
  /** Ends when all that was told so far has been sent: one after the other, so that they arrive in order. */
  #sent: Promise<unknown> = Promise.resolve()

  /** @param report is told when other processes cannot be told. */
  constructor(database: Pick<Database, 'prisma' | 'listen' | 'kind'>, report: (error: unknown) => void) {
    this.#database = database
    this.#report = report
  }

  /** Tells of a step. It never fails, and never waits. */
  tell(name: IngestName, stage: IngestStage, facts: Partial<IngestStep> = {}): void {
    const step: IngestStep = { stage, at: new Date(), articleId: null, message: null, ...facts }
    if (isEnd(step)) this.#last.delete(topicOf(name))
    else this.#last.set(topicOf(name), step)
    this.#steps.emit(topicOf(name), step)
    if (this.#database.kind === 'embedded') return
    const message = step.message?.slice(0, LONGEST_MESSAGE) ?? null
    const payload = JSON.stringify({ ...step, ...name, message, process: this.#process })
    this.#sent = this.#sent
      .then(() => this.#database.prisma.$executeRaw(sql`SELECT pg_notify(${CHANNEL}, ${payload})`))
      .catch((error: unknown) => this.#report(error))
  }

  /** Gives the steps of an ingest from the one that it is at, if that is known here, up to its end. Call {@link ready} before. */
  async *follow(name: IngestName, signal: AbortSignal): AsyncGenerator<IngestStep, void, undefined> {
    const end = new AbortController()
    const finish = () => end.abort()
    signal.addEventListener('abort', finish)
    const looks = setInterval(() => void this.#look(name), LOOK_INTERVAL)
    const patience = setTimeout(finish, PATIENCE)
    try {
      const steps = on(this.#steps, topicOf(name), { signal: end.signal })
      const now = this.#last.get(topicOf(name))
      void this.#look(name)
      if (now) yield now
      for await (const [step] of steps as AsyncIterable<[IngestStep]>) {
        patience.refresh()
        yield step
        if (isEnd(step)) return
      }
    } catch (error) {
      if (!end.signal.aborted) throw error
    } finally {
      clearInterval(looks)
      clearTimeout(patience)
      signal.removeEventListener('abort', finish)
      finish()
    }
  }

  async close(): Promise<void> {
    await (await this.#listening)?.()
    await this.#sent
  }

  /** Tells the followers of an ingest that it is done, if its result is stored. */
  async #look(name: IngestName): Promise<void> {
    try {
      const stored = await this.#database.prisma.idempotencyKey.findUnique({
        where: { actor_key: { actor: name.owner, key: name.key } },
      })
      const { articleId } = (stored?.result ?? {}) as { articleId?: string }
      if (!stored || !articleId) return
      const step = { stage: 'DONE', at: stored.createdAt, articleId, message: null } satisfies IngestStep
      this.#steps.emit(topicOf(name), step)
    } catch {
      // The next look finds it.
    }
  }

  /** Resolves once the steps of other processes are heard. */
  async ready(): Promise<void> {
    if (this.#database.kind === 'embedded') return
    this.#listening ??= this.#listen()
    await this.#listening
  }

  #listen(): Promise<() => Promise<void>> {
    return this.#database.listen(CHANNEL, (payload) => {
      if (payload === null) return
      const { process, owner, key, at, ...step } = JSON.parse(payload) as IngestStep &
        IngestName & { process: string }
      if (process !== this.#process) this.#steps.emit(topicOf({ owner, key }), { ...step, at: new Date(at) })
    })
  }
}

const isEnd = ({ stage }: IngestStep): boolean => stage === 'DONE' || stage === 'FAILED'

const topicOf = ({ owner, key }: IngestName): string => JSON.stringify([owner, key])
