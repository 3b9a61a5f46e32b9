import { isDash } from '../text/marks.js'
import { endMark } from '../text/quote-end.js'
import { is, type Range, type Token } from '../text/token.js'
import { isFiniteVerb, isPastForm, mayBeFiniteVerb, skipAdverbs } from './finite-verb.js'
import { isGroupAdverb } from './verb-group.js'

/** Tokens of a clause inside another. */
const REACH = 80

/**
 * Finds the clauses that tell something of the subject before its own verb comes: "Moss, who denied the theft, said",
 * "the man who said it was safe resigned". Each ends before the mark, or before the verb, where the main clause goes on.
 */
export function embeddedClauses(tokens: Token[]): Range[] {
  const found: Range[] = []
  let verbs = 0
  for (let i = 1; i < tokens.length; i++) {
    if (verbs === 0 && opensClause(tokens, i)) {
      const to = closeOf(tokens, i)
      if (to > i) found.push({ from: i, to })
    } else if (isClauseBreak(tokens[i])) verbs = 0
    else if (mayBeFiniteVerb(tokens, i)) {
      // The verb of a clause inside another is not the verb of the main clause.
      if (!found.some(({ from, to }) => from <= i && i < to)) verbs++
    }
  }
  return found
}

/** Tells whether another clause with a subject may begin behind the token. */
const isClauseBreak = (token: Token | undefined) =>
  /^[;:]$/.test(token?.text ?? '') ||
  is(token, 'conjunction') ||
  is(token, 'dependentOpener') ||
  is(token, 'that')

/** Tells whether a relative clause or, behind a comma, a participle begins at `i`. */
function opensClause(tokens: Token[], i: number): boolean {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (token?.kind !== 'word' || token.capital) return false
  const set = before?.text === ',' || isDash(before)
  if (/^(?:who|whom|whose|which)$/.test(token.lower))
    return set || (token.lower === 'who' && before?.kind === 'word')
  if (!set || i < 2) return false
  const verb = tokens[skipAdverbs(tokens, i)]
  return is(verb, 'participleEnding') && !is(verb, 'falseParticiple')
}

/** Returns where the clause that opens at `from` ends; -1 when no verb of the main clause follows. */
function closeOf(tokens: Token[], from: number): number {
  const before = tokens[from - 1]
  if (isDash(before)) return dashAfter(tokens, from)
  return before?.text === ',' ? closingComma(tokens, from) : closingVerb(tokens, from)
}

const dashAfter = (tokens: Token[], from: number): number =>
  tokens.findIndex((token, i) => i > from && i < from + REACH && isDash(token))

/**
 * Returns the index of the comma, or after the quotation with a comma, behind which the main clause's verb stands. An
 * apposition before that verb belongs to the clause inside: "who said Hale, a baker, was ill, left".
 */
function closingComma(tokens: Token[], from: number): number {
  let nested = 0
  let mark = from
  let second = -1
  let third = -1
  const end = Math.min(tokens.length, from + REACH)
  for (let i = from + 1; i < end; i++) {
    const token = tokens[i]
    if (!token || token.text === ';') break
    const quoted = endMark(token) === ','
    if (token.text !== ',' && !quoted) continue
    if (/^(?:who|whom|whose|which)$/.test(tokens[i + 1]?.lower ?? '')) {
      nested++
      mark = i
      continue
    }
    const verb = skipAdverbs(tokens, i + 1)
    const sure = isFiniteVerb(tokens, verb) || isPlainVerb(tokens, verb)
    if ((sure || isPastForm(tokens, verb)) && !namesSpeaker(tokens, verb)) {
      const to = quoted ? i + 1 : i
      if (nested > 0) nested--
      else if (sure && hasVerb(tokens, mark, i)) return to
      else if (hasVerb(tokens, mark, i) && second < 0) second = to
      else if (third < 0) third = to
    }
    mark = i
  }
  return second > 0 ? second : third > 0 ? third : presentVerb(tokens, from, end)
}

/** Tells whether a verb or participle stands between the marks: what has none is an apposition. */
function hasVerb(tokens: Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (mayBeFiniteVerb(tokens, i) || tokens[i]?.verb || is(tokens[i], 'participleEnding')) return true
  return false
}

/** Tells whether a plain form that reports stands there, and is no noun: "say", "argue". */
const isPlainVerb = (tokens: Token[], i: number): boolean => {
  const form = tokens[i]?.verb
  if (form?.tense !== 'base' || isAuxiliary(tokens[i - 1])) return false
  return is(tokens[i + 1], 'that') || (!form.nounLike && !is(tokens[i + 1], 'preposition'))
}

/** Tells whether "said Moss" stands there, which is no verb of the main clause. */
const namesSpeaker = (tokens: Token[], i: number): boolean =>
  tokens[i]?.verb?.traits.has('INVERTING') === true &&
  tokens[i + 1]?.capital === true &&
  tokens[i + 2]?.kind !== 'word'

/** Returns the index of a comma before a verb in the present, "lives in Ruhn", which may be a noun, too; -1 without one. */
function presentVerb(tokens: Token[], from: number, end: number): number {
  for (let i = from + 1; i < end; i++) {
    const verb = tokens[skipAdverbs(tokens, i + 1)]
    if (tokens[i]?.text !== ',' || verb?.kind !== 'word' || verb.capital) continue
    const after = tokens[skipAdverbs(tokens, i + 1) + 1]
    if (
      is(verb, 'pluralEnding') &&
      !is(verb, 'function') &&
      after?.kind === 'word' &&
      !is(after, 'conjunction')
    )
      return i
  }
  return -1
}

/**
 * Returns the index of the main clause's verb behind a relative clause that no comma sets apart; -1 without one. A past
 * form in -ed counts only where no surer verb is left for the main clause.
 */
function closingVerb(tokens: Token[], from: number): number {
  const isSure = (all: Token[], i: number) => isFiniteVerb(all, i) || isPlainVerb(all, i)
  const sure = verbAfterClause(tokens, from, isSure)
  return sure > 0 ? sure : verbAfterClause(tokens, from, (all, i) => isSure(all, i) || isPastForm(all, i))
}

/** Counts the verbs that the clauses so far still need: the first verb beyond them is that of the main clause. */
function verbAfterClause(
  tokens: Token[],
  from: number,
  isVerb: (tokens: Token[], i: number) => boolean,
): number {
  const first = skipAdverbs(tokens, from + 1)
  // Behind "who" stands its verb, whatever its form, or the subject of another: "who Moss said was ill".
  const subject = isSubject(tokens[first])
  let owed = subject ? 1 : takesClause(tokens, first) ? 1 : 0
  const end = Math.min(tokens.length, from + REACH)
  for (let i = first + 1; i < end; i++) {
    const token = tokens[i]
    if (!token || /^[;:]$/.test(token.text)) return -1
    const quoted = endMark(token) === ','
    if (token.text === ',' || quoted) {
      const verb = skipAdverbs(tokens, i + 1)
      const goesOn = owed === 0 && (isVerb(tokens, verb) || isPastForm(tokens, verb))
      return goesOn ? i + (quoted ? 1 : 0) : -1
    }
    if (
      is(token, 'that') ||
      is(token, 'clauseOpener') ||
      (is(token, 'subordinator') && token.lower !== 'as')
    ) {
      if (!is(tokens[i - 1], 'that')) owed++
    } else if (isVerb(tokens, i)) {
      if (isAuxiliary(tokens[i - 1])) continue
      if (owed === 0) return is(tokens[i - 1], 'conjunction') ? -1 : groupStart(tokens, i)
      owed--
      if (takesClause(tokens, i)) owed++
    }
  }
  return -1
}

/** Returns where the adverbs before the verb at `i` begin: "later admitted". */
function groupStart(tokens: Token[], i: number): number {
  let k = i
  while (k > 0 && isGroupAdverb(tokens[k - 1] as Token)) k--
  return k
}

const isSubject = (token: Token | undefined) =>
  token?.capital || is(token, 'subjectPronoun') || is(token, 'determiner')

const isAuxiliary = (token: Token | undefined) => is(token, 'auxiliary') || is(token, 'negation')

/** Tells whether the verb at `i` has a clause with a verb of its own behind it and no "that": "said the dam was safe". */
function takesClause(tokens: Token[], i: number): boolean {
  const form = tokens[i]?.verb
  const next = tokens[i + 1]
  if (!form || is(next, 'that')) return false
  if (is(next, 'subjectPronoun')) return true
  const sure = (form.traits.has('SURE') && !form.traits.has('COMPOSING')) || form.lemma === 'claim'
  return sure && form.classes.has('CLAUSE') && next?.kind === 'word' && !is(next, 'preposition')
}
