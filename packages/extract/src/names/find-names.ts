import { isHandle } from '../text/handle.js'
import { is, type Range, type Token } from '../text/token.js'
import type { SpeakerKind } from '../types.js'
import { genderOf, isFirstName } from './gender.js'
import { bareMention, type Mention } from './mention.js'
import { roleOf } from './roles.js'

/** Finds all names in a sentence's own words, in order, by their capitals. */
export function findNames(text: string, tokens: Token[]): Mention[] {
  const mentions: Mention[] = []
  let i = 0
  while (i < tokens.length) {
    const run = nameRun(tokens, i)
    if (!run) {
      const token = tokens[i]
      if (token && isHandle(token)) mentions.push(bareMention(token, token.text, i))
      i++
      continue
    }
    const mention = opensParticiple(tokens, run) ? null : readRun(text, tokens, run.from, run.to)
    if (mention) mentions.push(mention)
    i = run.to
  }
  return mentions
}

/** Tells whether the run is a participle at the head of a sentence: "Shaken by the storm, …". */
const opensParticiple = (tokens: Token[], { from, to }: Range): boolean =>
  from === 0 &&
  to === 1 &&
  /^\p{Lu}\p{Ll}{2,}(?:ed|en)$/u.test(tokens[0]?.text ?? '') &&
  tokens[1]?.lower === 'by'

/** Tells whether a word may begin a name (`first`) or stand in one. */
const isNameWord = (token: Token | undefined, first: boolean): boolean =>
  token?.kind === 'word' &&
  token.capital &&
  !isCompound(token) &&
  !is(token, 'notName') &&
  !(token.lower === 'i' || ((first || token.text.length < 3) && is(token, 'function')))

/** Tells whether a word is an adjective made of a name: "Ruhn-trained", "British-led". */
const isCompound = ({ text }: Token) =>
  /-\p{Ll}*(?:\p{Ll}{2}(?:ed|ing|er)|area|era|born|wide|style|like)$/u.test(text)

/**
 * Returns the words in a row that may be one name, its title included, from token `start`; null when none begins there.
 */
function nameRun(tokens: Token[], start: number): Range | null {
  const head = tokens[start]
  const adjective = head?.capital && is(head, 'nameAdjective') && isNameWord(tokens[start + 1], false)
  if ((!isNameWord(head, true) && !adjective) || opensSentence(tokens, start)) return null
  let to = start + 1
  let body = is(head, 'body')
  for (;;) {
    const length = continuation(tokens, to, body)
    if (length === 0) return { from: start, to }
    // A title may bring a body's name of its own: "Speaker of the House".
    if (!continuesTitle(tokens, to) && tokens[to]?.kind === 'word')
      body ||= is(tokens[to + length - 1], 'body')
    to += length
  }
}

/** Tells whether a word is only capitalised because it opens the sentence before a name: "Watching Moss, …", "Is Moss …?" */
const opensSentence = (tokens: Token[], start: number): boolean =>
  start === 0 &&
  isNameWord(tokens[1], false) &&
  !isFirstName(tokens[0]) &&
  OPENING_TAGS.some((tag) => is(tokens[0], tag))

const OPENING_TAGS = [
  'participleEnding',
  'adverbEnding',
  'auxiliary',
  'finite',
  'be',
  'have',
  'modal',
] as const

/** Tells whether the token before `i` opens a title of several words: "Secretary of State". */
const continuesTitle = (tokens: Token[], i: number): boolean =>
  (tokens[i - 1]?.office ?? 0) > 1 && tokens[i - 1]?.capital === true

/**
 * Counts the tokens from `i` on that belong to the name before them; 0 when it is over. `body`: the name is that of a
 * body.
 */
function continuation(tokens: Token[], i: number, body: boolean): number {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (continuesTitle(tokens, i)) return (tokens[i - 1]?.office ?? 1) - 1
  if (token?.kind === 'quote') return NICKNAME.test(token.text) && isNameWord(next, false) ? 2 : 0
  if (token?.kind !== 'word') {
    const suffix = token?.text === ',' && is(next, 'nameSuffix')
    return suffix || (token?.text === '&' && isNameWord(next, false)) ? 2 : 0
  }
  const named = !is(token, 'notName') || surnameMonth(tokens, i)
  if (token.capital && !isCompound(token) && !is(token, 'function') && named) return 1
  if (is(token, 'nameSuffix')) return 1
  const after = tokens[i + 2]
  if (is(token, 'nameParticle')) {
    if (isNameWord(next, false)) return 2
    // "van der Berg", "de la Cruz"
    if (is(next, 'nameParticle') && isNameWord(after, false)) return 3
  }
  // "Department of Tides", "Ministry of the Sea"
  if (!body || !/^(?:of|for)$/.test(token.lower)) return 0
  if (isNameWord(next, false)) return 2
  return /^(?:the|a)$/.test(next?.lower ?? '') && isNameWord(after, false) ? 3 : 0
}

/** One or two words in marks amid a name: "Maria “Mouse” Okafor". */
const NICKNAME = /^["“‘'«]\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*)?["”’'»]$/u

/** Returns the handle or nickname that stands with the name. */
function namesBeside(tokens: Token[], { from, to }: Range): string[] {
  const nickname = tokens.slice(from, to).find(({ kind }) => kind === 'quote')
  const handle = tokens[/^[(,]$/.test(tokens[to]?.text ?? '') ? to + 1 : to]
  return [
    ...(nickname ? [nickname.text.slice(1, -1)] : []),
    ...(handle && isHandle(handle) ? [handle.text] : []),
  ]
}

/** Tells whether a month is a surname: "Theresa May", not "in May". */
const surnameMonth = (tokens: Token[], i: number) =>
  is(tokens[i], 'surnameMonth') && isFirstName(tokens[i - 1])

/** Reads the run as a name, with its title, its kind and its gender; null when it is no name. */
function readRun(text: string, tokens: Token[], from: number, to: number): Mention | null {
  const afterTitle = titleEnd(tokens, from, to)
  const titled = afterTitle > from || precededByTitle(tokens, from)
  let nameFrom = afterTitle
  let kind = afterTitle > from ? 'PERSON' : kindOf(tokens.slice(afterTitle, to), tokens[from - 1])
  if (kind !== 'ORGANIZATION' && kind !== 'GROUP') {
    nameFrom = personStart(tokens, nameFrom, to)
    if (nameFrom > from && to - nameFrom >= 2) kind = 'PERSON'
  }
  const first = tokens[nameFrom]
  const last = tokens[to - 1]
  if (!first || !last) return null
  const lone = to - nameFrom === 1
  if (lone && (is(first, 'office') || is(first, 'nameAdjective'))) return null
  if (lone && nameFrom === from && /\p{Ll}\.$/u.test(first.text)) return null
  if (titled && kind === 'UNKNOWN') kind = 'PERSON'
  return {
    start: tokens[from]?.start ?? first.start,
    end: last.end,
    from,
    to,
    name: nameText(text, tokens.slice(nameFrom, to)),
    kind,
    title: text.slice(tokens[from]?.start ?? first.start, first.start).trim(),
    gender: kind === 'PERSON' || kind === 'UNKNOWN' ? genderOf(tokens, from, nameFrom, to) : null,
    role: kind === 'PERSON' ? roleOf(text, tokens, nameFrom, to) : null,
    possessive: tokens[to]?.lower === "'s" || (tokens[to]?.text === '’' && /s$/i.test(last.text)),
    initial: from === 0 && to === 1,
    also: namesBeside(tokens, { from, to }),
  }
}

/** Returns the words of a name without a nickname among them. */
function nameText(text: string, words: readonly Token[]): string {
  const at = words.findIndex(({ kind }) => kind === 'quote')
  const parts = at < 0 ? [words] : [words.slice(0, at), words.slice(at + 1)]
  return parts
    .map((part) => text.slice(part[0]?.start, part.at(-1)?.end))
    .join(' ')
    .replace(/\s+/g, ' ')
}

/** Returns the index after the titles that open the run. A title that ends the run is a name: "Ada Judge". */
function titleEnd(tokens: Token[], from: number, to: number): number {
  const body = is(tokens[to - 1], 'body')
  let end = from
  for (let i = from; i < to; ) {
    const length = tokens[i]?.office ?? 0
    if (length > 0 && i + length < to && !(body && length === 1)) end = i + length
    i += Math.max(length, 1)
  }
  return end
}

function precededByTitle(tokens: Token[], from: number): boolean {
  const before = tokens[from - 1]
  return is(before, 'office')
}

/** Tells by its words, and by an article before it, what a name without a title stands for. */
function kindOf(words: Token[], before: Token | undefined): SpeakerKind {
  const last = words.at(-1)
  if (!last) return 'UNKNOWN'
  if (is(last, 'group')) return 'GROUP'
  const firstName = words.length > 1 && isFirstName(words[0])
  if (words.some((word) => is(word, 'body')) && !(firstName && words.length <= 3 && !is(words[0], 'body')))
    return 'ORGANIZATION'
  if (words.length === 1) {
    if (is(last, 'metonym')) return 'ORGANIZATION'
    if (/^\p{Lu}[\p{Lu}\p{N}&.-]+$/u.test(last.text)) return 'ORGANIZATION'
    if (before?.lower === 'the') return 'ORGANIZATION'
    return 'UNKNOWN'
  }
  if (before?.lower === 'the') return 'ORGANIZATION'
  return words.length <= 5 ? 'PERSON' : 'ORGANIZATION'
}

/** Returns where a person's name begins behind adjectives and places: "Jon Hall" of "Ohio Republican Jon Hall". */
function personStart(tokens: Token[], from: number, to: number): number {
  let start = from
  for (let i = from; i < to - 1; i++) if (is(tokens[i], 'nameAdjective')) start = i + 1
  if (to - start > 2 && !isFirstName(tokens[start])) {
    for (let i = start + 1; i < to - 1; i++) {
      if (isFirstName(tokens[i]) && tokens[start]?.text.length !== 2) return i
    }
  }
  return start
}
