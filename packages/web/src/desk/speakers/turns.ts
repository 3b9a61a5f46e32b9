import { computed, signal } from '@preact/signals'

/** Does works one after the other, in the order in which they came. */
export class Turns {
  readonly #waiting = signal(0)
  #last: Promise<unknown> = Promise.resolve()
  /** Whether something is being done. */
  readonly isBusy = computed(() => this.#waiting.value > 0)

  /** Does a work once those before it are done. */
  async take(work: () => Promise<void>): Promise<void> {
    this.#waiting.value++
    const turn = this.#last.then(work)
    // A fault of one work must not keep the next from its turn; whoever took the turn hears of it.
    this.#last = turn.catch(() => {})
    try {
      await turn
    } finally {
      this.#waiting.value--
    }
  }
}
