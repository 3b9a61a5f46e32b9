import type { Mention } from '../names/mention.js'
import { endMark } from '../text/quote-end.js'
import { isFullTitleCase } from '../text/title-case.js'
import { is, type Token } from '../text/token.js'
import { isApposition } from './apposition.js'
import { type Cue, cueOf } from './cue.js'
import { nounPhrase } from './noun-phrase.js'
import { ownerOf } from './owner.js'
import { speaksForItself, verbAfter } from './predicate.js'
import { openingSubject } from './shared-subject.js'
import { type Subject, subject } from './subject.js'

/**
 * Reads what introduces a quotation behind a colon without a verb that reports: "Moss:", "Moss, the Post:", "And from
 * Moss:", "Moss was blunt:", "Her answer:". A colon at the end of a paragraph introduces the quotation below it.
 */
export function introductionCue(tokens: Token[], mentions: Mention[]): Cue | null {
  const colon = tokens.findIndex(({ text }, i) => text === ':' && mayIntroduce(tokens[i + 1]))
  if (colon <= 0) return null
  const named = labelBefore(tokens, mentions, colon) ?? senderBefore(tokens, mentions, colon)
  if (named) return introduction(colon, named, colon, false)
  if (!isSpeech(tokens[colon + 1])) return null
  const owner = ownerBefore(tokens, mentions, colon)
  if (owner) return introduction(colon, owner, owner.to, true)
  const opening = openingSubject(tokens, mentions, colon) ?? officeAhead(tokens)
  const verb = opening ? verbAfter(tokens, opening, colon) : -1
  const speaks = verb > 0 && speaksForItself(tokens, mentions, verb, colon)
  return opening && speaks ? introduction(colon, opening, verb + 1, true) : null
}

const introduction = (colon: number, speaker: Subject, groupTo: number, weak: boolean): Cue =>
  cueOf('COLON', colon, colon + 1, { subject: speaker, groupFrom: speaker.from, groupTo, weak })

const mayIntroduce = (token: Token | undefined) => token === undefined || token.kind === 'quote'

/** Words in quotation marks that end in no mark are as often a name or a title, if they are fewer. */
const LEAST_WORDS = 4

/** Tells whether the quotation behind a colon is a sentence, not the title of a work. No token stands for those below. */
function isSpeech(token: Token | undefined): boolean {
  if (!token) return true
  const mark = endMark(token)
  if (isFullTitleCase(token)) return /[!?]/.test(mark)
  return mark !== '' || token.text.split(/\s+/).length >= LEAST_WORDS
}

/** Reads the name that opens the sentence, alone or with who that is: "Moss:", "Moss, the Post:", "Moss (Green, Ruhn):". */
function labelBefore(tokens: Token[], mentions: Mention[], colon: number): Subject | null {
  const phrase = nounPhrase(tokens, mentions, colon - 1)
  if (phrase?.kind === 'NAME' && phrase.from === 0) return phrase
  const named = mentions.find(({ from, possessive }) => from === 0 && !possessive)
  return named && isApposition(tokens, named.to, colon) ? subject('NAME', 0, named.to, named) : null
}

/** Reads whoever sent the words: "And from Moss:", "A letter from Moss, the chair:", "This note by Moss:". */
function senderBefore(tokens: Token[], mentions: Mention[], colon: number): Subject | null {
  const named = mentions.find(
    ({ from, to, possessive }) =>
      !possessive && /^(?:from|by)$/.test(tokens[from - 1]?.lower ?? '') && isApposition(tokens, to, colon),
  )
  const link = (named?.from ?? 0) - 1
  if (!named || link < 0) return null
  const sent = isUtterance(tokens[link - 1])
  const bare = tokens[link]?.lower === 'from' && tokens.slice(0, link).every((token) => is(token, 'function'))
  return sent || bare ? subject('NAME', named.from, named.to, named) : null
}

/** Reads whose words they are: "Moss's message to the town was short:", "His answer:". */
function ownerBefore(tokens: Token[], mentions: Mention[], colon: number): Subject | null {
  const at = tokens.findIndex((token, i) => i < colon && isUtterance(token))
  const owner = at > 0 ? ownerOf(tokens, mentions, at) : null
  return owner && (owner.from === 0 || is(tokens[owner.from - 1], 'conjunction')) ? owner : null
}

const isUtterance = (token: Token | undefined) =>
  is(token, 'utterance') || is(token, 'reportingNoun') || is(token, 'writing')

/** Reads the office that opens the sentence: "The mayor", "The deputy chair". */
function officeAhead(tokens: Token[]): Subject | null {
  if (!is(tokens[0], 'determiner')) return null
  let to = 0
  for (let i = 1; i < OFFICE_REACH && tokens[i]?.kind === 'word' && !is(tokens[i], 'function'); i++)
    if (tokens[i]?.office) to = i + 1
  return to > 0 ? subject('NOUN', 0, to, null) : null
}

/** Tokens from the article to the office. */
const OFFICE_REACH = 5
