import type { Mention } from '../names/mention.js'
import { is, type Token } from '../text/token.js'
import { type Cue, cueOf } from './cue.js'
import { subjectBefore } from './find-subject.js'
import { isPastVerb } from './finite-verb.js'
import { nounPhrase } from './noun-phrase.js'
import { type Subject, subject } from './subject.js'
import { isGroupAdverb } from './verb-group.js'

/** Reads a participle, whose subject is that of the sentence so far: "…, adding that". */
export function participleCue(
  tokens: Token[],
  mentions: Mention[],
  i: number,
  to: number,
  base: Partial<Cue>,
  before: Cue[],
): Cue | null {
  let from = i
  while (from > 0 && isGroupAdverb(tokens[from - 1] as Token)) from--
  const mark = tokens[from - 1]
  const opens =
    !mark ||
    mark.text === ',' ||
    mark.kind === 'quote' ||
    /^(?:[—–]|--|and|by|after|before|while|despite)$/i.test(mark.text)
  if (!opens) return writtenBy(tokens, mentions, i, to, from, base)
  const previous = before.findLast(
    (cue) => cue.subject && !cue.subject.relative && !is(tokens[cue.groupFrom - 1], 'nestedOpener'),
  )
  const groupFrom = mark && /^(?:,|and|by|before|while|[—–]|--)$/.test(mark.text) ? from - 1 : from
  const subject = previous?.subject ?? null
  return cueOf('VERB', i, to, { ...base, subject, groupFrom, groupTo: to, coordinate: true })
}

/**
 * Reads a participle behind what somebody wrote, whose author it reports: "released a statement on Friday saying …".
 */
function writtenBy(
  tokens: Token[],
  mentions: Mention[],
  i: number,
  to: number,
  from: number,
  base: Partial<Cue>,
): Cue | null {
  let k = from - 1
  while (k > 0 && (is(tokens[k], 'day') || is(tokens[k], 'period') || isTimeLink(tokens[k]))) k--
  if (!is(tokens[k], 'writing')) return null
  const subject = openingSubject(tokens, mentions, k)
  return subject && cueOf('VERB', i, to, { ...base, subject, groupFrom: from, groupTo: to, coordinate: true })
}

/** Tells whether a word stands before a time: "on Friday", "early last week". */
const isTimeLink = (token: Token | undefined) => token?.lower === 'on' || is(token, 'whichPeriod')

/** Finds the subject of a verb that has none of its own: that of the last cue, or the one that opens the sentence. */
export function sharedSubject(
  tokens: Token[],
  mentions: Mention[],
  before: Cue[],
  at: number,
): Subject | null {
  const previous = before.at(-1)
  if (previous?.subject && previous.kind === 'VERB') return { ...previous.subject, relative: false }
  return openingSubject(tokens, mentions, at)
}

/** Finds the name, pronoun or noun that opens the sentence, behind adverbials with a comma. */
export function openingSubject(tokens: Token[], mentions: Mention[], at: number): Subject | null {
  let start = 0
  for (let guard = 0; guard < 4; guard++) {
    if (tokens[start]?.lower === 'as') start++
    const first = tokens[start]
    if (!first || start >= at) return null
    if (/^(?:he|she|they)$/.test(first.lower)) return nounPhrase(tokens, mentions, start)
    const mention = mentions.find((m) => m.from >= start && m.from < start + 8)
    const comma = tokens.findIndex((token, k) => k >= start && token.text === ',')
    if (mention && !mention.possessive && mention.to <= at && (comma < 0 || mention.to <= comma)) {
      const between = tokens.slice(start, mention.from)
      if (between.every((token) => token.kind === 'word' && !is(token, 'preposition')))
        return subject('NAME', start, mention.to, mention)
    }
    const nameless = namelessHead(tokens, start, comma < 0 ? at : Math.min(at, comma))
    if (nameless > 0) return subject('NOUN', start, nameless, null)
    if (comma < 0 || comma >= at) return null
    start = comma + 1
  }
  return null
}

/** Tokens before the main verb of a sentence. */
const MAIN_REACH = 40

/** Finds the subject of the first finite verb before token `at`: "The baker, a widow, sounded off, saying that …". */
export function mainSubject(tokens: Token[], mentions: Mention[], at: number): Subject | null {
  const verb = tokens.findIndex(
    (token, i) => i > 0 && i < Math.min(at, MAIN_REACH) && token.lower !== "'s" && mayBeVerb(token),
  )
  const found = verb > 0 ? subjectBefore(tokens, mentions, verb) : null
  return found && !found.relative && found.from <= 1 ? found : null
}

const mayBeVerb = (token: Token) => isPastVerb(token) || (!token.capital && is(token, 'finite'))

/** Returns the index after "A senior official", "Two residents" at `start`; 0 when no such noun stands there. */
function namelessHead(tokens: Token[], start: number, end: number): number {
  let head = 0
  for (let i = start; i < Math.min(end, start + 5); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word' || is(token, 'preposition')) break
    if (is(token, 'nameless')) head = i + 1
  }
  return head
}
