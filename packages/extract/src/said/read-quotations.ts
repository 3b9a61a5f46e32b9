import { cueOf } from '../cues/cue.js'
import { type Subject, subject } from '../cues/noun-phrase.js'
import {
  ADVERBS,
  DETERMINERS,
  PLURAL_REPORTING_FORMS,
  REPORTING_FORMS,
  SELF_WORDS,
  SOURCE_WORDS,
  SPEAKING_PRONOUNS,
} from '../languages/de/words.js'
import type { Mention } from '../names/find-names.js'
import { endMark } from '../text/quote-end.js'
import type { Sentence } from '../text/sentences.js'
import { isTitleCase } from '../text/title-case.js'
import type { Range, Token } from '../text/tokens.js'
import type { SentenceDraft } from './sentence-draft.js'

/** What the reporter's words beside a quotation say of it. */
interface Attribution {
  subject: Subject
  verb: Range
  /** Subject and verb together. */
  group: Range
}

/** Quotations with a verb that reports, "so", "laut" or a colon beside them. */
export function readGermanSentence(_text: string, sentence: Sentence, mentions: Mention[]): SentenceDraft[] {
  const { tokens } = sentence
  const at = tokens.findIndex((token) => token.kind === 'quote')
  if (at < 0) return []
  const before = beforeColon(tokens, mentions, at)
  const found = before ?? afterQuote(tokens, mentions, at)
  if (!found || found.subject.kind === 'SELF') return []
  const parts = before ? quotesFrom(tokens, at) : [at, ...resumed(tokens, found.group.to)]
  const quoted = parts.flatMap((i) => tokens[i] ?? [])
  if (quoted.length === 0) return []
  return [
    {
      segments: quoted.map(({ start, end }) => ({ start, end })),
      cue: cueOf('VERB', found.verb.from, found.verb.to, {
        subject: found.subject,
        groupFrom: found.group.from,
        groupTo: found.group.to,
        lemma: 'say',
      }),
      shape: before ? 'AFTER' : parts.length > 1 ? 'AROUND' : 'BEFORE',
      subject: found.subject,
      quoted: 1,
      hasQuote: true,
      that: false,
      outer: null,
    },
  ]
}

/** "Moss sagte am Dienstag: „…“", "Am Dienstag sagte Moss: „…“", "Moss: „…“". */
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
        }
      : null
  }
  const found = subjectEnding(tokens, mentions, verb) ?? subjectFrom(tokens, mentions, verb + 1, tokens[verb])
  return (
    found && {
      subject: found,
      verb: { from: verb, to: verb + 1 },
      group: { from: Math.min(found.from, verb), to: colon },
    }
  )
}

/** "„…“, sagte Moss", "„…“, so die Ministerin". */
function afterQuote(tokens: Token[], mentions: Mention[], quote: number): Attribution | null {
  const spoken = tokens[quote + 1]?.text === ',' || /[,!?.…]/.test(endMark(tokens[quote]))
  const verb = tokens[quote + 1]?.text === ',' ? quote + 2 : quote + 1
  const token = tokens[verb]
  if (!spoken || !token || token.capital || !(isVerb(token) || SOURCE_WORDS.has(token.lower))) return null
  if (isTitleCase(tokens[quote]?.text ?? '', 1) && endMark(tokens[quote]) === '') return null
  const found = subjectFrom(tokens, mentions, verb + 1, token)
  return found && { subject: found, verb: { from: verb, to: verb + 1 }, group: { from: verb, to: found.to } }
}

const isVerb = ({ lower, capital, kind }: Token) =>
  kind === 'word' && !capital && (REPORTING_FORMS.has(lower) || PLURAL_REPORTING_FORMS.has(lower))

/** The speaker after the verb, adverbs and days between them passed over. */
function subjectFrom(
  tokens: Token[],
  mentions: Mention[],
  from: number,
  verb: Token | undefined,
): Subject | null {
  let i = from
  while (i < from + 6 && ADVERBS.has(tokens[i]?.lower ?? '')) i++
  const first = tokens[i]
  if (first?.kind !== 'word') return null
  const pronoun = pronounAt(tokens, i, verb)
  if (pronoun) return pronoun
  const named = mentions.find((mention) => mention.from >= i && mention.from <= i + 3)
  const between = tokens.slice(i, named?.from ?? i)
  // "die Ministerin Ada Moss", "der parteilose Bürgermeister Moss"
  if (named && between.every((token) => DETERMINERS.has(token.lower) || /^\p{Ll}/u.test(token.text)))
    return subject('NAME', i, named.to, named)
  if (!DETERMINERS.has(first.lower) && !first.capital) return null
  let to = i + 1
  while (tokens[to]?.kind === 'word' && !ADVERBS.has(tokens[to]?.lower ?? '') && to < i + 5) to++
  return subject('NOUN', i, to, null)
}

/** The speaker right before the verb. */
function subjectEnding(tokens: Token[], mentions: Mention[], verb: number): Subject | null {
  const pronoun = pronounAt(tokens, verb - 1, tokens[verb])
  if (pronoun) return pronoun
  const named = mentions.find((mention) => mention.to === verb)
  if (named) return subject('NAME', named.from, named.to, named)
  // "Ivo Hale, Bürgermeister von Ruhn, sagte"
  const opening = mentions.find((mention) => mention.from === 0 && tokens[mention.to]?.text === ',')
  if (tokens[verb - 1]?.text === ',' && opening) return subject('NAME', 0, opening.to, opening)
  let from = verb - 1
  while (from > 0 && tokens[from]?.kind === 'word' && !DETERMINERS.has(tokens[from]?.lower ?? '')) from--
  const opened = DETERMINERS.has(tokens[from]?.lower ?? '') || (from === 0 && isOpener(tokens[0]))
  return opened && from < verb ? subject('NOUN', from, verb, null) : null
}

const isOpener = (token: Token | undefined) => token?.capital === true && !ADVERBS.has(token.lower)

function pronounAt(tokens: Token[], i: number, verb: Token | undefined): Subject | null {
  const lower = tokens[i]?.lower ?? ''
  if (SELF_WORDS.has(lower)) return subject('SELF', i, i + 1, null)
  if (!(lower in SPEAKING_PRONOUNS)) return null
  // "sagten sie": several, whom no name is given to.
  const plural = PLURAL_REPORTING_FORMS.has(verb?.lower ?? '')
  const determines = tokens[i + 1]?.capital === true && DETERMINERS.has(lower)
  return determines ? null : subject(plural ? 'NOUN' : 'PRONOUN', i, i + 1, null)
}

/** Indices of the quotations side by side from `at`. */
function quotesFrom(tokens: Token[], at: number): number[] {
  const found = []
  for (let i = at; tokens[i]?.kind === 'quote'; i++) found.push(i)
  return found
}

/** "…“, sagte Moss am Dienstag, „…“": the quotation that goes on after a comma or colon. */
function resumed(tokens: Token[], from: number): number[] {
  const next = tokens.findIndex((token, i) => i >= from && token.kind === 'quote')
  return next > 0 && /^[,:;]$/.test(tokens[next - 1]?.text ?? '') ? [next] : []
}
