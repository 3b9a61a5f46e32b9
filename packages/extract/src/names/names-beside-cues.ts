import {
  ADVERBS,
  DETERMINERS,
  FEMALE_NAMES,
  MALE_NAMES,
  NAMELESS,
  PLURAL_REPORTING_FORMS,
  REPORTING_FORMS,
  SOURCE_WORDS,
  SPEAKING_PRONOUNS,
  TITLES,
} from '../languages/de/words.js'
import type { Token } from '../text/tokens.js'
import type { Mention } from './find-names.js'
import { type Gender, genderOfName, isFirstName } from './gender.js'

const MOST_WORDS = 5
const PARTICLES = new Set('von van der zu vom de den al bin'.split(' '))

/**
 * Names in a text that capitalises all its nouns: after an office, with a known first name in front, or beside a
 * verb that reports.
 */
export function findGermanMentions(text: string, tokens: Token[]): Mention[] {
  const mentions: Mention[] = []
  for (let i = 0; i < tokens.length; ) {
    const titles = titleLength(tokens, i)
    const nameFrom = i + titles
    const nameTo = nameEnd(tokens, nameFrom)
    const isName =
      nameTo > nameFrom && (titles > 0 || knownFirst(tokens[nameFrom]) || besideCue(tokens, nameFrom, nameTo))
    if (isName) mentions.push(mentionOf(text, tokens, i, nameFrom, nameTo))
    i = isName ? nameTo : i + 1
  }
  return mentions
}

function titleLength(tokens: Token[], from: number): number {
  let to = from
  while (tokens[to]?.capital && TITLES[tokens[to]?.lower ?? ''] !== undefined) to++
  return to - from
}

function nameEnd(tokens: Token[], from: number): number {
  let to = from
  while (to - from < MOST_WORDS) {
    const token = tokens[to]
    const particle = to > from && PARTICLES.has(token?.lower ?? '') && isNameWord(tokens[to + 1])
    if (!particle && !isNameWord(token)) break
    to++
  }
  return to
}

function isNameWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || !token.capital || token.lower in SPEAKING_PRONOUNS) return false
  return !DETERMINERS.has(token.lower) && !ADVERBS.has(token.lower) && !NAMELESS.has(token.lower)
}

const knownFirst = (token: Token | undefined) => {
  const lower = token?.lower ?? ''
  return isFirstName(lower) || MALE_NAMES.has(lower) || FEMALE_NAMES.has(lower)
}

/** A lone capitalised word is a name where an article would stand before any other noun: "sagte Moss", "Moss sagte". */
function besideCue(tokens: Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  const after = tokens[to]
  const cue = (token: Token | undefined) =>
    token !== undefined &&
    !token.capital &&
    (REPORTING_FORMS.has(token.lower) ||
      PLURAL_REPORTING_FORMS.has(token.lower) ||
      SOURCE_WORDS.has(token.lower))
  if (cue(before)) return true
  const opens = before === undefined || (before.kind !== 'word' && before.kind !== 'quote')
  return opens && (to - from > 1 || cue(after) || after?.text === ':')
}

function mentionOf(text: string, tokens: Token[], from: number, nameFrom: number, to: number): Mention {
  const title = tokens.slice(from, nameFrom).findLast(({ lower }) => TITLES[lower])
  const office = tokens
    .slice(from, nameFrom)
    .some(({ lower }) => !/^(?:herrn?|frau|dr\.?|prof\.?)$/.test(lower))
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return {
    start,
    end,
    from,
    to,
    name: text.slice(tokens[nameFrom]?.start ?? start, end).replace(/\s+/g, ' '),
    kind: nameFrom > from || to - nameFrom > 1 ? 'PERSON' : 'UNKNOWN',
    gender: (title && (TITLES[title.lower] as Gender)) || genderOfFirst(tokens[nameFrom]),
    role: office ? text.slice(start, tokens[nameFrom - 1]?.end) : null,
    possessive: false,
    initial: false,
  }
}

function genderOfFirst(token: Token | undefined): Gender {
  const lower = token?.lower ?? ''
  if (MALE_NAMES.has(lower)) return 'm'
  return FEMALE_NAMES.has(lower) ? 'f' : genderOfName(lower)
}
