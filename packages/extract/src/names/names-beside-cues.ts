import { is, type Token } from '../text/token.js'
import { genderOfFirst, isFirstName } from './gender.js'
import type { Gender, Mention } from './mention.js'

const MOST_WORDS = 5

/** What capitals tell: names alone, or, as in German, all nouns. */
export type Capitals = 'NAMES' | 'NOUNS'

/**
 * Finds names after an office, with a known first name in front, or beside a verb that reports. Where capitals tell names,
 * two such words in a row are one, too.
 */
export function findNamesBesideCues(text: string, tokens: Token[], capitals: Capitals): Mention[] {
  const mentions: Mention[] = []
  for (let i = 0; i < tokens.length; ) {
    const nameFrom = titlesEnd(tokens, i, capitals)
    const nameTo = nameEnd(tokens, nameFrom)
    const isName =
      nameTo > nameFrom &&
      (nameFrom > i ||
        isFirstName(tokens[nameFrom]) ||
        (capitals === 'NAMES' && nameTo - nameFrom > 1) ||
        besideCue(tokens, nameFrom, nameTo))
    if (isName) mentions.push(mentionOf(text, tokens, i, nameFrom, nameTo))
    i = isName ? nameTo : i + 1
  }
  return mentions
}

function titlesEnd(tokens: Token[], from: number, capitals: Capitals): number {
  let to = from
  while ((tokens[to]?.capital || capitals === 'NAMES') && (tokens[to]?.office ?? 0) > 0) to++
  return to
}

function nameEnd(tokens: Token[], from: number): number {
  let to = from
  while (to - from < MOST_WORDS) {
    const particles = to > from ? particlesAt(tokens, to) : 0
    if (particles === 0 && !isNameWord(tokens[to])) break
    to += particles || 1
  }
  return to
}

/** Token count of "von", "von der" before another word of the name. */
function particlesAt(tokens: Token[], i: number): number {
  if (!is(tokens[i], 'nameParticle')) return 0
  if (isNameWord(tokens[i + 1])) return 1
  return is(tokens[i + 1], 'determiner') && isNameWord(tokens[i + 2]) ? 2 : 0
}

const isNameWord = (token: Token | undefined): boolean =>
  token?.capital === true &&
  !is(token, 'function') &&
  !is(token, 'sourceWord') &&
  !is(token, 'between') &&
  !is(token, 'nameless')

/**
 * A lone capitalised word is a name where an article would stand before any other noun: "sagte Moss", "Moss sagte".
 */
function besideCue(tokens: Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  const after = tokens[to]
  // "Laut Moss" may open a sentence.
  if (isCue(before) || is(before, 'asWord') || (from === 1 && is(before, 'sourceWord'))) return true
  const opens = before === undefined || (before.kind !== 'word' && before.kind !== 'quote')
  const cue = is(after, 'auxiliary') ? tokens.slice(to + 1, to + 5).find(isCue) : after
  return opens && (to - from > 1 || isCue(cue) || after?.text === ':')
}

const isCue = (token: Token | undefined) =>
  token !== undefined && !token.capital && (token.verb !== undefined || is(token, 'sourceWord'))

function mentionOf(text: string, tokens: Token[], from: number, nameFrom: number, to: number): Mention {
  const titles = tokens.slice(from, nameFrom)
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return {
    start,
    end,
    from,
    to,
    name: text.slice(tokens[nameFrom]?.start ?? start, end).replace(/\s+/g, ' '),
    kind: nameFrom > from || to - nameFrom > 1 ? 'PERSON' : 'UNKNOWN',
    title: text.slice(start, tokens[nameFrom]?.start ?? start).trim(),
    gender: genderOfTitles(titles) ?? genderOfFirst(tokens[nameFrom]),
    role: titles.some((title) => is(title, 'office')) ? text.slice(start, tokens[nameFrom - 1]?.end) : null,
    possessive: false,
    initial: false,
    also: [],
  }
}

/** The last title that tells it decides: "Frau Minister". */
function genderOfTitles(titles: Token[]): Gender {
  const telling = titles.findLast((title) => is(title, 'maleNoun') || is(title, 'femaleNoun'))
  return telling ? (is(telling, 'maleNoun') ? 'm' : 'f') : null
}
