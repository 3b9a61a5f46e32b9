import { ADVERBS, PREPOSITIONS } from '../languages/en/words.js'
import type { Mention } from '../names/find-names.js'
import { isSpoken } from '../said/words-before.js'
import { endMark } from '../text/quote-end.js'
import type { Token } from '../text/tokens.js'
import { type Cue, cueOf } from './cue.js'
import type { Subject } from './noun-phrase.js'
import { subjectAfter, subjectBefore } from './subject.js'
import { mannerOf, verbForm } from './verb-forms.js'

/**
 * Right beside a quotation nearly any verb reports: "“No,” sighed Moss", "“No,” Moss hissed",
 * "Moss began, “…”". Elsewhere these verbs tell what somebody does.
 */
export function mannerCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  const token = tokens[i]
  if (token?.kind !== 'word' || token.capital || verbForm(token.lower)) return null
  const lemma = mannerOf(token.lower)
  if (!lemma && !/^\p{L}{3,}ed$/u.test(token.lower)) return null
  // "broke in", "burst out", "put in".
  const to = /^(?:in|out|on|back|up)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1
  const cue = (subject: Subject, rest: Partial<Cue>) =>
    cueOf('VERB', i, to, { subject, lemma: lemma ?? token.lower, weak: true, ...rest })
  if (isSpoken(tokens[i - 1])) {
    const behind = subjectAfter(tokens, mentions, to)
    const named = behind?.kind === 'NAME' || (behind?.kind === 'PRONOUN' && behind.to - behind.from === 1)
    return behind && (named || lemma) && endsClause(tokens[behind.to])
      ? cue(behind, { inverted: true, groupTo: behind.to })
      : null
  }
  const subject = subjectBefore(tokens, mentions, i)
  if (!subject || subject.relative) return null
  const group = { groupFrom: subject.from }
  const before = tokens[subject.from - 1]
  const whole = tokens.slice(0, subject.from).every((other) => other.kind !== 'word')
  if (/[,—–-]/.test(endMark(before)) && endsClause(tokens[to]) && (lemma || whole)) return cue(subject, group)
  if (!lemma) return null
  return opensQuotation(tokens, to) ? cue(subject, group) : null
}

const endsClause = (token: Token | undefined) =>
  token?.kind !== 'word' ||
  PREPOSITIONS.has(token.lower) ||
  ADVERBS.has(token.lower) ||
  /^(?:and|as|who|when|while)$|ly$/.test(token.lower)

/** A quotation follows, perhaps after a comma, a colon or an adverb. */
function opensQuotation(tokens: Token[], to: number): boolean {
  const at = /ly$/.test(tokens[to]?.lower ?? '') ? to + 1 : to
  const mark = /^[,:]$/.test(tokens[at]?.text ?? '')
  return mark && tokens[at + 1]?.kind === 'quote'
}
