import type { Token } from './token.js'

const CLOSING = /[\s'’‘”“"＂»«›‹」』]/

/** Returns the last mark of a quotation's own words, "," for "“Well,”"; an empty string when they end in a word. */
export function endMark(quote: Token | undefined): string {
  if (quote?.kind !== 'quote') return ''
  let end = quote.text.length
  while (end > 1 && CLOSING.test(quote.text.charAt(end - 1))) end--
  const last = quote.text.charAt(end - 1)
  return /[,.!?…—–-]/.test(last) ? last : ''
}

/** Tells whether a quotation ends as it does before its cue: "…," "…?" */
export const isSpoken = (token: Token | undefined) => /[,!?—-]/.test(endMark(token))

/** Tells whether a quotation opens like a sentence, with a capital: "“We stayed …", not "“a sad day”". */
export const opensSentence = (token: Token | undefined) =>
  token?.kind === 'quote' && /^\P{L}*\p{Lu}/u.test(token.text)

/** Tells whether a quotation stands in the range. */
export function hasQuote(tokens: Token[], range: { from: number; to: number }): boolean {
  for (let i = range.from; i < range.to; i++) if (tokens[i]?.kind === 'quote') return true
  return false
}
