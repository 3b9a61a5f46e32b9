import type { Mention } from '../names/mention.js'
import { endMark } from '../text/quote-end.js'
import { is, type Token } from '../text/token.js'
import { type Cue, cueOf } from './cue.js'
import { subjectAfter, subjectBefore } from './find-subject.js'
import { ownerOf } from './owner.js'
import { verbGroup } from './verb-group.js'

/** Tokens between a noun and its verb. */
const REACH = 4

/** Reads a noun that reports what its owner said: "his claim that …", "Moss's latest warning that …". */
export function nounCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  if (!is(tokens[i], 'reportingNoun')) return null
  if (!is(tokens[i + 1], 'that')) return authoredCue(tokens, mentions, i)
  const owner = ownerOf(tokens, mentions, i)
  if (!owner) return utteredCue(tokens, mentions, i)
  // At the head of a sentence nothing tells where the words end: "Moss's claim that … is false".
  if (owner.from === 0) return null
  const opensSentence = owner.from <= 2 && is(tokens[owner.from - 1], 'preposition')
  const close = tokens.findIndex((token, k) => k > i && (token.text === ',' || endMark(token) === ','))
  if (opensSentence && close < 0) return null
  return cueOf('NOUN', i, i + 1, {
    subject: owner,
    groupFrom: owner.from,
    groupTo: i + 1,
    limit: opensSentence ? (tokens[close]?.kind === 'quote' ? close + 1 : close) : null,
  })
}

/**
 * Reads a noun that tells what its verb's subject says: "issued a sharp warning that …", "has expressed concern that
 * …".
 */
function utteredCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  for (let k = i - 1; k >= Math.max(0, i - REACH); k--) {
    const token = tokens[k]
    if (token?.kind !== 'word' || token.capital || is(token, 'preposition')) return null
    if (!is(token, 'utteringVerb')) continue
    const group = verbGroup(tokens, k)
    if (group.be || group.infinitive) return null
    const { negated, modal } = group
    const subject = subjectBefore(tokens, mentions, group.from)
    if (!subject || subject.kind === 'SELF') return null
    const groupFrom = Math.min(subject.from, group.from)
    return cueOf('NOUN', k, i + 1, { subject, groupFrom, groupTo: i + 1, negated, modal })
  }
  return null
}

/** Reads a noun with its author behind: "a warning from Moss that …", "a report by the council that …". */
function authoredCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  if (i === 0 || !/^(?:by|from)$/.test(tokens[i + 1]?.lower ?? '')) return null
  const author = subjectAfter(tokens, mentions, i + 2)
  const to = author ? Math.min(author.to, thatAfter(tokens, i + 2)) : -1
  if (!author || author.kind === 'SELF' || !is(tokens[to], 'that')) return null
  return cueOf('NOUN', i, i + 1, { subject: { ...author, to }, groupFrom: i, groupTo: to })
}

/** Returns the index of a "that" behind `from`; the sentence's end without one. */
function thatAfter(tokens: Token[], from: number): number {
  const at = tokens.findIndex((token, i) => i > from && i < from + REACH * 2 && is(token, 'that'))
  return at < 0 ? tokens.length : at
}
