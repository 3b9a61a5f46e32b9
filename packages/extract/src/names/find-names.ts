import { ADJECTIVES, BODY_WORDS, GROUPS, METONYMS, NOT_NAMES } from '../languages/en/organisations.js'
import { TITLE_WORDS } from '../languages/en/titles.js'
import type { Token } from '../text/tokens.js'
import type { Span, SpeakerKind } from '../types.js'
import { isFunctionWord } from './function-words.js'
import { type Gender, genderOf, isFirstName } from './gender.js'
import { roleOf } from './roles.js'
import { titleLength } from './titles.js'

/** A name where it stands, its title included; `from` and `to` are token indices, `to` exclusive. */
export interface Mention extends Span {
  from: number
  to: number
  /** Without titles. */
  name: string
  kind: SpeakerKind
  gender: Gender
  /** Title or office beside the name, as printed. */
  role: string | null
  possessive: boolean
  /** A lone word at the head of a sentence: may be a common noun. */
  initial: boolean
}

const PARTICLES = new Set('de van von der den bin al la del da di du ibn el le dos ter'.split(' '))

const SUFFIXES = new Set('jr jr. sr sr. ii iii iv'.split(' '))

/** All names in a sentence's own words, in order. */
export function findMentions(text: string, tokens: Token[]): Mention[] {
  const mentions: Mention[] = []
  let i = 0
  while (i < tokens.length) {
    const run = nameRun(tokens, i)
    if (!run) {
      i++
      continue
    }
    const mention = opensParticiple(tokens, run) ? null : readRun(text, tokens, run.from, run.to)
    if (mention) mentions.push(mention)
    i = run.to
  }
  return mentions
}

/** "Shaken by the storm, …" at the head of a sentence. */
const opensParticiple = (tokens: Token[], { from, to }: { from: number; to: number }): boolean =>
  from === 0 &&
  to === 1 &&
  /^\p{Lu}\p{Ll}{2,}(?:ed|en)$/u.test(tokens[0]?.text ?? '') &&
  tokens[1]?.lower === 'by'

const isNameWord = (token: Token | undefined, first: boolean): boolean =>
  token?.kind === 'word' &&
  token.capital &&
  !COMPOUND.test(token.text) &&
  !NOT_NAMES.has(token.lower) &&
  !(token.lower === 'i' || ((first || token.text.length < 3) && isFunctionWord(token.lower)))

/** "Ruhn-trained", "British-led": no part of a name. */
const COMPOUND = /-\p{Ll}{2,}(?:ed|ing)$/u

function nameRun(tokens: Token[], start: number): { from: number; to: number } | null {
  const head = tokens[start]
  const adjective = head?.capital && ADJECTIVES.has(head.lower) && isNameWord(tokens[start + 1], false)
  if (!isNameWord(head, true) && !adjective) return null
  let to = start + 1
  let body = head !== undefined && BODY_WORDS.has(head.lower)
  for (;;) {
    const token = tokens[to]
    const next = tokens[to + 1]
    const title = titleLength(tokens, to - 1)
    if (title > 1 && tokens[to - 1]?.capital) {
      to += title - 1
      continue
    }
    if (token?.kind !== 'word') {
      if (token?.text === ',' && next && SUFFIXES.has(next.lower)) to += 2
      else if (token?.text === '&' && isNameWord(next, false)) to += 2
      else break
      continue
    }
    if (
      token.capital &&
      !COMPOUND.test(token.text) &&
      !isFunctionWord(token.lower) &&
      (!NOT_NAMES.has(token.lower) || surnameMonth(tokens, to))
    )
      to++
    else if (SUFFIXES.has(token.lower)) to++
    else if (PARTICLES.has(token.lower) && isNameWord(next, false)) to += 2
    // "van der Berg", "de la Cruz"
    else if (
      PARTICLES.has(token.lower) &&
      PARTICLES.has(next?.lower ?? '') &&
      isNameWord(tokens[to + 2], false)
    )
      to += 3
    else if (body && /^(?:of|for)$/.test(token.lower) && isNameWord(next, false)) to += 2
    else if (
      body &&
      /^(?:of|for)$/.test(token.lower) &&
      /^(?:the|a)$/.test(next?.lower ?? '') &&
      isNameWord(tokens[to + 2], false)
    )
      to += 3
    else break
    body ||= BODY_WORDS.has(tokens[to - 1]?.lower ?? '')
  }
  return { from: start, to }
}

/** "Theresa May", not "in May". */
const surnameMonth = (tokens: Token[], i: number) =>
  /^(?:may|april|june|august)$/.test(tokens[i]?.lower ?? '') && isFirstName(tokens[i - 1]?.lower ?? '')

function readRun(text: string, tokens: Token[], from: number, to: number): Mention | null {
  let nameFrom = from
  for (let i = from; i < to; ) {
    const length = titleLength(tokens, i)
    // "Judge" closes "Lance Ito, Judge" as little as "Young" closes a name: a title is followed by its name.
    if (length > 0 && i + length < to && !(BODY_WORDS.has(tokens[to - 1]?.lower ?? '') && length === 1))
      nameFrom = i + length
    i += Math.max(length, 1)
  }
  const titled = nameFrom > from || precededByTitle(tokens, from)
  const words = () => tokens.slice(nameFrom, to)
  let kind = titled && nameFrom > from ? 'PERSON' : kindOf(words(), tokens[from - 1])
  if (kind !== 'ORGANIZATION' && kind !== 'GROUP') {
    nameFrom = personStart(tokens, nameFrom, to)
    if (nameFrom > from && to - nameFrom >= 2) kind = 'PERSON'
  }
  const first = tokens[nameFrom]
  const last = tokens[to - 1]
  if (
    !first ||
    !last ||
    (to - nameFrom === 1 && (TITLE_WORDS.has(first.lower) || ADJECTIVES.has(first.lower)))
  )
    return null
  if (to - nameFrom === 1 && nameFrom === from && /\p{Ll}\.$/u.test(first.text)) return null
  if (titled && kind === 'UNKNOWN') kind = 'PERSON'
  return {
    start: tokens[from]?.start ?? first.start,
    end: last.end,
    from,
    to,
    name: text.slice(first.start, last.end).replace(/\s+/g, ' '),
    kind,
    gender: kind === 'PERSON' || kind === 'UNKNOWN' ? genderOf(tokens, from, nameFrom, to) : null,
    role: kind === 'PERSON' ? roleOf(text, tokens, nameFrom, to) : null,
    possessive: tokens[to]?.lower === "'s" || (tokens[to]?.text === '’' && /s$/i.test(last.text)),
    initial: from === 0 && to === 1,
  }
}

function precededByTitle(tokens: Token[], from: number): boolean {
  const before = tokens[from - 1]
  return before?.kind === 'word' && TITLE_WORDS.has(before.lower)
}

function kindOf(words: Token[], before: Token | undefined): SpeakerKind {
  const last = words.at(-1)
  if (!last) return 'UNKNOWN'
  if (GROUPS.has(last.lower)) return 'GROUP'
  const firstName = words.length > 1 && isFirstName(words[0]?.lower ?? '')
  if (
    words.some((word) => BODY_WORDS.has(word.lower)) &&
    !(firstName && words.length <= 3 && !BODY_WORDS.has(words[0]?.lower ?? ''))
  )
    return 'ORGANIZATION'
  if (words.length === 1) {
    if (METONYMS.has(last.lower)) return 'ORGANIZATION'
    if (/^\p{Lu}[\p{Lu}\p{N}&.-]+$/u.test(last.text)) return 'ORGANIZATION'
    if (before?.lower === 'the') return 'ORGANIZATION'
    return 'UNKNOWN'
  }
  if (before?.lower === 'the') return 'ORGANIZATION'
  return words.length <= 5 ? 'PERSON' : 'ORGANIZATION'
}

/** Leaves out adjectives and places in front: "Ohio Republican Jon Hall" → "Jon Hall". */
function personStart(tokens: Token[], from: number, to: number): number {
  let start = from
  for (let i = from; i < to - 1; i++) if (ADJECTIVES.has(tokens[i]?.lower ?? '')) start = i + 1
  if (to - start > 2 && !isFirstName(tokens[start]?.lower ?? '')) {
    for (let i = start + 1; i < to - 1; i++) {
      const lower = tokens[i]?.lower ?? ''
      if (isFirstName(lower) && tokens[start]?.text.length !== 2) return i
    }
  }
  return start
}
