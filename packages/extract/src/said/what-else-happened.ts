import type { Cue } from '../cues/cue.js'
import { isFiniteVerb, isPastForm, mayBeFiniteVerb, skipAdverbs } from '../cues/finite-verb.js'
import { isDash } from '../text/marks.js'
import { endMark } from '../text/quote-end.js'
import { is, type Range, type Token } from '../text/token.js'
import { predicateOf } from './predicate-of.js'
import { isGloss, isLater, isReaction, sumsUp } from './reception.js'

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
    if (/^(?:while|as)$/.test(next.lower) && looksOn(tokens, at + 2)) return true
    if (next.lower === 'while') return false
    return (
      isReaction(tokens, at + 1) ||
      isLater(tokens, at + 1) ||
      sumsUp(tokens, at + 1) ||
      isGloss(tokens, at + 1, end)
    )
  }
  if (isDash(token)) return partsClause(tokens, at, end)
  if (/^(?:and|but)$/.test(token.lower) && tokens[at - 1]?.text !== ',')
    return endMark(tokens[at - 1]) === ','
      ? joinsEvent(tokens, words, at, cue)
      : sharesSpeaker(tokens, words, at, cue)
  if (/^(?:as|before)$/.test(token.lower) && departs(tokens, words, at)) return true
  // "said the pier was safe while Burke looked on"; not "said the boats sank while Burke looked on"
  if (token.lower === 'while' && predicateOf(tokens, words) === 'STATE' && looksOn(tokens, at + 1))
    return true
  if (token.lower === 'as') return isReaction(tokens, at)
  if (/^(?:while|after)$/.test(token.lower) && is(tokens[at + 1], 'participleEnding'))
    return departs(tokens, words, at)
  return /^(?:to|amid)$/.test(token.lower) && is(next, 'reaction') && !next.verb
}

/** Tells whether ", and …", ", but …" opens a clause about what somebody did, while the words tell what is or will be. */
function joinsEvent(tokens: Token[], words: Range, joiner: number, cue: Cue): boolean {
  const first = tokens[joiner + 1]?.lower === 'then' ? joiner + 2 : joiner + 1
  const subject = tokens[first]
  if (is(subject, 'that')) return false
  const verb = skipAdverbs(tokens, first)
  const predicate = predicateOf(tokens, words)
  const own = verbOfSubject(tokens, first)
  if (own > 0 && (responds(tokens, own) || movesShares(tokens, first, own, cue))) return true
  if (cue.tense !== 'past') return false
  if (isPast(tokens, verb)) return is(tokens[verb], 'departing') || predicate === 'FUTURE'
  if (predicate === 'FUTURE' && (isDid(tokens[verb]) || isDid(tokens[own]))) return true
  if (own < 0) return false
  if (is(subject, 'subjectPronoun')) return is(tokens[own], 'departing') && predicate !== 'EVENT'
  // "criticised the plan, and the council dropped it": a noun phrase takes no clause.
  if (cue.verbClass === 'OBJECT' && predicate === null) return true
  const deed = tokens[joiner]?.lower === 'but' || !is(tokens[own], 'stative')
  return isPast(tokens, own) && deed && (predicate === 'FUTURE' || predicate === 'STATE')
}

const isDid = (token: Token | undefined) => token?.lower === 'did'

/** Tells whether somebody whose name or noun begins at `from` only looks on: "Burke nodded", "the mayor looked on". */
const looksOn = (tokens: Token[], from: number): boolean =>
  is(tokens[verbOfSubject(tokens, from)], 'departing')

/** Tells whether the shares of the body that speaks rise or fall: "The bank said it had lost money, and its shares fell". */
function movesShares(tokens: Token[], first: number, verb: number, { subject }: Cue): boolean {
  if (tokens[first]?.lower !== 'its' || !isPast(tokens, verb) || !subject) return false
  const isPerson = subject.kind === 'NAME' && subject.mention?.kind === 'PERSON'
  return !isPerson && tokens.slice(first + 1, verb).some((token) => is(token, 'tradedNoun'))
}

/** Tells whether the verb at `i` answers the words: "disagreed", "was not convinced". */
function responds(tokens: Token[], i: number): boolean {
  if (is(tokens[i], 'responding')) return true
  return is(tokens[i], 'be') && tokens.slice(i + 1, i + 4).some((token) => is(token, 'responding'))
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
    if (mayBeFiniteVerb(tokens, i) || is(token, 'responding')) return i
  }
  return -1
}

/** Tells whether "and" joins what the speaker did: "said the pier was old and left for lunch". */
function sharesSpeaker(tokens: Token[], words: Range, joiner: number, cue: Cue): boolean {
  const verb = skipAdverbs(tokens, tokens[joiner + 1]?.lower === 'then' ? joiner + 2 : joiner + 1)
  if (cue.tense !== 'past' || is(tokens[verb], 'participleEnding')) return false
  const predicate = predicateOf(tokens, words)
  // "said she would come but changed her mind"
  if (tokens[joiner]?.lower === 'but' && predicate === 'FUTURE')
    return isPast(tokens, verb) || isDid(tokens[verb])
  return is(tokens[verb], 'departing') && predicate !== 'EVENT'
}

/** Tells whether somebody leaves or moves while the words are said: "as he left the court", "before leaving". */
function departs(tokens: Token[], words: Range, at: number): boolean {
  const subject = tokens[at + 1]
  const predicate = predicateOf(tokens, words)
  const led = is(tokens[at + 2], 'led')
  if (is(subject, 'participleEnding'))
    return (is(subject, 'departing') || led) && (predicate === 'STATE' || tokens[at - 1]?.text === ',')
  if (!is(subject, 'subjectPronoun') || predicate === 'EVENT') return false
  const verb = skipAdverbs(tokens, at + 2)
  return is(tokens[verb], 'departing') || (is(tokens[verb], 'be') && is(tokens[verb + 1], 'led'))
}

/** Tells whether a dash parts a clause of the reporter's from the words: "— Hale disagreed", "— a claim that". */
function partsClause(tokens: Token[], at: number, end: number): boolean {
  const next = tokens[at + 1]
  for (let i = 0; i < end; i++) if (i !== at && isDash(tokens[i])) return false
  if (is(next, 'dashJoiner') || is(next, 'subjectPronoun')) return is(next, 'dependentOpener')
  return sumsUp(tokens, at + 1) || verbOfSubject(tokens, at + 1) > 0
}
