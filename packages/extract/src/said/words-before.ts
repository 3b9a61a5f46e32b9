import type { Cue } from '../cues/cue.js'
import { CONJUNCTIONS, DAYS, FRONTING, PERIODS, TIME_WORDS } from '../languages/en/words.js'
import { endMark } from '../text/quote-end.js'
import { isTitleCase } from '../text/title-case.js'
import type { Range, Token } from '../text/tokens.js'
import { isDash } from './clause-end.js'

/** "On Tuesday", "Last year", "But earlier": when it was said, not what. */
export function isTimely(tokens: Token[], range: Range): boolean {
  const words = tokens.slice(range.from, range.to)
  return (
    words.some((token) => DAYS.has(token.lower)) ||
    (words.length < 3 && words.every((token) => isTimeWord(token.lower)))
  )
}

const isTimeWord = (lower: string) =>
  TIME_WORDS.has(lower) || PERIODS.has(lower) || CONJUNCTIONS.has(lower) || LINKS.has(lower)

const LINKS = new Set(
  'this time last that next late early however moreover meanwhile furthermore additionally finally nevertheless nonetheless indeed similarly besides afterward'.split(
    ' ',
  ),
)

const ASIDE_OPENERS = new Set(
  'which who whose a an the according but though although while as before after when with in on at during under by from for to not compared head more less recently then'.split(
    ' ',
  ),
)

/** After ", Moss said,": the reporter goes on, not the speaker. */
export const startsAside = (token: Token): boolean =>
  /ing$/.test(token.lower) || ASIDE_OPENERS.has(token.lower)

/** What stands before the cue's subject in the sentence: "…," with a comma, dash or closing mark. */
export function wordsBefore(tokens: Token[], cue: Cue): Range | null {
  let to = cue.groupFrom
  if (tokens[to - 1]?.lower === 'as') to--
  const mark = tokens[to - 1]
  if (!mark) return null
  if (mark.text === ',' || isDash(mark)) to--
  else if (mark.kind !== 'quote') return null
  else if (endMark(mark) === '' && mark.text.length < 40) return null
  // "Moss wrote to them: “…,” she said": the words begin after the colon.
  const colon = tokens.findLastIndex(
    (token, i) => i < to && token.text === ':' && tokens[i + 1]?.kind === 'quote',
  )
  const from = colon + 1
  if (to <= from || endsInTitle(tokens, from, to)) return null
  return { from, to }
}

/** "On the show “Ruhn Today,” Moss said …": the name of a work, with the reporter's words before it. */
function endsInTitle(tokens: Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]
  return last?.kind === 'quote' && to - from > 1 && tokens[from]?.kind !== 'quote' && isTitleCase(last.text)
}

/** Ends as a quotation does before its cue: "…," "…?" */
export const isSpoken = (token: Token | undefined) => /[,!?—-]/.test(endMark(token))

/** Whether a quotation stands in the range. */
export function hasQuote(tokens: Token[], range: Range): boolean {
  for (let i = range.from; i < range.to; i++) if (tokens[i]?.kind === 'quote') return true
  return false
}

/** "On Tuesday", "Asked about it": no words of the speaker. */
export function isFronted(tokens: Token[], range: Range): boolean {
  const first = tokens[range.from]
  if (!first || first.kind === 'quote') return false
  if (range.to - range.from < 3) return true
  if (hasQuote(tokens, range) && range.to - range.from < 12) return false
  return FRONTING.has(first.lower) || /(?:ing|ly)$/.test(first.lower)
}

/** The words before "according to", its comma left out; null when they are too few to be a clause. */
export function wordsUpTo(tokens: Token[], end: number): Range | null {
  let to = end
  while (to > 0 && (tokens[to - 1]?.text === ',' || isDash(tokens[to - 1]))) to--
  if (to < 3) return null
  return { from: 0, to }
}
