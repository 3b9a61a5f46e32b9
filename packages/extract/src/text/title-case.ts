import type { Lexicon } from './lexicon.js'

/** Share of the words from which on a line counts as written in title case. */
const TITLE_SHARE = 0.85

const OPENS_WORD = /^["“‘'(]?\p{L}/u
const OPENS_CAPITAL = /^["“‘'(]?\p{Lu}/u

/**
 * Returns the share of the words that begin with a capital, 0 to 1. Words that titles write in lower case do not count.
 * Fewer than two words tell nothing and give 0.
 */
export function titleShareOf(line: string, lexicon: Lexicon): number {
  let words = 0
  let capitals = 0
  for (const word of line.split(/\s+/)) {
    if (!OPENS_WORD.test(word) || lexicon.has(word, 'small')) continue
    words++
    if (OPENS_CAPITAL.test(word)) capitals++
  }
  return words < 2 ? 0 : capitals / words
}

/** Tells whether nearly all words begin with a capital: "The Town by the Sea". */
export const isTitleCase = ({ titleShare }: { titleShare: number }): boolean => titleShare >= TITLE_SHARE

/** Tells whether every word does. */
export const isFullTitleCase = ({ titleShare }: { titleShare: number }): boolean => titleShare === 1
