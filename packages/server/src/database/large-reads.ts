import { LRUCache } from 'lru-cache'
import { BusyError } from './errors.js'

/** Bytes from which on the rows of a statement are many. */
export const LARGE = 3_000_000

/** How many statements with many bytes run at once, and how many wait for that. */
const [MOST_LARGE, LONGEST_QUEUE] = [1, 3]

/** Most characters of the statements that are known to give many bytes. */
const MOST_KNOWN = 1_000_000

/** A set of the statements that have given many bytes lately. */
export const knownLarge = () =>
  new LRUCache<string, true>({ maxSize: MOST_KNOWN, sizeCalculation: (_, text) => text.length })

/** Milliseconds between the end of a large read and the next. */
const PAUSE = 250

/**
 * Bounds how many statements give many bytes at the same time: each takes memory for its rows and for the answer that is
 * made of them, and keeps others waiting while it is written.
 */
export class LargeReads {
  readonly #most: number
  readonly #longestQueue: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  /** @param most how many run. @param longestQueue how many wait for that, holding their connections. */
  constructor(most = MOST_LARGE, longestQueue = LONGEST_QUEUE) {
    this.#most = most
    this.#longestQueue = longestQueue
  }

  /** Runs a function once there is room. @throws BusyError when too many wait already. */
  enter(run: () => void): void {
    if (this.#running < this.#most) {
      this.#running++
      run()
    } else if (this.#waiting.length < this.#longestQueue) this.#waiting.push(run)
    else throw new BusyError('too many statements give many bytes at the same time')
  }

  /** Takes a waiting function back. @returns false when it has run. */
  withdraw(run: () => void): boolean {
    const index = this.#waiting.indexOf(run)
    if (index >= 0) this.#waiting.splice(index, 1)
    return index >= 0
  }

  /** Gives the room back, after a pause in which the answer is made of the rows and smaller requests have their turn. */
  leave(): void {
    setTimeout(() => {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }, PAUSE)
  }
}
