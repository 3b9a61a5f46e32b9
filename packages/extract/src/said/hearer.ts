import type { Cue } from '../cues/cue.js'
import { isFiniteVerb, mayBeFiniteVerb } from '../cues/finite-verb.js'
import type { Mention } from '../names/mention.js'
import { is, type Token } from '../text/token.js'
import { findThat, isClauseWord } from './adjuncts.js'

/**
 * Returns the index after whoever is told, from token `from`: "reporters", "a crowd in Ruhn", "the Gazette on Tuesday".
 */
export function skipHearer(tokens: Token[], mentions: Mention[], from: number, cue: Cue): number {
  const that = findThat(tokens, from)
  if (that >= 0) return that
  const first = tokens[from]
  if (first?.kind !== 'word' || is(first, 'hearerStop')) return from
  if (cue.verbClass === 'ASKING') return questionAfter(tokens, from)
  const named = mentions.find((m) => m.from === from || (m.from === from + 1 && is(first, 'determiner')))
  let k = named ? named.to : from + 1
  if (named) k = hearerEnd(tokens, mentions, k)
  else if (!is(first, 'hearer')) while (goesOn(tokens[k])) k++
  return Math.max(k, clauseBehind(tokens, mentions, k))
}

/** Tokens that name whoever is asked. */
const ASKED_REACH = 12

/**
 * Returns the index of the question behind whoever is asked, "asked the mayor, a baker, whether"; `from` without a
 * question.
 */
function questionAfter(tokens: Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length, from + ASKED_REACH); i++) {
    const token = tokens[i]
    if (is(token, 'questionWord') && token?.lower !== 'who' && token?.lower !== 'which') return i
    if (token?.kind !== 'word' && !/^[,&’'()-]$/.test(token?.text ?? '')) return from
    if (!token || token.lower === 'to' || (i > from && isClauseWord(token))) return from
  }
  return from
}

/**
 * Returns the index after "the Harbour Post's weekly programme", "Harbour Radio host Ivo Hale", whose first name ends
 * at `from`.
 */
function hearerEnd(tokens: Token[], mentions: Mention[], from: number): number {
  let k = from
  while (tokens[k]?.lower === "'s" || tokens[k]?.capital) k++
  if (tokens[k - 1]?.lower === "'s") while (goesOn(tokens[k])) k++
  else if (goesOn(tokens[k])) {
    const next = mentions.find((mention) => mention.from > k && mention.from <= k + 2)
    if (next && goesOn(tokens[next.from - 1])) return next.to
  }
  return k
}

/** Tells whether the word may be part of a hearer that is no name. */
const goesOn = (token: Token | undefined) =>
  token?.kind === 'word' && !token.capital && !is(token, 'afterHearer') && !is(token, 'preposition')

/** Tokens of a hearer with all that belongs to it. */
const HEARER_REACH = 16

/**
 * Returns where the words begin behind the rest of a hearer, whose first words end at `from`: "newspaper", "of supporters
 * in Ruhn", "Tide programme"; -1 when no clause begins behind it.
 */
function clauseBehind(tokens: Token[], mentions: Mention[], from: number): number {
  for (let i = from; i < Math.min(tokens.length, from + HEARER_REACH); i++) {
    const token = tokens[i]
    if (!token || token.kind === 'quote' || token.text === ':') return i
    if (token.kind === 'mark' || is(token, 'hearerStop') || is(token, 'negation')) return -1
    const placed = is(tokens[i - 1], 'preposition') || is(tokens[i - 1], 'conjunction')
    const opens = is(token, 'subjectPronoun') || is(token, 'determiner') || token.lower === 'there'
    if (opens && !placed) return isClause(tokens, i) ? i : -1
    if (isFiniteVerb(tokens, i)) return -1
    const named = mentions.find((mention) => mention.from === i)
    if (named && i > from && !placed && isFiniteVerb(tokens, named.to)) return i
  }
  return -1
}

/** Tells whether a subject and its verb begin there. */
function isClause(tokens: Token[], from: number): boolean {
  for (let i = from + 1; i < Math.min(tokens.length, from + HEARER_REACH); i++) {
    if (tokens[i]?.kind === 'quote' || mayBeFiniteVerb(tokens, i)) return true
    if (tokens[i]?.kind === 'mark') return false
  }
  return false
}
