import type { Mention } from '../names/mention.js'
import { is, type Token } from '../text/token.js'
import type { Subject } from './subject.js'

/** Tells whether a token is surely a verb of a clause: an auxiliary, or a finite form that is no noun. */
export const isVerbForm = (token: Token | undefined): boolean =>
  is(token, 'finite') && token?.lower !== "'s"
    ? true
    : token?.verb !== undefined &&
      !token.capital &&
      !token.verb.nounLike &&
      (token.verb.tense === 'past' || token.verb.tense === 'third')

/**
 * Returns the index of the verb of `subject`, behind what tells who that is: "Moss, the mayor, was blunt"; -1 when no verb
 * follows before `end`.
 */
export function verbAfter(tokens: readonly Token[], { to }: Subject, end: number): number {
  let at = to
  if (tokens[at]?.text === '(') at = tokens.findIndex(({ text }, i) => i > at && text === ')') + 1
  if (at > 0 && tokens[at]?.text === ',')
    at = tokens.findIndex(({ text }, i) => i > at + 1 && text === ',') + 1
  while (is(tokens[at], 'adverb') || is(tokens[at], 'adverbEnding')) at++
  const verb = tokens[at]
  if (at < to || at >= end || verb?.kind !== 'word' || verb.capital) return -1
  // "Moss on the pier: “…”"
  return verb.lower === 'on' || mayBeVerb(verb) ? at : -1
}

const mayBeVerb = (token: Token): boolean =>
  !is(token, 'preposition') &&
  !is(token, 'determiner') &&
  !is(token, 'conjunction') &&
  (is(token, 'auxiliary') ||
    is(token, 'irregularVerb') ||
    is(token, 'pastEnding') ||
    is(token, 'pluralEnding') ||
    token.verb !== undefined)

/**
 * Tells whether the words between the verb at `verb` and `end` leave what follows to their subject. They give it to somebody
 * else in "was met by Hale", "read Hale's letter", "watched while Hale shouted".
 */
export function speaksForItself(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  verb: number,
  end: number,
): boolean {
  const passive = is(tokens[verb], 'be')
  for (let i = verb; i < end; i++) {
    const token = tokens[i]
    if (token?.kind === 'quote' || is(token, 'takingVerb')) return false
    const next = tokens[i + 1]
    if (passive && token?.lower === 'by' && !is(next, 'participleEnding')) return false
    const named = mentions.find(({ from }) => from === i + 1)
    if (!named || named.to > end) continue
    if (is(token, 'subordinator') || is(token, 'clauseOpener')) return false
    if (/^(?:of|from|by)$/.test(token?.lower ?? '') && named.to === end) return false
  }
  return !mentions.some(({ from, to, possessive }) => possessive && from >= verb && to < end)
}
