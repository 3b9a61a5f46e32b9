import type { Cue } from '../cues/cue.js'
import { isDash } from '../text/marks.js'
import { endMark, hasQuote, opensSentence } from '../text/quote-end.js'
import { isTitleCase } from '../text/title-case.js'
import { is, type Range, type Token } from '../text/token.js'
import { sumsUp } from './reception.js'

/** Tells whether the range says when it was said, not what: "On Tuesday", "Last year", "But earlier". */
export function isTimely(tokens: Token[], range: Range): boolean {
  const words = tokens.slice(range.from, range.to)
  return words.some((token) => is(token, 'day')) || (words.length < 3 && words.every(isTimeWord))
}

const isTimeWord = (token: Token) =>
  (is(token, 'time') && !is(token, 'turn')) ||
  is(token, 'period') ||
  is(token, 'conjunction') ||
  is(token, 'timeLink')

/** Tells whether, after ", Moss said,", the reporter goes on, not the speaker. */
export const startsAside = (token: Token): boolean =>
  is(token, 'participleEnding') || is(token, 'asideOpener')

/**
 * Returns what stands before the cue's subject, where a comma, a dash or a closing mark parts it from the subject; null
 * without such words.
 */
export function wordsBefore(tokens: Token[], cue: Cue): Range | null {
  // "…, a claim that Hale denies": he denies it, and says nothing.
  if (sumsUp(tokens, cue.groupFrom)) return null
  let to = cue.groupFrom
  if (tokens[to - 1]?.lower === 'as') to--
  const mark = tokens[to - 1]
  if (!mark) return null
  if (mark.text === ',' || isDash(mark)) to--
  else if (mark.kind !== 'quote') return null
  else if (endMark(mark) === '' && mark.text.length < 40) return null
  // The words begin after a colon: "Moss wrote to them: “…,” she said".
  const colon = tokens.findLastIndex(
    (token, i) => i < to && token.text === ':' && tokens[i + 1]?.kind === 'quote',
  )
  const from = Math.max(colon + 1, quoteBehindFront(tokens, to))
  if (to <= from || endsInTitle(tokens, from, to)) return null
  return { from, to }
}

/**
 * Returns the index of the quotation that ends before `to`, when it is a whole sentence and only an adverbial with a comma
 * stands before it, which is the reporter's: "As for the pier, “We will mend it,” Moss said"; -1 without one.
 */
function quoteBehindFront(tokens: Token[], to: number): number {
  const at = to - 1
  const quote = tokens[at]
  const whole = quote && opensSentence(quote) && !isTitleCase(quote)
  if (!whole || tokens[at - 1]?.text !== ',' || !is(tokens[0], 'fronting')) return -1
  return tokens.slice(0, at - 1).some((token) => token.text === ',' || is(token, 'clauseSign')) ? -1 : at
}

/**
 * Tells whether the range names a work with words of the reporter's before it: "On the show “Ruhn Today,” Moss said …",
 * "On the show “Ruhn Today” on Monday, Moss said …".
 */
function endsInTitle(tokens: Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]
  if (last?.kind === 'quote') return to - from > 1 && tokens[from]?.kind !== 'quote' && isTitleCase(last)
  const title = tokens.findIndex((token, i) => i > from && i < to && token.kind === 'quote')
  return title > 0 && is(tokens[from], 'preposition') && isTitleCase(tokens[title] as Token)
}

/** Tells whether the range is an adverbial of the reporter's: "On Tuesday", "Asked about it". */
export function isFronted(tokens: Token[], range: Range): boolean {
  const first = tokens[range.from]
  if (!first || first.kind === 'quote') return false
  if (range.to - range.from < 3) return true
  if (hasQuote(tokens, range) && range.to - range.from < 12) return false
  return is(first, 'fronting') || is(first, 'participleEnding') || is(first, 'adverbEnding')
}

/** Returns the words before "according to" without the comma; null when they are too few to be a clause. */
export function wordsUpTo(tokens: Token[], end: number): Range | null {
  let to = end
  while (to > 0 && (tokens[to - 1]?.text === ',' || isDash(tokens[to - 1]))) to--
  if (to < 3 && !hasQuote(tokens, { from: 0, to })) return null
  return { from: 0, to }
}
