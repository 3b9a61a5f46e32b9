import { DAYS, NAMELESS, PERIODS, PREPOSITIONS } from '../languages/en/words.js'
import type { Mention } from '../names/find-names.js'
import type { Token } from '../text/tokens.js'
import { type Cue, cueOf } from './cue.js'
import type { Subject } from './noun-phrase.js'
import { nounPhrase, subject } from './noun-phrase.js'
import { isGroupAdverb } from './verb-group.js'

/** "…, adding that": belongs to the subject of the sentence so far. */
export function participle(
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
    /^(?:[—–]|--|and|by|after|despite)$/i.test(mark.text)
  if (!opens) return writtenBy(tokens, mentions, i, to, from, base)
  const previous = before.findLast(
    (cue) => cue.subject && !cue.subject.relative && !opensNested(tokens[cue.groupFrom - 1]),
  )
  const groupFrom = mark && /^(?:,|and|by|[—–]|--)$/.test(mark.text) ? from - 1 : from
  const subject = previous?.subject ?? null
  return cueOf('VERB', i, to, { ...base, subject, groupFrom, groupTo: to, coordinate: true })
}

/** "released a statement on Friday saying …": what was written says what its author does. */
function writtenBy(
  tokens: Token[],
  mentions: Mention[],
  i: number,
  to: number,
  from: number,
  base: Partial<Cue>,
): Cue | null {
  let k = from - 1
  while (
    k > 0 &&
    (DAYS.has(tokens[k]?.lower ?? '') || PERIODS.has(tokens[k]?.lower ?? '') || isTimeLink(tokens[k]))
  )
    k--
  if (!WRITINGS.test(tokens[k]?.lower ?? '')) return null
  const subject = openingSubject(tokens, mentions, k)
  return subject && cueOf('VERB', i, to, { ...base, subject, groupFrom: from, groupTo: to, coordinate: true })
}

const isTimeLink = (token: Token | undefined) =>
  /^(?:on|early|late|last|this|earlier)$/.test(token?.lower ?? '')
const WRITINGS =
  /^(?:statements?|tweets?|letters?|e-?mails?|memos?|posts?|messages?|notes?|ads?|videos?|resolutions?|releases?|lawsuits?|complaints?|petitions?|op-?eds?|filings?|reports?)$/

const opensNested = (token: Token | undefined) =>
  token !== undefined && /^(?:that|after|before|because|if|when|what|where|how|why)$/.test(token.lower)

/** Subject of a verb without one: that of the last cue, or the one that opens the sentence. */
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

/** The name or pronoun that opens the sentence, adverbials before the first comma skipped. */
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
      if (between.every((token) => token.kind === 'word' && !PREPOSITIONS.has(token.lower)))
        return subject('NAME', start, mention.to, mention)
    }
    const nameless = namelessHead(tokens, start, comma < 0 ? at : Math.min(at, comma))
    if (nameless > 0) return subject('NOUN', start, nameless, null)
    if (comma < 0 || comma >= at) return null
    start = comma + 1
  }
  return null
}

/** End of "A senior official", "Two residents" at `start`; 0 when no such noun stands there. */
function namelessHead(tokens: Token[], start: number, end: number): number {
  let head = 0
  for (let i = start; i < Math.min(end, start + 5); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word' || PREPOSITIONS.has(token.lower)) break
    if (NAMELESS.has(token.lower)) head = i + 1
  }
  return head
}
