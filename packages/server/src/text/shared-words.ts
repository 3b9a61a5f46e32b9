import type { QuoteWord } from './quote-words.js'

/** A quotation with its words, each once. */
interface Worded {
  distinct: ReadonlySet<string>
}

export const distinctWords = (words: readonly QuoteWord[]): ReadonlySet<string> =>
  new Set(words.map(({ word }) => word))

/**
 * Those that share most words with a quotation, the most first; those that share equally many stay in their order.
 * It is cheap to tell, and enough to choose what is worth an alignment.
 *
 * @param most how many.
 * @param least the part of the words of the one with fewer that must stand in the other, 0 to 1.
 */
export function mostShared<Candidate extends Worded>(
  { distinct: wanted }: Worded,
  candidates: readonly Candidate[],
  most: number,
  least = 0,
): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, shared: sharedWords(wanted, candidate.distinct) }))
    .filter(({ candidate, shared }) => shared >= least * Math.min(wanted.size, candidate.distinct.size))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of fewer) if (more.has(word)) shared++
  return shared
}
