import { isPastForm, skipAdverbs } from '../cues/finite-verb.js'
import { is, type Token } from '../text/token.js'

/** Tokens between "prompting" and "laughter", "to" and "applause". */
const REACTION_REACH = 5

/** Tells whether it is told how the words were received: "prompting laughter", "to loud applause", "as the crowd cheered". */
export function isReaction(tokens: Token[], from: number): boolean {
  const first = tokens[skipAdverbs(tokens, from)]
  if (is(first, 'gesture') || isFelt(tokens, from)) return true
  const opens = is(first, 'participleEnding') || /^(?:to|amid|as|with)$/.test(first?.lower ?? '')
  if (!opens || is(first, 'falseParticiple')) return false
  for (let i = from + 1; i < Math.min(tokens.length, from + REACTION_REACH); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') return false
    if (is(token, 'reaction')) return true
  }
  return false
}

/** Words between "to" and "surprise": "much to the evident surprise of". */
const FELT_REACH = 6

/** Tells whether it is told what others felt: "to the surprise of the council", "much to Hale's dismay", "to her delight". */
function isFelt(tokens: Token[], from: number): boolean {
  const to = tokens[from]?.lower === 'much' ? from + 1 : from
  if (tokens[to]?.lower !== 'to') return false
  const felt = tokens.findIndex((token, i) => i > to && i <= to + FELT_REACH && is(token, 'felt'))
  const between = tokens.slice(to + 1, felt)
  if (felt < 0 || between.some((token) => token.kind !== 'word')) return false
  const owned = between.some((token) => is(token, 'possessive') || /^'s?$/.test(token.lower))
  return owned || (between[0]?.lower === 'the' && tokens[felt + 1]?.lower === 'of')
}

/** Tells whether it is told when the words were said: "a day after the vote", "hours before the storm". */
export function isLater(tokens: Token[], from: number): boolean {
  if (is(tokens[from], 'preposition')) return false
  for (let i = from; i < from + 4; i++) {
    const token = tokens[i]
    if (is(token, 'period')) return /^(?:after|before)$/.test(tokens[i + 1]?.lower ?? '')
    if (token?.kind !== 'word') return false
  }
  return false
}

/** Tells whether a noun for the words themselves opens: "a claim that Hale denied", "something that Hale mocked". */
export function sumsUp(tokens: Token[], from: number): boolean {
  const first = tokens[from]
  const next = tokens[from + 1]
  if (first?.lower === 'something')
    return is(next, 'that') || is(next, 'subjectPronoun') || next?.capital === true
  return (
    /^(?:an?|another)$/.test(first?.lower ?? '') &&
    (is(next, 'sumUp') || (next?.kind === 'word' && is(tokens[from + 2], 'sumUp')))
  )
}

/**
 * Tells whether a relative clause about what happened goes up to the end: "said the pier was old, which surprised the
 * town", "…, after which she left". One in the present belongs to the words: "…, which is why it leaks".
 */
export function isGloss(tokens: Token[], from: number, end: number): boolean {
  if (tokens[from]?.lower === 'whereupon') return true
  const after = /^(?:after|upon|at)$/.test(tokens[from]?.lower ?? '')
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
