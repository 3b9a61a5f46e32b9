/** A word or a phrase of a search. `distance`: how many words a word of a phrase may stand after the one before it. */
export type SearchTerm = readonly { lexeme: string; distance: number }[]

/** Reads the words and phrases of a tsquery: 'it''s' & 'joint' <-> 'statement' gives it's, joint statement. */
export function termsIn(tree: string): SearchTerm[] {
  const terms: { lexeme: string; distance: number }[][] = []
  let end = 0
  for (const { 0: quoted, 1: written = '', index } of tree.matchAll(/'((?:[^'\\]|''|\\\\)*)'/g)) {
    const lexeme = written.replace(/''/g, "'").replace(/\\\\/g, '\\')
    const follows = /^ *<(-|\d+)> *$/.exec(tree.slice(end, index))
    const term = terms.at(-1)
    if (follows && term) term.push({ lexeme, distance: follows[1] === '-' ? 1 : Number(follows[1]) })
    else terms.push([{ lexeme, distance: 0 }])
    end = index + quoted.length
  }
  return terms
}

/**
 * Finds the words of a text that belong to a search term. The words of a phrase count only where they follow each other.
 *
 * @param words the lexemes of each word of the text, in order; a compound such as "cut-off" has several.
 * @returns the indices of these words.
 */
export function indicesOfTerms(
  terms: readonly SearchTerm[],
  words: readonly (ReadonlySet<string> | undefined)[],
): ReadonlySet<number> {
  const places = new Set<number>()
  for (const [first, ...rest] of terms) {
    for (let i = 0; first && i < words.length; i++) {
      if (!words[i]?.has(first.lexeme)) continue
      const found = [i]
      for (const { lexeme, distance } of rest) {
        const last = found.at(-1) as number
        const next = Array.from({ length: distance + 1 }, (_, k) => last + k).find((at) =>
          words[at]?.has(lexeme),
        )
        if (next === undefined) break
        found.push(next)
      }
      if (found.length > rest.length) for (const place of found) places.add(place)
    }
  }
  return places
}
