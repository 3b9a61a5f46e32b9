import { cueOf } from '../cues/cue.js'
import { type Subject, subject } from '../cues/subject.js'
import type { Mention } from '../names/mention.js'
import { endMark } from '../text/quote-end.js'
import type { Sentence } from '../text/sentence.js'
import { isFullTitleCase } from '../text/title-case.js'
import { is, type Range, type Token } from '../text/token.js'
import { NO_TRAITS, type VerbForm } from '../text/verb-form.js'
import { polarityOf } from './polarity-of.js'
import type { SentenceDraft } from './sentence-draft.js'

/** What the reporter's words beside a quotation say of it. */
interface Attribution {
  subject: Subject
  verb: Range
  /** Subject and verb together. */
  group: Range
  form: VerbForm | undefined
}

/** Finds quotations with a verb that reports, a source ("so Moss", "laut Moss") or a colon beside them. */
export function readQuotations(_text: string, sentence: Sentence, mentions: Mention[]): SentenceDraft[] {
  const { tokens } = sentence
  const at = tokens.findIndex((token) => token.kind === 'quote')
  if (at < 0) return []
  const before = beforeColon(tokens, mentions, at)
  const found = before ?? afterQuote(tokens, mentions, at)
  if (!found || found.subject.kind === 'SELF') return []
  const parts = before ? quotesFrom(tokens, at) : [at, ...resumed(tokens, found.group.to)]
  const quoted = parts.flatMap((i) => tokens[i] ?? [])
  if (quoted.length === 0) return []
  const cue = cueOf('VERB', found.verb.from, found.verb.to, {
    subject: found.subject,
    groupFrom: found.group.from,
    groupTo: found.group.to,
    lemma: found.form?.lemma ?? '',
    traits: found.form?.traits ?? NO_TRAITS,
  })
  return [
    {
      segments: quoted.map(({ start, end }) => ({ start, end })),
      cue,
      polarity: polarityOf(tokens, cue),
      shape: before ? 'AFTER' : parts.length > 1 ? 'AROUND' : 'BEFORE',
      subject: found.subject,
      quoted: 1,
      hasQuote: true,
      that: false,
      said: true,
      outer: null,
    },
  ]
}

/** Reads what stands before a colon: "Moss sagte am Dienstag: „…“", "Am Dienstag sagte Moss: „…“", "Moss: „…“". */
function beforeColon(tokens: Token[], mentions: Mention[], quote: number): Attribution | null {
  const colon = quote - 1
  if (tokens[colon]?.text !== ':') return null
  const verb = tokens.findLastIndex((token, i) => i < colon && isVerb(token))
  if (verb < 0) {
    const named = mentions.find((mention) => mention.from === 0 && mention.to === colon)
    return named
      ? {
          subject: subject('NAME', named.from, named.to, named),
          verb: { from: colon, to: quote },
          group: { from: 0, to: quote },
          form: undefined,
        }
      : null
  }
  const found = subjectEnding(tokens, mentions, verb) ?? subjectFrom(tokens, mentions, verb + 1, tokens[verb])
  return (
    found && {
      subject: found,
      verb: { from: verb, to: verb + 1 },
      group: { from: Math.min(found.from, verb), to: colon },
      form: tokens[verb]?.verb,
    }
  )
}

/** Reads what follows a quotation: "„…“, sagte Moss", "„…“, so die Ministerin". */
function afterQuote(tokens: Token[], mentions: Mention[], quote: number): Attribution | null {
  const spoken = tokens[quote + 1]?.text === ',' || /[,!?.…]/.test(endMark(tokens[quote]))
  const verb = tokens[quote + 1]?.text === ',' ? quote + 2 : quote + 1
  const token = tokens[verb]
  if (!spoken || !token || token.capital || !(isVerb(token) || is(token, 'sourceWord'))) return null
  const words = tokens[quote]
  if (words && isFullTitleCase(words) && endMark(words) === '') return null
  const found = subjectFrom(tokens, mentions, verb + 1, token)
  return (
    found && {
      subject: found,
      verb: { from: verb, to: verb + 1 },
      group: { from: verb, to: found.to },
      form: token.verb,
    }
  )
}

const isVerb = ({ capital, verb }: Token) => !capital && verb !== undefined

/** Finds the speaker behind the verb, but for adverbs and days between them. */
function subjectFrom(
  tokens: Token[],
  mentions: Mention[],
  from: number,
  verb: Token | undefined,
): Subject | null {
  let i = from
  while (i < from + 6 && is(tokens[i], 'between')) i++
  const first = tokens[i]
  if (first?.kind !== 'word') return null
  const pronoun = pronounAt(tokens, i, verb)
  if (pronoun) return pronoun
  const named = mentions.find((mention) => mention.from >= i && mention.from <= i + 3)
  const between = tokens.slice(i, named?.from ?? i)
  // "die Ministerin Ada Moss", "der parteilose Bürgermeister Moss"
  if (named && between.every((token) => is(token, 'determiner') || /^\p{Ll}/u.test(token.text)))
    return subject('NAME', i, named.to, named)
  if (!is(first, 'determiner') && !first.capital) return null
  let to = i + 1
  while (tokens[to]?.kind === 'word' && !is(tokens[to], 'between') && to < i + 5) to++
  return subject('NOUN', i, to, null)
}

/** Finds the speaker right before the verb. */
function subjectEnding(tokens: Token[], mentions: Mention[], verb: number): Subject | null {
  const pronoun = pronounAt(tokens, verb - 1, tokens[verb])
  if (pronoun) return pronoun
  const named = mentions.find((mention) => mention.to === verb)
  if (named) return subject('NAME', named.from, named.to, named)
  // "Ivo Hale, Bürgermeister von Ruhn, sagte"
  const opening = mentions.find((mention) => mention.from === 0 && tokens[mention.to]?.text === ',')
  if (tokens[verb - 1]?.text === ',' && opening) return subject('NAME', 0, opening.to, opening)
  let from = verb - 1
  while (from > 0 && tokens[from]?.kind === 'word' && !is(tokens[from], 'determiner')) from--
  const opened = is(tokens[from], 'determiner') || (from === 0 && isOpener(tokens[0]))
  return opened && from < verb ? subject('NOUN', from, verb, null) : null
}

const isOpener = (token: Token | undefined) => token?.capital === true && !is(token, 'between')

function pronounAt(tokens: Token[], i: number, verb: Token | undefined): Subject | null {
  const token = tokens[i]
  if (is(token, 'self')) return subject('SELF', i, i + 1, null)
  if (!is(token, 'pronoun')) return null
  // "sagten sie": several, whom no name is given to.
  const kind = is(verb, 'pluralVerb') ? 'NOUN' : 'PRONOUN'
  const determines = tokens[i + 1]?.capital === true && is(token, 'determiner')
  return determines ? null : subject(kind, i, i + 1, null)
}

/** Returns the indices of the quotations side by side from `at`. */
function quotesFrom(tokens: Token[], at: number): number[] {
  const found = []
  for (let i = at; tokens[i]?.kind === 'quote'; i++) found.push(i)
  return found
}

/** Returns the index of the quotation that goes on after a comma or colon: "…“, sagte Moss am Dienstag, „…“". */
function resumed(tokens: Token[], from: number): number[] {
  const next = tokens.findIndex((token, i) => i >= from && token.kind === 'quote')
  return next > 0 && /^[,:;]$/.test(tokens[next - 1]?.text ?? '') ? [next] : []
}
