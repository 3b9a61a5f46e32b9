import { cueOf } from '../cues/cue.js'
import type { Mention } from '../names/mention.js'
import { trimSpan } from '../text/document.js'
import { isEnd } from '../text/marks.js'
import type { Sentence } from '../text/sentence.js'
import { is, type Range, type Token } from '../text/token.js'
import { NO_TRAITS } from '../text/verb-form.js'
import { findSource } from './find-source.js'
import { polarityOf } from './polarity-of.js'
import type { Reported } from './reported.js'
import type { SentenceDraft } from './sentence-draft.js'
import { isVerb, speakerBefore, speakerBehind, verbStart } from './speaker-beside-verb.js'
import { wasSaid } from './was-said.js'

/**
 * Finds indirect speech in a language whose reported clauses stand behind a comma: "Moss sagte, dass …", "Moss sagte, der
 * Pier sei sicher", "…, sagte Moss", "Laut Moss …". Nothing is said where it is denied, asked or only possible.
 */
export function readReported(text: string, sentence: Sentence, mentions: Mention[]): SentenceDraft[] {
  const { tokens } = sentence
  if (tokens.at(-1)?.text === '?') return []
  const found = byVerb(tokens, mentions) ?? findSource(tokens, mentions)
  if (!found || found.subject.kind === 'SELF') return []
  const segments = found.parts.flatMap((part) => spanOf(text, tokens, part) ?? [])
  if (segments.length === 0) return []
  const inside = found.parts.flatMap(({ from, to }) => tokens.slice(from, to))
  const lengthOf = (spans: readonly { start: number; end: number }[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const quoted = inside.filter(({ kind }) => kind === 'quote')
  const { subject, verb, group, form, that } = found
  const first = found.parts[0]?.from ?? 0
  const cue = cueOf(found.kind, verb.from, verb.to, {
    ...{ subject, groupFrom: group.from, groupTo: group.to },
    ...{ lemma: form?.lemma ?? '', traits: form?.traits ?? NO_TRAITS },
  })
  const shape = found.parts.length > 1 ? 'AROUND' : first < group.from ? 'BEFORE' : 'AFTER'
  return [
    {
      segments,
      cue,
      polarity: polarityOf(tokens, cue),
      shape,
      subject,
      quoted: lengthOf(quoted) / lengthOf(segments),
      hasQuote: quoted.length > 0,
      that,
      said: wasSaid(tokens, cue, { parts: found.parts, shape }),
      outer: null,
    },
  ]
}

/** Fewer words are hardly what somebody said. */
const LEAST_WORDS = 2

function spanOf(text: string, tokens: Token[], { from, to }: Range) {
  const first = tokens[from]
  const last = tokens
    .slice(from, to)
    .findLast((token) => token.kind !== 'mark' || /^[)\]%€$]$/.test(token.text))
  return first && last && last.end > first.start ? trimSpan(text, first.start, last.end) : null
}

function byVerb(tokens: Token[], mentions: Mention[]): Reported | null {
  for (const [i, token] of tokens.entries()) {
    if (!isVerb(token)) continue
    const found = wordsBefore(tokens, mentions, i) ?? wordsBehind(tokens, mentions, i)
    if (found) return found
  }
  return null
}

/** Reads "Moss sagte am Montag, dass …", "Am Montag sagte Moss, der Pier sei sicher". */
function wordsBehind(tokens: Token[], mentions: Mention[], verb: number): Reported | null {
  const clause = clauseStart(tokens, verb)
  const start = verbStart(tokens, verb)
  const open = openingOf(tokens, verb)
  if (open < 0 || isDoubtful(tokens, { from: clause, to: open })) return null
  if (!isWhole(tokens, verb, open)) return null
  // "Moss, der am Montag sagte, …"
  if (clause > 0 && is(tokens[clause], 'determiner')) return null
  const finite = firstVerb(tokens, start)
  const subject = is(tokens[clause], 'asWord')
    ? speakerBehind(tokens, mentions, clause + 1, tokens[verb])
    : (speakerBefore(tokens, mentions, finite) ?? speakerBehind(tokens, mentions, finite + 1, tokens[verb]))
  if (!subject || subject.to > open) return null
  const opener = tokens[open + 1]
  const that = is(opener, 'that')
  const from = open + (that ? 2 : 1)
  const to = wordsEnd(tokens, from)
  if (to - from < LEAST_WORDS) return null
  return {
    ...{ kind: 'VERB', parts: [{ from, to }], subject, that },
    verb: { from: start, to: Math.max(verb + 1, start + 1) },
    group: { from: Math.min(subject.from, start), to: open },
    form: tokens[verb]?.verb,
  }
}

/** Returns the index of the finite verb of the clause, "hat" in "Moss hat am Montag gesagt"; else `verb`. */
function firstVerb(tokens: Token[], verb: number): number {
  const from = clauseStart(tokens, verb)
  const auxiliary = tokens.findIndex((token, i) => i >= from && i < verb && is(token, 'auxiliary'))
  return auxiliary < 0 ? verb : auxiliary
}

/** Tokens from a verb to the words that it reports. */
const REACH = 30

/**
 * Returns the index of the comma before the words that the verb reports: before "dass" or "ob", or before a clause whose
 * verb tells that the words are somebody else's; -1 without one.
 */
function openingOf(tokens: Token[], verb: number): number {
  const last = Math.min(tokens.length, verb + REACH)
  let first = -1
  for (let i = verb + 1; i < last; i++) {
    const token = tokens[i]
    if (first >= 0 && token?.kind === 'quote') break
    if (token?.kind === 'quote' || (i > verb + 1 && isVerb(token) && first < 0)) return -1
    if (!/^[,:]$/.test(token?.text ?? '')) continue
    const next = tokens[i + 1]
    if (is(next, 'that') || (is(next, 'questionWord') && !is(next, 'determiner'))) return i
    if (first < 0) first = i
  }
  if (first === verb + 1 && is(tokens[clauseStart(tokens, verb)], 'asWord')) return first
  if (first < 0 || is(tokens[first + 1], 'conjunction') || is(tokens[first + 1], 'subordinator')) return -1
  const end = wordsEnd(tokens, first + 1)
  return tokens.slice(first + 1, end).some((token) => is(token, 'reportedVerb')) ? first : -1
}

/** Reads "Der Pier ist sicher, sagte Moss am Montag", "Der Pier, sagte Moss, sei sicher", "…, wie Moss sagte". */
function wordsBefore(tokens: Token[], mentions: Mention[], verb: number): Reported | null {
  const from = clauseStart(tokens, verb)
  if (from === 0 || tokens[from - 1]?.text !== ',' || isDoubtful(tokens, { from, to: verb + 1 })) return null
  const as = is(tokens[from], 'asWord')
  if (!as && from !== verbStart(tokens, verb)) return null
  const subject = as
    ? speakerBehind(tokens, mentions, from + 1, tokens[verb])
    : speakerBehind(tokens, mentions, verb + 1, tokens[verb])
  const opener = tokens[0]
  const that = is(opener, 'that')
  if (!subject || (is(opener, 'subordinator') && !that && !is(opener, 'questionWord'))) return null
  const first = that ? 1 : 0
  const before = { from: first, to: from - 1 }
  const groupTo = Math.max(verb + 1, subject.to)
  const rest = adverbialEnd(tokens, groupTo)
  const goesOn = tokens[rest]?.text === ',' && !is(tokens[rest + 1], 'conjunction')
  if ((!goesOn && !isEnd(tokens[rest])) || !isWhole(tokens, verb, rest)) return null
  const behind = goesOn ? [{ from: rest + 1, to: wordsEnd(tokens, rest + 1) }] : []
  // "Am Montag, sagte Moss, fahre die Fähre": the day alone is said only with what follows.
  const count = [before, ...behind].reduce((sum, part) => sum + part.to - part.from, 0)
  if (count < LEAST_WORDS || (before.to - before.from < LEAST_WORDS && !goesOn)) return null
  return {
    ...{ kind: 'VERB', parts: [before, ...behind], subject, that },
    verb: { from: verbStart(tokens, verb), to: verb + 1 },
    group: { from, to: groupTo },
    form: tokens[verb]?.verb,
  }
}

/** Tells whether a verb of two parts has its second before the end of the clause: "räumte … ein". */
const isWhole = (tokens: Token[], verb: number, end: number) => {
  const particles = tokens[verb]?.verb?.particles ?? []
  // A participle has both: "eingeräumt".
  return particles.length === 0 || particles.includes(tokens[end - 1]?.lower ?? '')
}

/** Returns the index after the adverbials that begin at `from`: up to the next mark. */
function adverbialEnd(tokens: Token[], from: number): number {
  let to = from
  if (to < tokens.length && !isEnd(tokens[to]) && tokens[to]?.text !== ',' && !isAdverbial(tokens[to]))
    return -1
  while (tokens[to]?.kind === 'word' || /^[()]$/.test(tokens[to]?.text ?? '')) to++
  return to
}

const isAdverbial = (token: Token | undefined) =>
  (['between', 'preposition', 'time', 'adverb', 'determiner'] as const).some((tag) => is(token, tag)) ||
  token?.capital === false

/** Returns the index where the clause of a verb begins: behind the last mark before it. */
function clauseStart(tokens: Token[], verb: number): number {
  const mark = tokens.findLastIndex(
    (token, i) => i < verb && (token.kind === 'quote' || /^[,:;—–]$/.test(token.text)),
  )
  return mark + 1
}

/** Returns the index after the words that begin at `from`: the end of the sentence, or of the clause before a new main one. */
function wordsEnd(tokens: Token[], from: number): number {
  let to = tokens.length
  while (to > from && isEnd(tokens[to - 1])) to--
  const semicolon = tokens.findIndex((token, i) => i >= from && i < to && token.text === ';')
  return semicolon < 0 ? to : semicolon
}

/**
 * Tells whether nothing is said: it is denied, "sagte nicht", only possible, "könnte sagen", passive, or the clause
 * depends on another one, "wenn Moss sagt".
 */
function isDoubtful(tokens: Token[], { from, to }: Range): boolean {
  const clause = tokens.slice(from, to)
  const opener = clause[0]
  if (clause.some((token) => is(token, 'negation'))) return true
  if (is(opener, 'subordinator') && !is(opener, 'asWord')) return true
  return clause.some((token) => is(token, 'auxiliary') && !is(token, 'perfect'))
}
