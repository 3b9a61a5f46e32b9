import type { Span } from '../types.js'
import { trimSpan } from './document.js'
import type { Lexicon } from './lexicon.js'
import type { Quote } from './quotes.js'

/** What finding speech behind a dash takes from a language. */
export interface DashKnowledge {
  lexicon: Lexicon
  /** Whether a dash at the head of a paragraph opens speech, as in Spanish and French, and no item of a list. */
  dashSpeech: boolean
}

const OPENING = /^[—–―]\s?(?=[\p{Lu}¿¡«“"])/u
/** The reporter's words between dashes, "—dijo Moss—", up to what goes on behind them. */
const ASIDE = /\s[—–―]\s?(?=\p{Ll})[^—–―]*(?:[—–―][.,;:]*\s*|$)/gu
/** A word behind a mark that may end the words; a comma is the reporter's. */
const WORD = /(?:,|(?<=[?!…]))\s+(\p{L}+)/gu

/**
 * Finds the speech of a paragraph that a dash opens, in pieces between the reporter's words: "—Vamos —dijo Moss—. Será
 * caro." None when the reporter is not there: then the paragraph may as well be an item of a list.
 */
export function findDashQuotes(
  text: string,
  paragraph: Span,
  { lexicon, dashSpeech }: DashKnowledge,
): Quote[] {
  if (!dashSpeech) return []
  const words = text.slice(paragraph.start, paragraph.end)
  const opening = OPENING.exec(words)?.[0].length ?? 0
  if (opening === 0) return []
  const asides = [...words.matchAll(ASIDE)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }))
  const verb = [...words.matchAll(WORD)].find(({ 1: word = '' }) => {
    const { verb, tags } = lexicon.entryOf(word.toLowerCase())
    return verb !== undefined || tags.has('perfect')
  })
  const cuts = asides.length > 0 ? asides : verb ? [{ from: verb.index, to: words.length }] : []
  if (cuts.length === 0) return []
  const starts = [opening, ...cuts.map(({ to }) => to)]
  const ends = [...cuts.map(({ from }) => from), words.length]
  return starts.flatMap((from, i) => {
    const span = trimSpan(text, paragraph.start + from, paragraph.start + (ends[i] ?? from))
    return span && span.end > span.start ? { ...span, inner: span, closed: true, continued: false } : []
  })
}
