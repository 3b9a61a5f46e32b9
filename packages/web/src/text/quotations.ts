import type { Span } from './runs.js'
import { wordsOf } from './words.js'

/** Pairs of quotation marks. The first one that a text has decides; single ones are taken only where no double ones are. */
const PAIRS: readonly RegExp[] = [
  /“([^“”]+)(?:”|$)|„([^„“”]+)(?:[“”]|$)|"([^"]+)(?:"|$)|«([^«»]+)(?:»|$)|»([^«»]+)«/dgu,
  /‘((?:[^‘’]|’(?=\p{L}))+)(?:’(?!\p{L})|$)|(?<!\p{L})'((?:[^']|'(?=\p{L}))+)(?:'(?!\p{L})|$)/dgu,
]

/** Fewer words than these say too little to be looked up. */
const LEAST_WORDS = 3

/** A quotation in a text that somebody pasted, without its marks. */
export interface Quotation extends Span {
  text: string
}

/**
 * The quotations in a text. A text without quotation marks is one quotation; so is one with nothing outside of them but the
 * words of a reporter between its two parts, when these are short.
 *
 * @param most most quotations; what comes behind them is left out.
 */
export function quotationsIn(text: string, most: number): { quotations: Quotation[]; tooMany: boolean } {
  const found = PAIRS.map((pair) => [...text.matchAll(pair)].map(spanOf)).find((spans) => spans.length > 0)
  const all = (found ?? [])
    .map((span) => trimmed(text, span))
    .filter(({ text: words }) => wordsOf(words).length >= LEAST_WORDS)
  const quotations = all.length > 0 ? all : [trimmed(text, { start: 0, end: text.length })]
  return { quotations: quotations.slice(0, most), tooMany: quotations.length > most }
}

function spanOf({ indices }: RegExpExecArray): Span {
  const [start, end] = indices?.slice(1).find((group) => group !== undefined) ?? [0, 0]
  return { start, end }
}

function trimmed(text: string, { start, end }: Span): Quotation {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = end - (words.length - words.trimEnd().length)
  return { text: text.slice(from, Math.max(from, to)), start: from, end: Math.max(from, to) }
}
