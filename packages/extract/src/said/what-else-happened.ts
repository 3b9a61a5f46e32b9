import type { Cue } from '../cues/cue.js'
import { isFiniteVerb, isPastForm, skipAdverbs } from '../cues/finite-verb.js'
import { isDash } from '../text/marks.js'
import { is, type Range, type Token } from '../text/token.js'
import { predicateOf } from './predicate-of.js'

/** Tokens of a subject. */
const SUBJECT_REACH = 8

/**
 * Tells whether the clause behind the words so far tells what else happened, and is none of theirs: "said the pier was
 * old, but Hale disagreed", "… and left for lunch", "…, drawing applause". Where the words themselves may go on, the tense
 * decides: what would be or was is followed by what somebody did. `words` ends at the token asked about.
 */
export function goesOnWithoutSpeaker(tokens: Token[], words: Range, end: number, cue: Cue): boolean {
  const at = words.to
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next || cue.kind !== 'VERB' || token.kind === 'quote') return false
  if (token.text === ',') {
    if (/^(?:and|but|then)$/.test(next.lower)) return joinsEvent(tokens, words, at + 1, cue)
    return (
      isReaction(tokens, at + 1) ||
      isLater(tokens, at + 1) ||
      sumsUp(tokens, at + 1) ||
      isGloss(tokens, at + 1, end)
    )
  }
  if (isDash(token)) return partsClause(tokens, at, end)
  if (token.lower === 'and' && tokens[at - 1]?.text !== ',') return sharesSpeaker(tokens, words, at + 1, cue)
  if (/^(?:as|before)$/.test(token.lower)) return departs(tokens, words, at)
  if (/^(?:while|after)$/.test(token.lower) && is(tokens[at + 1], 'participleEnding'))
    return departs(tokens, words, at)
  return /^(?:to|amid)$/.test(token.lower) && is(next, 'reaction') && !next.verb
}

/** Tells whether ", and …", ", but …" opens a clause about what somebody did, while the words tell what is or will be. */
function joinsEvent(tokens: Token[], words: Range, joiner: number, cue: Cue): boolean {
  const first = tokens[joiner + 1]?.lower === 'then' ? joiner + 2 : joiner + 1
  const verb = skipAdverbs(tokens, first)
  if (cue.tense !== 'past') return false
  const predicate = predicateOf(tokens, words)
  if (isPast(tokens, verb)) return is(tokens[verb], 'departing') || predicate === 'FUTURE'
  const subject = tokens[first]
  const own = verbOfSubject(tokens, first)
  if (own < 0 || is(subject, 'that')) return false
  if (is(tokens[own], 'responding')) return true
  if (is(subject, 'subjectPronoun')) return is(tokens[own], 'departing') && predicate !== 'EVENT'
  return isPast(tokens, own) && !is(tokens[own], 'stative') && predicate !== null && predicate !== 'EVENT'
}

/** Tells whether a past form stands there that tells of a deed: "fell", "resigned", not "was", "did". */
const isPast = (tokens: Token[], i: number): boolean =>
  !is(tokens[i], 'finite') &&
  ((isFiniteVerb(tokens, i) && (is(tokens[i], 'irregularPast') || is(tokens[i], 'departing'))) ||
    isPastForm(tokens, i))

/** Returns the index of the verb whose subject begins at `from`; -1 when no clause begins there. */
function verbOfSubject(tokens: Token[], from: number): number {
  for (let i = from + 1; i < Math.min(tokens.length, from + SUBJECT_REACH); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word' && token?.text !== '-') return -1
    if (!token || is(token, 'that') || is(token, 'subordinator')) return -1
    if (isFiniteVerb(tokens, i) || isPastForm(tokens, i) || is(token, 'responding')) return i
  }
  return -1
}

/** Tells whether "and" joins what the speaker did: "said the pier was old and left for lunch". */
function sharesSpeaker(tokens: Token[], words: Range, first: number, cue: Cue): boolean {
  const verb = skipAdverbs(tokens, tokens[first]?.lower === 'then' ? first + 1 : first)
  if (cue.tense !== 'past' || !is(tokens[verb], 'departing') || is(tokens[verb], 'participleEnding'))
    return false
  return predicateOf(tokens, words) !== 'EVENT'
}

/** Tells whether somebody leaves or moves while the words are said: "as he left the court", "before leaving". */
function departs(tokens: Token[], words: Range, at: number): boolean {
  const subject = tokens[at + 1]
  const predicate = predicateOf(tokens, words)
  if (is(subject, 'participleEnding'))
    return is(subject, 'departing') && (predicate === 'STATE' || tokens[at - 1]?.text === ',')
  if (!is(subject, 'subjectPronoun')) return false
  return is(tokens[skipAdverbs(tokens, at + 2)], 'departing') && predicate !== 'EVENT'
}

/** Tokens between "prompting" and "laughter", "to" and "applause". */
const REACTION_REACH = 5

/** Tells whether it is told how the words were received: "prompting laughter", "to loud applause", "as the crowd cheered". */
function isReaction(tokens: Token[], from: number): boolean {
  const first = tokens[skipAdverbs(tokens, from)]
  const opens = is(first, 'participleEnding') || /^(?:to|amid|as|with)$/.test(first?.lower ?? '')
  if (!opens || is(first, 'falseParticiple')) return false
  for (let i = from + 1; i < Math.min(tokens.length, from + REACTION_REACH); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') return false
    if (is(token, 'reaction')) return true
  }
  return false
}

/** Tells whether it is told when the words were said: "a day after the vote", "hours before the storm". */
function isLater(tokens: Token[], from: number): boolean {
  if (is(tokens[from], 'preposition')) return false
  for (let i = from; i < from + 4; i++) {
    const token = tokens[i]
    if (is(token, 'period')) return /^(?:after|before)$/.test(tokens[i + 1]?.lower ?? '')
    if (token?.kind !== 'word') return false
  }
  return false
}

/** Tells whether a noun for the words themselves opens: "a claim that Hale denied", "something that Hale mocked". */
function sumsUp(tokens: Token[], from: number): boolean {
  const first = tokens[from]
  const next = tokens[from + 1]
  if (first?.lower === 'something') return is(next, 'that') || is(next, 'subjectPronoun')
  return (
    /^(?:an?|another)$/.test(first?.lower ?? '') &&
    (is(next, 'sumUp') || (next?.kind === 'word' && is(tokens[from + 2], 'sumUp')))
  )
}

/**
 * Tells whether a relative clause about what happened goes up to the end: "said the pier was old, which surprised the
 * town", "…, after which she left". One in the present belongs to the words: "…, which is why it leaks".
 */
function isGloss(tokens: Token[], from: number, end: number): boolean {
  const after = /^(?:after|upon)$/.test(tokens[from]?.lower ?? '')
  const at = after ? from + 1 : from
  if (!/^(?:which|who)$/.test(tokens[at]?.lower ?? '')) return false
  if (after) return true
  const verb = skipAdverbs(tokens, at + 1)
  if (!is(tokens[verb], 'irregularPast') && !isPastForm(tokens, verb)) return false
  for (let i = verb; i < end; i++) {
    const token = tokens[i]
    if (token?.kind === 'quote' || token?.text === ',') return false
    if (i < verb + 3 && /^(?:him|her|them|meant)$/.test(token?.lower ?? '')) return false
  }
  return true
}

/** Tells whether a dash parts a clause of the reporter's from the words: "— Hale disagreed", "— a claim that". */
function partsClause(tokens: Token[], at: number, end: number): boolean {
  const next = tokens[at + 1]
  for (let i = 0; i < end; i++) if (i !== at && isDash(tokens[i])) return false
  if (is(next, 'dashJoiner') || is(next, 'subjectPronoun')) return is(next, 'dependentOpener')
  return sumsUp(tokens, at + 1) || verbOfSubject(tokens, at + 1) > 0
}
