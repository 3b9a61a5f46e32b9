import { cueOf } from '../cues/cue.js'
import { type Subject, subject } from '../cues/subject.js'
import type { Mention } from '../names/mention.js'
import { endMark } from '../text/quote-end.js'
import type { Sentence } from '../text/sentence.js'
import { isFullTitleCase } from '../text/title-case.js'
import { is, type Range, type Token } from '../text/token.js'
import { NO_TRAITS, type VerbForm } from '../text/verb-form.js'
import { polarityOf } from './polarity-of.js'
import { readSigned } from './read-signed.js'
import type { SentenceDraft } from './sentence-draft.js'
import {
  isVerb,
  speakerBefore,
  speakerBehind,
  speakerWithin,
  verbFrom,
  verbStart,
} from './speaker-beside-verb.js'
import { wasSaid } from './was-said.js'

/** What the reporter's words beside a quotation say of it. */
interface Attribution {
  subject: Subject
  verb: Range
  /** Subject and verb together. */
  group: Range
  form: VerbForm | undefined
}

/**
 * Finds quotations with a verb that reports, a source ("so Moss", "laut Moss"), a colon or a dash beside them; null when
 * nothing tells who speaks them.
 *
 * @param indirect whether clauses are read by other rules, with the quotations in them.
 */
export function readQuotations(
  sentence: Sentence,
  mentions: Mention[],
  indirect: boolean,
): SentenceDraft[] | null {
  const direct = readDirect(sentence, mentions, indirect)
  if (direct) return direct.said && direct.subject.kind === 'SELF' ? [] : [direct]
  const signed = readSigned(sentence, mentions)
  return signed && [signed]
}

function readDirect({ tokens }: Sentence, mentions: Mention[], indirect: boolean): SentenceDraft | null {
  const at = tokens.findIndex((token) => token.kind === 'quote')
  if (at < 0) return null
  const before = beforeColon(tokens, mentions, at)
  const found =
    before ?? afterQuote(tokens, mentions, at) ?? (indirect ? null : insideClause(tokens, mentions, at))
  if (!found) return null
  const parts =
    before || found.verb.to <= at ? quotesFrom(tokens, at) : [at, ...resumed(tokens, found.group.to)]
  const quoted = parts.flatMap((i) => tokens[i] ?? [])
  const cue = cueOf('VERB', found.verb.from, found.verb.to, {
    subject: found.subject,
    groupFrom: found.group.from,
    groupTo: found.group.to,
    lemma: found.form?.lemma ?? '',
    traits: found.form?.traits ?? NO_TRAITS,
    negated: isNegated(tokens, found.verb.from),
  })
  const shape = before || found.verb.to <= at ? 'AFTER' : parts.length > 1 ? 'AROUND' : 'BEFORE'
  return {
    segments: quoted.map(({ start, end }) => ({ start, end })),
    cue,
    polarity: polarityOf(tokens, cue),
    shape,
    subject: found.subject,
    quoted: 1,
    hasQuote: true,
    that: false,
    said: wasSaid(tokens, cue, { parts: parts.map((from) => ({ from, to: from + 1 })), shape }),
    outer: null,
  }
}

/** Tells whether the clause of the verb at `at` is negated: "Moss sagte nie: „…“"; not "sagte nicht ohne Stolz". */
function isNegated(tokens: Token[], at: number): boolean {
  let from = at
  while (tokens[from - 1]?.kind === 'word') from--
  for (let i = from; tokens[i]?.kind === 'word'; i++)
    if ((is(tokens[i], 'negation') || is(tokens[i], 'noOne')) && !is(tokens[i + 1], 'afterNo')) return true
  return false
}

/** Reads what stands before a colon: "Moss sagte am Dienstag: „…“", "Am Dienstag sagte Moss: „…“", "Moss: „…“". */
function beforeColon(tokens: Token[], mentions: Mention[], quote: number): Attribution | null {
  const colon = quote - 1
  if (tokens[colon]?.text !== ':') return null
  const verb = tokens.findLastIndex((token, i) => i < colon && isVerb(token))
  if (verb < 0) return namedBefore(tokens, mentions, colon)
  const from = verbStart(tokens, verb)
  const found =
    speakerBefore(tokens, mentions, from) ??
    speakerWithin(tokens, { from, to: verb + 1 }) ??
    speakerBehind(tokens, mentions, verb + 1, tokens[verb])
  return (
    found && {
      subject: found,
      verb: { from, to: verb + 1 },
      group: { from: Math.min(found.from, from), to: colon },
      form: tokens[verb]?.verb,
    }
  )
}

/** Reads a name, or a source, alone before a colon: "Moss: „…“", "Ada Moss, Bürgermeisterin: „…“", "Según Moss: «…»". */
function namedBefore(tokens: Token[], mentions: Mention[], colon: number): Attribution | null {
  const named = mentions.find(({ from }) => from === 0 || (from === 1 && is(tokens[0], 'sourceWord')))
  if (!named || !(named.to === colon || isApposition(tokens, named, colon))) return null
  return {
    subject: subject('NAME', named.from, named.to, named),
    verb: { from: colon, to: colon + 1 },
    group: { from: 0, to: colon + 1 },
    form: undefined,
  }
}

/** Words of an office between a name and the colon. */
const LONGEST_APPOSITION = 9

/** Tells whether an office stands between a full name and the colon: "Ada Moss, Bürgermeisterin von Ruhn: „…“". */
const isApposition = (tokens: Token[], named: Mention, colon: number) =>
  named.to - named.from > 1 &&
  colon - named.to <= LONGEST_APPOSITION &&
  /^[,(]$/.test(tokens[named.to]?.text ?? '') &&
  tokens.slice(named.to + 1, colon).every((token) => token.kind === 'word' || /^[)&,]$/.test(token.text))

/** Reads what follows a quotation: "„…“, sagte Moss", "„…“, so die Ministerin". */
function afterQuote(tokens: Token[], mentions: Mention[], quote: number): Attribution | null {
  const mark = tokens[quote + 1]
  const joined = /^(?:,|[—–-])$/.test(mark?.text ?? '')
  const from = joined ? quote + 2 : quote + 1
  const words = tokens[quote]
  if (words && isFullTitleCase(words) && endMark(words) === '') return null
  const verb = sourceFrom(tokens, from) ?? verbFrom(tokens, from)
  const last = verb && tokens[verb.to - 1]
  if (!verb || tokens[from]?.capital) return null
  const spoken = joined || /[,!?.…]/.test(endMark(words)) || is(last ?? undefined, 'sourceWord')
  const found = speakerWithin(tokens, verb) ?? speakerBehind(tokens, mentions, verb.to, last ?? undefined)
  if (!found || !spoken) return null
  return { subject: found, verb, group: { from, to: Math.max(verb.to, found.to) }, form: last?.verb }
}

/** Words between "que" and the quotation that ends its clause. */
const CLAUSE_REACH = 12

/** Reads a clause that ends in the quotation: "Moss dijo que el puerto «es seguro»", "Moss a dit que le port « est sûr »". */
function insideClause(tokens: Token[], mentions: Mention[], quote: number): Attribution | null {
  const that = tokens.findLastIndex((token, i) => i < quote && is(token, 'that'))
  if (that < 1 || quote - that > CLAUSE_REACH) return null
  if (tokens.slice(that, quote).some((token) => token.kind !== 'word')) return null
  const verb = tokens.findLastIndex((token, i) => i < that && isVerb(token))
  if (verb < 0 || that - verb > CLAUSE_REACH / 2) return null
  const from = verbStart(tokens, verb)
  const found = speakerBefore(tokens, mentions, from)
  return (
    found && {
      subject: found,
      verb: { from, to: verb + 1 },
      group: { from: Math.min(found.from, from), to: that + 1 },
      form: tokens[verb]?.verb,
    }
  )
}

/** Reads "so" of "„…“, so Moss". */
const sourceFrom = (tokens: Token[], i: number): Range | null =>
  is(tokens[i], 'sourceWord') ? { from: i, to: i + 1 } : null

/** Returns the indices of the quotations side by side from `at`. */
function quotesFrom(tokens: Token[], at: number): number[] {
  const found = []
  for (let i = at; tokens[i]?.kind === 'quote'; i++) found.push(i)
  return found
}

/** Returns the index of the quotation that goes on after a comma or colon: "…“, sagte Moss am Dienstag, „…“". */
function resumed(tokens: Token[], from: number): number[] {
  const next = tokens.findIndex((token, i) => i >= from && token.kind === 'quote')
  return next > 0 && /^[,:;—–-]$/.test(tokens[next - 1]?.text ?? '') ? [next] : []
}
