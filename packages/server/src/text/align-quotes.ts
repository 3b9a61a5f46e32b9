import type { QuoteWord } from './quote-words.js'

/** How the words of two quotations correspond. */
export interface Alignment {
  /** 0 to 1; 1 when the shorter quotation stands in the longer one word for word. */
  similarity: number
  /** The first and the last pair of corresponding words: index in the first quotation, index in the second. */
  first: [number, number]
  last: [number, number]
}

/** Cost of a word that the shorter quotation leaves out where it marks a gap: low, because its author says so. */
const LEFT_OUT = 0.1
/** Cost of a word that the longer quotation leaves out at a gap: higher, or every word would count as left out. */
const LEFT_OUT_OF_OTHER = 0.5

/**
 * Aligns the shorter of two quotations with a stretch of the longer one at the lowest cost. A word that is missing,
 * added or different costs 1; a word that is nearly the same costs the part by which it differs; one word written as two
 * costs nothing.
 *
 * @returns null when they have no word in common.
 */
export function alignQuotes(a: readonly QuoteWord[], b: readonly QuoteWord[]): Alignment | null {
  if (a.length <= b.length) return alignWithin(a, b)
  const swapped = alignWithin(b, a)
  const swap = ([x, y]: [number, number]): [number, number] => [y, x]
  return swapped && { ...swapped, first: swap(swapped.first), last: swap(swapped.last) }
}

const [PAIR, SKIP_INNER, SKIP_OUTER, SPLIT, JOIN] = [0, 1, 2, 3, 4]

/** How many words of the inner and of the outer quotation a step goes back. */
const BACK: readonly (readonly [inner: number, outer: number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
]

function alignWithin(inner: readonly QuoteWord[], outer: readonly QuoteWord[]): Alignment | null {
  const width = outer.length + 1
  const costs = new Float64Array((inner.length + 1) * width)
  const steps = new Uint8Array((inner.length + 1) * width)
  const likeness = createLikeness()
  for (let i = 1; i <= inner.length; i++) {
    const word = inner[i - 1] as QuoteWord
    costs[i * width] = i
    steps[i * width] = SKIP_INNER
    for (let j = 1; j <= outer.length; j++) {
      const other = outer[j - 1] as QuoteWord
      const at = i * width + j
      const pair = (costs[at - width - 1] as number) + 1 - likeness(word.word, other.word)
      const skipInner = (costs[at - width] as number) + (outer[j]?.afterGap ? LEFT_OUT_OF_OTHER : 1)
      const skipOuter = (costs[at - 1] as number) + (inner[i]?.afterGap ? LEFT_OUT : 1)
      costs[at] = Math.min(pair, skipInner, skipOuter)
      steps[at] = costs[at] === pair ? PAIR : costs[at] === skipInner ? SKIP_INNER : SKIP_OUTER
      const split = isJoined(word, outer[j - 2], other) ? (costs[at - width - 2] as number) : Infinity
      const joined = isJoined(other, inner[i - 2], word) ? (costs[at - 2 * width - 1] as number) : Infinity
      if (Math.min(split, joined) < (costs[at] as number)) {
        costs[at] = Math.min(split, joined)
        steps[at] = split <= joined ? SPLIT : JOIN
      }
    }
  }
  const row = inner.length * width
  let j = 0
  for (let end = 1; end < width; end++) {
    if ((costs[row + end] as number) < (costs[row + j] as number)) j = end
  }
  const similarity = Math.max(0, 1 - (costs[row + j] as number) / Math.max(1, inner.length))
  let first: [number, number] | null = null
  let last: [number, number] | null = null
  for (let i = inner.length; i > 0; ) {
    const step = steps[i * width + j] as number
    const end: [number, number] = [i - 1, j - 1]
    const [innerWords, outerWords] = BACK[step] as readonly [number, number]
    i -= innerWords
    j -= outerWords
    const isPair = step === PAIR && likeness(inner[i]?.word ?? '', outer[j]?.word ?? '') > 0
    if (isPair || step === SPLIT || step === JOIN) {
      first = [i, j]
      last ??= end
    }
  }
  return first && last && { similarity, first, last }
}

/** Whether a word is two neighbours written as one: "cannot" and "can not", "email" and "e-mail". */
const isJoined = ({ word }: QuoteWord, first: QuoteWord | undefined, second: QuoteWord): boolean =>
  second.mayJoin &&
  first !== undefined &&
  word.length === first.word.length + second.word.length &&
  word.startsWith(first.word) &&
  word.endsWith(second.word)

/**
 * Creates a function that says how alike two words are, 0 to 1, by the pairs of letters that they share (Dice
 * coefficient). Words that are less than half alike are different words: 0. It caches the pairs of each word.
 */
function createLikeness() {
  const pairs = new Map<string, Map<string, number>>()
  const pairsOf = (word: string) => {
    const known = pairs.get(word)
    if (known) return known
    const counts = new Map<string, number>()
    for (let i = 0; i + 1 < word.length; i++) {
      const pair = word.slice(i, i + 2)
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
    pairs.set(word, counts)
    return counts
  }
  return (a: string, b: string): number => {
    if (a === b) return 1
    if (a.length < 4 || b.length < 4 || Math.abs(a.length - b.length) > 3) return 0
    const [first, second] = [pairsOf(a), pairsOf(b)]
    let shared = 0
    for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0)
    const dice = (2 * shared) / (a.length + b.length - 2)
    return dice < 0.5 ? 0 : dice
  }
}
