import type { QuoteWord } from './quote-words.js'

/** A quotation with its different words. */
interface Worded {
  distinct: ReadonlySet<string>
}

export const distinctWords = (words: readonly QuoteWord[]): ReadonlySet<string> =>
  new Set(words.map(({ word }) => word))

/**
 * Picks the candidates that share the most words with a quotation, best first; equals keep their order. Counting shared
 * words is much cheaper than an alignment, and enough to choose what is worth one.
 *
 * @param most the number of candidates to return at most.
 * @param least the part, 0 to 1, of the shorter quotation's words that must stand in the longer one.
 */
export function rankBySharedWords<Candidate extends Worded>(
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
