import { setTimeout as pauseFor } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Database } from '../../database/database.js'
import { isDatabaseUnavailable } from '../../database/unavailable.js'
import { changesBehind, type LoggedChange, lastPlace } from './logged-change.js'

/** Most entries that are kept for followers, and most that are read at once. */
const [MOST_KEPT, PAGE] = [1_000, 200]

/** Most choices that are kept for other followers. */
const MOST_CHOSEN = 200

/** Milliseconds between two looks at the log when nobody tells of changes, and after one that failed. */
const [LOOK_INTERVAL, RETRY_PAUSE] = [5_000, 250]

/**
 * Follows the log of changes for all streams of the process. The newest entries are read once for all, as soon as a
 * process tells that there are some; whoever is further behind reads the log for itself. No stream keeps entries that its
 * reader has not taken.
 */
export class ChangeFeed {
  readonly database: Pick<Database, 'read' | 'listen'>
  readonly #report: (error: unknown) => void
  readonly #chosen = new LRUCache<string, Promise<LoggedChange[]>>({ max: MOST_CHOSEN })
  #newest: LoggedChange[] = []
  /** Behind this place, all entries are in `newest`. */
  #from = 0
  #last = 0
  #begun: Promise<void> | null = null
  #reading: Promise<void> | null = null
  #isStale = false
  #isEnded = false
  #waiting = new Set<() => void>()
  #stop = async () => {}

  /** @param report is told of an error for which it cannot read the log; it tries again. */
  constructor(database: Pick<Database, 'read' | 'listen'>, report: (error: unknown) => void) {
    this.database = database
    this.#report = report
  }

  /** How many wait for the next entry. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** The last place of the log now: whoever was answered before has written up to it at most. */
  now(): Promise<number> {
    return lastPlace(this.database)
  }

  /**
   * Gives the entries behind a place, page by page, and goes on with those to come until the signal.
   *
   * @param place as `LoggedChange.sequence`.
   */
  async *follow(place: number, signal: AbortSignal): AsyncGenerator<LoggedChange[], void, undefined> {
    await this.#begin()
    for (let at = place; !signal.aborted && !this.#isEnded; ) {
      const from = this.#from
      const page = at >= from ? this.#keptBehind(at) : await this.#tryRead(at, signal)
      const last = page.at(-1)
      if (last) {
        at = last.sequence
        yield page
      } else if (at >= this.#last) await this.#next(signal)
      // Entries up to there were removed from the log.
      else at = Math.max(at, from)
    }
  }

  /**
   * Chooses among the entries of a page, once for all followers that choose alike.
   *
   * @param alike names how they choose: what they ask for, and what they may see.
   */
  choose(
    page: LoggedChange[],
    alike: string,
    among: (page: LoggedChange[]) => Promise<LoggedChange[]>,
  ): Promise<LoggedChange[]> {
    const key = `${page[0]?.sequence} ${page.at(-1)?.sequence} ${alike}`
    const known = this.#chosen.get(key)
    if (known) return known
    const chosen = among(page)
    this.#chosen.set(key, chosen)
    // What failed may succeed for the next one.
    chosen.catch(() => this.#chosen.delete(key))
    return chosen
  }

  async close(): Promise<void> {
    this.#isEnded = true
    for (const wake of this.#waiting) wake()
    await this.#stop()
    await this.#reading
  }

  #keptBehind(place: number): LoggedChange[] {
    const first = this.#newest.findIndex(({ sequence }) => sequence > place)
    return first === -1 ? [] : this.#newest.slice(first, first + PAGE)
  }

  /** Reads the log for one stream. While the database is away, it waits. */
  async #tryRead(place: number, signal: AbortSignal): Promise<LoggedChange[]> {
    for (;;) {
      try {
        return await changesBehind(this.database, place, PAGE)
      } catch (error) {
        if (signal.aborted || this.#isEnded) return []
        if (!isDatabaseUnavailable(error)) throw error
        await pauseFor(RETRY_PAUSE)
      }
    }
  }

  #next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      this.#waiting.add(wake)
      signal.addEventListener('abort', wake)
      if (signal.aborted) wake()
    })
  }

  #begin(): Promise<void> {
    this.#begun ??= this.#start().catch((error: unknown) => {
      this.#begun = null
      throw error
    })
    return this.#begun
  }

  async #start(): Promise<void> {
    this.#from = this.#last = await lastPlace(this.database)
    const look = () => void this.#refresh()
    const stopListening = await this.database.listen('onrecord_changes', look)
    const timer = setInterval(look, LOOK_INTERVAL).unref()
    this.#stop = async () => {
      clearInterval(timer)
      await stopListening()
    }
  }

  /** Reads what has come. Whoever calls while it reads waits for one more look. */
  #refresh(): Promise<void> {
    this.#isStale = true
    this.#reading ??= this.#readNewest().then(() => {
      this.#reading = null
      // Somebody may have called after the last look.
      if (this.#isStale && !this.#isEnded) void this.#refresh()
    })
    return this.#reading
  }

  async #readNewest(): Promise<void> {
    while (this.#isStale && !this.#isEnded) {
      this.#isStale = false
      try {
        const page = await changesBehind(this.database, this.#last, PAGE)
        this.#take(page)
        if (page.length === PAGE) this.#isStale = true
      } catch (error) {
        if (!isDatabaseUnavailable(error)) this.#report(error)
        this.#isStale = true
        await pauseFor(RETRY_PAUSE)
      }
    }
  }

  #take(page: LoggedChange[]): void {
    const last = page.at(-1)
    if (!last) return
    this.#last = last.sequence
    this.#newest.push(...page)
    const surplus = this.#newest.splice(0, Math.max(this.#newest.length - MOST_KEPT, 0))
    this.#from = surplus.at(-1)?.sequence ?? this.#from
    for (const wake of [...this.#waiting]) wake()
  }
}
