/** The place of words in a text, with the text around them. */
export interface Place {
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

/** Where words of an earlier text stand in a changed text. */
export type Relocation =
  | { status: 'EXACT' | 'MOVED'; start: number; end: number }
  | { status: 'AMBIGUOUS' | 'ORPHANED' }

/**
 * Looks for exactly the words of a place in a changed text. The status is ORPHANED when the words are gone, and AMBIGUOUS
 * when they stand there several times and the text around them does not tell these places apart.
 */
export function relocate({ start, end, exact, prefix, suffix }: Place, text: string): Relocation {
  const inContext = prefix + exact + suffix
  if (text.startsWith(inContext, start - prefix.length)) return { status: 'EXACT', start, end }
  const only = onlyIndexOf(text, exact)
  if (only === 'none') return { status: 'ORPHANED' }
  if (only !== 'several') return { status: 'MOVED', start: only, end: only + exact.length }
  const context = onlyIndexOf(text, inContext)
  if (typeof context !== 'number') return { status: 'AMBIGUOUS' }
  const moved = context + prefix.length
  return { status: 'MOVED', start: moved, end: moved + exact.length }
}

function onlyIndexOf(text: string, words: string): number | 'none' | 'several' {
  const first = text.indexOf(words)
  if (first < 0) return 'none'
  return text.indexOf(words, first + 1) < 0 ? first : 'several'
}

/** Most code units of a prefix and of a suffix. */
const CONTEXT = 32

/** The words of a range with the text around them, which never begins or ends inside a surrogate pair. */
export function placeOf(text: string, start: number, end: number): Place {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + CONTEXT).replace(/[\uD800-\uDBFF]$/, ''),
  }
}

/** The overlap of two ranges: intersection over union, 0 to 1. */
export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
