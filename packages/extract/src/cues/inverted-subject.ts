import type { Mention } from '../names/mention.js'
import { isSpoken } from '../text/quote-end.js'
import { is, type Token } from '../text/token.js'
import type { VerbForm } from '../text/verb-form.js'
import { subjectAfter } from './find-subject.js'
import type { Subject } from './subject.js'

/** Finds the subject behind the verb, when the words stand before the verb: "“…,” said Ada Moss, a baker". */
export function invertedSubject(
  tokens: Token[],
  mentions: Mention[],
  i: number,
  to: number,
  form: VerbForm,
): Subject | null {
  if (form.tense === 'ing') return null
  if (!mayPrecedeSubject(tokens, i) || (!form.traits.has('INVERTING') && !isSpoken(tokens[i - 1])))
    return null
  const first = tokens[to]
  if (!first || is(first, 'that')) return null
  const after = subjectAfter(tokens, mentions, to)
  if (!after || !mayEndSubject(tokens, after.to)) return null
  // A plain form has several subjects: "“…,” reply Moss and Hale".
  if (form.tense === 'base' && !(precededByQuote(tokens, i) && after.others.length > 0)) return null
  if (precededByQuote(tokens, i)) return after
  if (after.kind === 'NAME')
    return i > 0 || tokens[after.to]?.text === ':' || tokens[after.to]?.text === ',' ? after : null
  return after.kind === 'NOUN' && /^(?:a|an|the|one)$/.test(first.lower) && i > 0 ? after : null
}

/** Tells whether a quotation stands right before the verb. */
export const precededByQuote = (tokens: Token[], i: number) => tokens[i - 1]?.kind === 'quote'

/** Tells whether a verb at `i` may stand before its subject: after the words said, or at the head of the sentence. */
function mayPrecedeSubject(tokens: Token[], i: number): boolean {
  const before = tokens[i - 1]
  return !before || before.kind === 'quote' || before.text === ',' || /^(?:[—–]|--)$/.test(before.text)
}

/** Tells whether a subject may end before token `to`. */
function mayEndSubject(tokens: Token[], to: number): boolean {
  const next = tokens[to]
  return (
    next?.kind !== 'word' ||
    is(next, 'time') ||
    is(next, 'preposition') ||
    is(next, 'clauseOpener') ||
    is(next, 'adverb')
  )
}
