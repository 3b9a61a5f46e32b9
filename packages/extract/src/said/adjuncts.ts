import type { Cue } from '../cues/cue.js'
import { isEnd } from '../text/marks.js'
import { isTitleCase } from '../text/title-case.js'
import { is, type Token } from '../text/token.js'

/** Tells whether a clause begins there: a finite verb or its subject, not "May" the month. */
export const isClauseWord = (token: Token) =>
  is(token, 'clauseWord') && !(token.capital && is(token, 'month'))

/** Tokens that name somebody who is told to do something. */
const ADDRESSEE_REACH = 16

/**
 * Returns the index of what somebody is told to do, "told the mayor, a baker, to mend it"; -1 without an infinitive.
 */
export function infinitiveAfter(tokens: Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length - 1, from + ADDRESSEE_REACH); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word' && !/^[,&’'()-]$/.test(token?.text ?? '')) return -1
    if (!token || is(token, 'that') || isClauseWord(token)) return -1
    if (token.lower === 'to' && opensInfinitive(tokens[i + 1]))
      return /^(?:not|never)$/.test(tokens[i - 1]?.lower ?? '') ? i - 1 : i
  }
  return -1
}

/** Tells whether "to" before the token opens an infinitive: "to mend", "to “mend”", not "to the mayor", "to Ruhn". */
const opensInfinitive = (token: Token | undefined) =>
  token?.kind === 'quote' ||
  (token?.kind === 'word' && !token.capital && !is(token, 'determiner') && !/^\p{N}/u.test(token.text))

/** Returns the index of a "that" near by with no other clause between; -1 without one. */
export function findThat(tokens: Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length, from + 16); i++) {
    const token = tokens[i]
    if (!token || (token.kind === 'quote' && !isTitleCase(token)) || /^[:;.?!]$/.test(token.text)) return -1
    if (is(token, 'that')) return i
    if (isClauseWord(token) || token.lower === 'to' || (token.text === ',' && i > from + 6)) return -1
  }
  return -1
}

/** Returns the index after "Friday", "on Friday" at `from`. */
export function skipDay(tokens: Token[], from: number): number {
  const day = tokens[from]?.lower === 'on' ? from + 1 : from
  return is(tokens[day], 'day') ? day + 1 : from
}

/** Returns the index after "Friday", "in a statement", "on Twitter", "during a rally in Ruhn" at `from`. */
export function skipAdjuncts(tokens: Token[], from: number, cue: Cue): number {
  let k = from
  for (let guard = 0; guard < 8; guard++) {
    if (tokens[k + 1]?.lower === "'s") return k
    const past = k + (timeLength(tokens, k, cue) || mannerLength(tokens, k))
    const next = past > k || cue.verbClass === 'OBJECT' ? past : skipPrepositional(tokens, k)
    if (next === k) return k
    k = next
  }
  return k
}

/**
 * Returns the index of a "that" which an aside between commas parts from the verb, "said at a stop in Ruhn, Osten, that",
 * "insists, most recently on Monday, that"; -1 without one.
 */
export function thatAfterAside(tokens: Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length, from + 24); i++) {
    const token = tokens[i]
    if (!token || token.kind === 'quote' || /^[:;.?!]$/.test(token.text)) return -1
    if (is(token, 'that')) return i > from && tokens[i - 1]?.text === ',' ? i : -1
    if (isClauseWord(token)) return -1
  }
  return -1
}

/** Counts the tokens of an adverb that tells how it was said, "argued insistently that", "added warily: “…”". */
const mannerLength = (tokens: Token[], k: number): number => {
  const next = tokens[k + 1]
  return is(tokens[k], 'adverbEnding') && (is(next, 'that') || next?.text === ':') ? 1 : 0
}

/** Counts the tokens of "Friday", "later", "last week", "June 4" at `k`; 0 when no time stands there. */
function timeLength(tokens: Token[], k: number, cue: Cue): number {
  const token = tokens[k]
  const next = tokens[k + 1]
  if (token?.kind !== 'word') return 0
  if (is(token, 'day')) return is(next, 'period') ? 2 : 1
  if (is(token, 'whichPeriod') && next) {
    if (is(next, 'period') || is(next, 'day') || (is(next, 'month') && next.capital)) return 2
  }
  if (is(token, 'time') && !is(token, 'ambiguousTime') && !token.capital) return 1
  const month = token.capital && is(token, 'month') && cue.verbClass !== 'OBJECT'
  if (month) return /^\d/.test(next?.text ?? '') ? 2 : 1
  return 0
}

/**
 * Returns the index after "in a statement", "on Twitter" at `k`, a comma before it included; `k` when none stands
 * there.
 */
function skipPrepositional(tokens: Token[], k: number): number {
  const comma = tokens[k]?.text === ','
  const at = comma ? k + 1 : k
  if (!is(tokens[at], 'adjunctPreposition')) return k
  const show = titleQuote(tokens, at)
  if (show > 0) return show
  const venue = venueAfter(tokens, at)
  if (venue > 0) return comma && tokens[venue + 1]?.text === ',' ? venue + 2 : venue + 1
  if (is(tokens[at + 1], 'day')) {
    const end = is(tokens[at + 2], 'period') ? at + 3 : at + 2
    return comma && tokens[end]?.text === ',' ? end + 1 : end
  }
  return Math.max(k, adjunctGoal(tokens, at))
}

/** Returns the index of a venue close by, "in a phone interview", "on the Ruhn show"; -1 without one. */
function venueAfter(tokens: Token[], at: number): number {
  let venue = -1
  for (let i = at + 1; i < Math.min(tokens.length, at + 9); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word' || is(token, 'that') || (i > at + 1 && isClauseWord(token))) break
    if (is(token, 'venue')) venue = i
    else if (venue >= 0) break
  }
  return venue
}

/**
 * Returns the index after the title of a programme, "on Ruhn Radio's “Morning Tide”", which is not said; -1 without
 * one.
 */
function titleQuote(tokens: Token[], at: number): number {
  for (let i = at + 1; i < Math.min(tokens.length, at + 6); i++) {
    const token = tokens[i]
    if (token?.kind === 'quote') {
      if (!isTitleCase(token) || token.text.length > 50) return -1
      return tokens[i + 1]?.text === ',' && tokens[i + 2]?.kind !== 'quote' ? i + 2 : i + 1
    }
    if (token?.kind === 'mark' && token.text !== '&') return -1
  }
  return -1
}

/**
 * Returns where the phrase of a preposition ends: at "that", a comma, a colon, a quotation or the sentence's end; -1
 * when it ends otherwise.
 */
function adjunctGoal(tokens: Token[], at: number): number {
  for (let i = at + 1; i <= Math.min(tokens.length, at + 15); i++) {
    const token = tokens[i]
    if (!token || isEnd(token) || is(token, 'that') || /^[:,]$/.test(token.text)) return i
    if (token.kind === 'quote') return i
    if (token.kind === 'mark' && !/^[&/’'().-]$/.test(token.text)) return -1
    if (isClauseWord(token)) return -1
  }
  return -1
}

/** Tokens from a verb to the "that" of "repeated her old claim that". */
const RESTATED_REACH = 4

/** Returns the index of the "that" which the speaker's own noun takes, "repeated her claim that"; -1 without one. */
export function restatedThat(tokens: Token[], from: number): number {
  if (!is(tokens[from], 'possessive')) return -1
  const noun = tokens.findIndex(
    (token, i) => i > from && i < from + RESTATED_REACH && is(token, 'reportingNoun'),
  )
  return noun > 0 && is(tokens[noun + 1], 'that') ? noun + 1 : -1
}
