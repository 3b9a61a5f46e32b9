/** The words of a list that white space separates. */
export const wordSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Pairs of words, written as “short:full”, that white space separates. */
export const wordPairs = (pairs: string): ReadonlyMap<string, string> =>
  new Map([...wordSet(pairs)].map((pair) => pair.split(':') as [string, string]))

/** No words at all. */
export const NO_WORDS: ReadonlySet<string> = new Set()
