/** Bounds how many requests are worked on at once, and how many wait for that. */
export class Slots {
  readonly #most: number
  readonly #longestQueue: number
  readonly #patience: number
  readonly #waiting = new Set<(entered: boolean) => void>()
  #taken = 0

  /** @param patience milliseconds that a request may wait. */
  constructor({ concurrency, queue, deadline }: { concurrency: number; queue: number; deadline: number }) {
    this.#most = concurrency
    this.#longestQueue = queue
    this.#patience = deadline
  }

  /** Takes a slot, which {@link leave} gives back. False: the queue is full, or the wait was too long. */
  enter(): boolean | Promise<boolean> {
    if (this.#taken < this.#most) {
      this.#taken++
      return true
    }
    if (this.#waiting.size >= this.#longestQueue) return false
    return new Promise((resolve) => {
      const settle = (entered: boolean) => {
        clearTimeout(timer)
        this.#waiting.delete(settle)
        resolve(entered)
      }
      const timer = setTimeout(settle, this.#patience, false)
      this.#waiting.add(settle)
    })
  }

  /** Gives a slot back: the request that has waited longest gets it. */
  leave(): void {
    const [next] = this.#waiting
    if (next) next(true)
    else this.#taken--
  }
}
