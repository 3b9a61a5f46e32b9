import { fold } from './fold.js'

/** A word of a quotation as it is compared: folded, without apostrophes and brackets. */
export interface QuoteWord {
  word: string
  /** Where it stands in the text, in UTF-16 code units. */
  start: number
  end: number
  /** Something was left out or put in before it: "…", "[the bill]", "(so far)". */
  afterGap: boolean
}

/**
 * In order: a letter in brackets with the rest of its word, "(T)hese"; dots for what is left out; an insertion; a word,
 * with its apostrophes.
 */
const PART =
  /(?<changed>[([]\p{L}[)\]][\p{L}\p{M}]+(?:['’]\p{L}+)*)|(?<gap>[([]?(?:…|\.{2,}|\. \. \.)[)\]]?|\([^()]{0,200}\)|\[[^[\]]{0,200}\])|(?<word>[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*)/gu

/** The words of a quotation, whatever its case, diacritics, marks, ellipses and bracketed changes. */
export function quoteWords(text: string): QuoteWord[] {
  const words: QuoteWord[] = []
  let afterGap = false
  for (const { 0: found, index, groups } of text.matchAll(PART)) {
    const word = fold(found).replace(/[^\p{L}\p{N}]/gu, '')
    if (groups?.gap !== undefined || word === '') {
      afterGap ||= groups?.gap !== undefined
      continue
    }
    words.push({ word, start: index, end: index + found.length, afterGap })
    afterGap = false
  }
  return words
}
