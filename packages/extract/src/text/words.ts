import type { Span } from '../types.js'

/** A word of the text, lower case, without an elided article or a genitive ending, with its place. */
export interface Word extends Span {
  lower: string
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.'’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu

/** The ’s of "Moss’s", the l’ of "l’eau". */
const AROUND_WORD = /['’]s$|^(?:[cdjlmnst]|qu)['’](?=\p{L}{2})/gu

/** Reads all words of a span, quotations included. */
export function readWords(text: string, span: Span): Word[] {
  const words: Word[] = []
  for (const match of text.slice(span.start, span.end).matchAll(WORD)) {
    const start = span.start + match.index
    const lower = match[0].toLowerCase().replace(AROUND_WORD, '')
    words.push({ lower, start, end: start + match[0].length })
  }
  return words
}

/** Returns the span from the first to the last of `count` words; null when there are fewer. */
export function spanOf(words: Word[], from: number, count: number): Span | null {
  const first = words[from]
  const last = words[from + count - 1]
  return first && last ? { start: first.start, end: last.end } : null
}
