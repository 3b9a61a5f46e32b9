import type { Token } from './tokens.js'

const CLOSING = /[\s'’‘”“"＂»«›‹」』]/

/** The last mark of a quotation's own words: "," of "“Well,”"; empty when it ends in a word. */
export function endMark(quote: Token | undefined): string {
  if (quote?.kind !== 'quote') return ''
  let end = quote.text.length
  while (end > 1 && CLOSING.test(quote.text.charAt(end - 1))) end--
  const last = quote.text.charAt(end - 1)
  return /[,.!?…—–-]/.test(last) ? last : ''
}
