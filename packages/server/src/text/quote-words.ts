import { fold } from './fold.js'

/** A word of a quotation in the form that is compared: folded, without apostrophes and brackets. */
export interface QuoteWord {
  word: string
  /** Where the word stands in the text, in UTF-16 code units. */
  start: number
  end: number
  /** Whether the author left something out or put something in before the word: "…", "[the bill]", "(so far)". */
  afterGap: boolean
  /** Whether only a space or a hyphen parts the word from the one before, both of letters: "can not", "e-mail". */
  mayJoin: boolean
}

/**
 * The alternatives, in order: a word whose first letter is in brackets, "(T)hese"; dots for words that were left out; an
 * insertion in brackets; a word with its apostrophes.
 */
const PART =
  /(?<changed>[([]\p{L}[)\]][\p{L}\p{M}]+(?:['’]\p{L}+)*)|(?<gap>[([]?(?:…|\.{2,}|\.(?:\s\.){2,})[)\]]?|\([^()]{0,200}\)|\[[^[\]]{0,200}\])|(?<word>[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*)/gu

const BETWEEN_PARTS = /^[\s\u00ad\u2010\u2011-]$/
const LETTERS = /^\p{L}+$/u

/** Reads the words of a quotation without regard to case, diacritics, marks, ellipses and bracketed changes. */
export function quoteWords(text: string): QuoteWord[] {
  const words: QuoteWord[] = []
  let afterGap = false
  let end = 0
  for (const { 0: found, index, groups } of text.matchAll(PART)) {
    const word = fold(found).replace(/[^\p{L}\p{N}]/gu, '')
    if (groups?.gap !== undefined || word === '') {
      afterGap ||= groups?.gap !== undefined
      continue
    }
    const before = words.at(-1)?.word ?? ''
    const mayJoin =
      BETWEEN_PARTS.test(text.slice(end, index)) && LETTERS.test(before) && LETTERS.test(word) && !afterGap
    end = index + found.length
    words.push({ word, start: index, end, afterGap, mayJoin })
    afterGap = false
  }
  return words
}
