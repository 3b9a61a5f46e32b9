import type { Mention } from '../names/mention.js'
import { endMark, isSpoken } from '../text/quote-end.js'
import { is, type Token } from '../text/token.js'
import { type Cue, cueOf } from './cue.js'
import { subjectAfter, subjectBefore } from './find-subject.js'
import type { Subject } from './subject.js'

/**
 * Reads a verb that reports only right beside a quotation, where nearly any verb does: "“No,” sighed Moss", "“No,” Moss
 * hissed", "Moss began, “…”". Elsewhere these verbs tell what somebody does.
 */
export function mannerCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  const token = tokens[i]
  if (token?.kind !== 'word' || token.capital || token.verb) return null
  const known = is(token, 'mannerVerb')
  if (!known && !is(token, 'pastEnding')) return null
  // A particle belongs to the verb: "broke in", "burst out", "put in".
  const to = is(tokens[i + 1], 'mannerParticle') ? i + 2 : i + 1
  const cue = (subject: Subject, rest: Partial<Cue>) =>
    cueOf('VERB', i, to, { subject, lemma: token.lower, weak: true, ...rest })
  if (isSpoken(tokens[i - 1])) {
    const behind = subjectAfter(tokens, mentions, to)
    const named = behind?.kind === 'NAME' || (behind?.kind === 'PRONOUN' && behind.to - behind.from === 1)
    return behind && (named || known) && endsClause(tokens[behind.to])
      ? cue(behind, { inverted: true, groupTo: behind.to })
      : null
  }
  const subject = subjectBefore(tokens, mentions, i)
  if (!subject || subject.relative) return null
  const group = { groupFrom: subject.from }
  const before = tokens[subject.from - 1]
  const whole = tokens.slice(0, subject.from).every((other) => other.kind !== 'word')
  if (/[,—–-]/.test(endMark(before)) && endsClause(tokens[to]) && (known || whole)) return cue(subject, group)
  if (!known) return null
  return opensQuotation(tokens, to) ? cue(subject, group) : null
}

/** Tells whether the clause of subject and verb may end before the token. */
const endsClause = (token: Token | undefined) =>
  token?.kind !== 'word' ||
  is(token, 'preposition') ||
  is(token, 'adverb') ||
  is(token, 'adverbEnding') ||
  /^(?:as|who|when|while)$/.test(token.lower) ||
  token.lower === 'and'

/** Tells whether a quotation follows a comma or a colon, perhaps after an adverb. */
function opensQuotation(tokens: Token[], to: number): boolean {
  const at = is(tokens[to], 'adverbEnding') ? to + 1 : to
  const mark = /^[,:]$/.test(tokens[at]?.text ?? '')
  return mark && tokens[at + 1]?.kind === 'quote'
}
