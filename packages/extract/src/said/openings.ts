import type { Cue } from '../cues/cue.js'
import { mayBeFiniteVerb } from '../cues/finite-verb.js'
import { endMark, hasQuote } from '../text/quote-end.js'
import { is, type Token } from '../text/token.js'

/**
 * Returns the index after the colon of "repeated an old sentence: “The pier is safe.”", where a noun phrase only announces
 * the words; `from` without such a colon, or when what stands before it is said, too.
 */
export function afterAnnouncement(tokens: Token[], from: number, to: number): number {
  const colon = tokens.findIndex((token, i) => i > from && i < to && token.text === ':')
  if (colon < 0 || colon + 2 < to || !isWhole(tokens[colon + 1])) return from
  if (hasQuote(tokens, { from, to: colon })) return from
  return isNounPhrase(tokens, from, colon) || !hasVerb(tokens, from, colon) ? colon + 1 : from
}

/** Tells whether a clause may stand in the range. */
function hasVerb(tokens: Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (is(tokens[i], 'clauseSign') && !is(tokens[i], 'subjectPronoun')) return true
    if (mayBeFiniteVerb(tokens, i)) return true
  }
  return false
}

/** Tells whether a sentence of its own stands there in quotation marks. */
const isWhole = (token: Token | undefined) =>
  token?.kind === 'quote' && /^.\p{Lu}/u.test(token.text) && /[.!?…]/.test(endMark(token))

/** Tells whether a determiner opens the range, and no finite verb follows but in a relative clause. */
function isNounPhrase(tokens: Token[], from: number, to: number): boolean {
  if (!is(tokens[from], 'determiner')) return false
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]
    if (/^(?:that|which|who)$/.test(token?.lower ?? '')) return true
    if (is(token, 'auxiliary') && token?.lower !== 'to' && token?.lower !== "'s") return false
  }
  return true
}

/**
 * Tells whether "as" opens the cue's clause: "As Moss has pointed out", "Yet, as Moss said", "As many bakers, including
 * Moss, say".
 */
export function opensWithAs(tokens: Token[], end: number): boolean {
  const as = tokens.findIndex((token) => token.lower === 'as')
  return (
    as >= 0 &&
    as <= 2 &&
    as < end &&
    tokens.slice(0, as).every((token) => token.text === ',' || is(token, 'conjunction'))
  )
}

/** Tells whether what stands before belongs to another cue: "Though she called it “a wreck,” Moss said …". */
export const followsClause = (tokens: Token[], cue: Cue, cues: Cue[]): boolean =>
  is(tokens[0], 'leadingOpener') &&
  cues.some(
    (other) => other.kind === 'VERB' && other.subject && !other.coordinate && other.to < cue.groupFrom,
  )

/** Tokens of an aside between commas. */
const LONGEST_ASIDE = 24

/**
 * Tells whether "that" at `at` opens a clause though a comma follows: "said that, although it was old, the dam was safe". In
 * "said that, of course, was wrong" it is a pronoun.
 */
export function opensBeforeAside(tokens: readonly Token[], at: number): boolean {
  if (!is(tokens[at], 'that') || tokens[at + 1]?.text !== ',') return false
  const close = tokens.findIndex(({ text }, i) => i > at + 2 && i < at + LONGEST_ASIDE && text === ',')
  const next = tokens[close + 1]
  return close > 0 && next !== undefined && !is(next, 'auxiliary') && next.verb?.tense !== 'third'
}
