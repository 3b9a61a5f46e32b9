/**
 * Makes choices from a source of whole numbers: a seeded one for the world, a list of fast-check for an operation. A zero
 * is the least choice of each kind, so that a shorter list with smaller numbers makes a smaller operation.
 */
export class Choices {
  readonly #next: () => number

  constructor(next: () => number) {
    this.#next = next
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    return limit <= 1 ? 0 : this.#next() % limit
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent
  }

  /** At most so many different values, in any order. */
  some<T>(values: readonly T[], most: number): T[] {
    const left = [...values]
    const taken: T[] = []
    const count = this.below(Math.min(most, left.length) + 1)
    for (let n = 0; n < count; n++) taken.push(...left.splice(this.below(left.length), 1))
    return taken
  }
}

/** A source of the same numbers for the same seed: https://en.wikipedia.org/wiki/Xorshift */
export function seeded(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) >>> 3
  }
}

/** A source of the given numbers, and of zeros when they end. */
export function tape(numbers: readonly number[]): () => number {
  let at = 0
  return () => numbers[at++] ?? 0
}
