import type { Mention } from '../names/mention.js'
import { isDash } from '../text/marks.js'
import { endMark } from '../text/quote-end.js'
import { is, type Token } from '../text/token.js'
import { type Cue, cueOf } from './cue.js'
import { subjectBefore } from './find-subject.js'
import { mayBeFiniteVerb } from './finite-verb.js'

/** Tokens with which the reporter may interrupt a quotation. */
const LONGEST = 14

/**
 * Finds the words that interrupt a quotation, whatever their verb is: "“Nobody,” he went on, “is safe.”", "“No,” she shook
 * her head, “never.”".
 */
export function interruptionCues(tokens: Token[], mentions: Mention[]): Cue[] {
  const found: Cue[] = []
  let last = -1
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'quote') continue
    const cue = last < 0 || i - last > LONGEST ? null : cueBetween(tokens, mentions, last, i)
    if (cue) found.push(cue)
    last = i
  }
  return found
}

/** Reads the words between two quotations as one cue; null when the second does not go on with the first. */
function cueBetween(tokens: Token[], mentions: Mention[], first: number, second: number): Cue | null {
  const mark = endMark(tokens[first])
  const before = tokens[first + 1]
  const after = tokens[second - 1]
  if (!isPause(after) || !/^[,—–-]?$/.test(mark)) return null
  const set = isPause(before)
  const low = /^\P{L}*\p{Ll}/u.test(tokens[second]?.text ?? '')
  if ((mark === '' && !set) || !(low || mark !== '')) return null
  const from = set ? first + 2 : first + 1
  const end = second - 1
  const to = verbAt(tokens, from, end)
  const speaker = to < 0 ? null : subjectBefore(tokens, mentions, to)
  if (!speaker || speaker.kind === 'SELF' || speaker.from < from) return null
  return cueOf('VERB', to, is(tokens[to + 1], 'mannerParticle') ? to + 2 : to + 1, {
    subject: speaker,
    groupFrom: from,
    groupTo: end,
    weak: true,
  })
}

const isPause = (token: Token | undefined) => token?.text === ',' || isDash(token)

const isVerb = (tokens: Token[], i: number): boolean =>
  mayBeFiniteVerb(tokens, i) || is(tokens[i], 'irregularVerb') || is(tokens[i], 'mannerVerb')

/** Returns the index of the first verb in the range; -1 without one. */
function verbAt(tokens: Token[], from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if (isVerb(tokens, i)) return i
  return -1
}
