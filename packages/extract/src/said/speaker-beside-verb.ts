import { type Subject, subject } from '../cues/subject.js'
import type { Mention } from '../names/mention.js'
import { is, type Range, type Token } from '../text/token.js'

/** Words between the verb and whoever speaks, as "gestern" in "sagte gestern Moss". */
const BETWEEN_REACH = 6

/** Finds the speaker behind the verb, but for adverbs and days between them. */
export function speakerBehind(tokens: Token[], mentions: Mention[], from: number, verb: Token | undefined) {
  let i = from
  while (i < from + BETWEEN_REACH && isBetween(tokens[i]) && !mentions.some((mention) => mention.from === i))
    i++
  const first = tokens[i]
  if (first?.kind !== 'word') return null
  const pronoun = pronounAt(tokens, i, verb)
  if (pronoun) return pronoun
  const named = mentions.find((mention) => mention.from >= i && mention.from <= i + 3)
  const leading = tokens.slice(i, named?.from ?? i)
  // "die Ministerin Ada Moss", "der parteilose Bürgermeister Moss"
  if (named && leading.every((token) => is(token, 'determiner') || /^\p{Ll}/u.test(token.text)))
    return subject('NAME', i, named.to, named)
  if (!is(first, 'determiner') && !first.capital) return null
  let to = i + 1
  const particles = verb?.verb?.particles ?? []
  while (
    tokens[to]?.kind === 'word' &&
    !is(tokens[to], 'between') &&
    to < i + 5 &&
    !particles.includes(tokens[to]?.lower ?? '')
  )
    to++
  // "el alcalde, Ivo Hale"
  const behind = tokens[to]?.text === ',' ? mentions.find((mention) => mention.from === to + 1) : undefined
  return behind ? subject('NAME', i, behind.to, behind) : subject('NOUN', i, to, null)
}

/** Finds the speaker right before the verb. */
export function speakerBefore(tokens: Token[], mentions: Mention[], verb: number): Subject | null {
  const pronoun = pronounAt(tokens, verb - 1, tokens[verb])
  if (pronoun) return pronoun
  const named = mentions.find((mention) => mention.to === verb)
  if (named) return subject('NAME', named.from, named.to, named)
  // "Ivo Hale, Bürgermeister von Ruhn, sagte"
  const opening = mentions.find((mention) => mention.from <= 1 && tokens[mention.to]?.text === ',')
  if (tokens[verb - 1]?.text === ',' && opening) return subject('NAME', 0, opening.to, opening)
  // "Die Bürgermeisterin von Ruhn, Ada Moss, sagte"
  const inserted = mentions.find(({ from, to }) => to === verb - 1 && tokens[from - 1]?.text === ',')
  if (tokens[verb - 1]?.text === ',' && inserted) return subject('NAME', 0, inserted.to, inserted)
  let from = verb
  while (from > 0 && tokens[from - 1]?.kind === 'word') from--
  const opener = tokens[from]
  if (from === verb || is(opener, 'between') || is(opener, 'preposition')) return null
  // "Moss kam und sagte": who that is stands further away.
  const shared = is(tokens[verb - 1], 'conjunction')
  const own = mentions.find((mention) => mention.from >= from && mention.to < verb)
  // "Moss selbst sagte", "der Bürgermeister Moss aus Ruhn sagte"
  if (own && tokens.slice(from, own.from).every((token) => is(token, 'determiner')))
    return subject('NAME', from, own.to, own)
  return !shared && (is(opener, 'determiner') || opener?.capital) ? subject('NOUN', from, verb, null) : null
}

function pronounAt(tokens: Token[], i: number, verb: Token | undefined): Subject | null {
  const token = tokens[i]
  if (is(token, 'self')) return subject('SELF', i, i + 1, null)
  if (!is(token, 'pronoun')) return null
  // "sagten sie": several, whom no name is given to.
  const kind = is(verb, 'pluralVerb') ? 'NOUN' : 'PRONOUN'
  const determines = tokens[i + 1]?.capital === true && is(token, 'determiner')
  return determines ? null : subject(kind, i, i + 1, null)
}

const isBetween = (token: Token | undefined) => is(token, 'between')

/** Words of a verb in several parts, "hat gesagt", "a-t-il ajouté". */
const GROUP_REACH = 5

/**
 * Reads the verb that begins at token `i`, with the auxiliaries, adverbs and pronouns that stand before its last part:
 * "a-t-il ajouté". Null when none that reports begins there.
 */
export function verbFrom(tokens: Token[], i: number): Range | null {
  for (let k = i; k < i + GROUP_REACH; k++) {
    if (isVerb(tokens[k])) return { from: i, to: k + 1 }
    const joined = k > i && is(tokens[k], 'pronoun')
    if (!is(tokens[k], 'auxiliary') && !is(tokens[k], 'between') && !is(tokens[k], 'adverb') && !joined)
      return null
  }
  return null
}

/** Finds the pronoun that speaks inside a verb of several parts. */
export function speakerWithin(tokens: Token[], { from, to }: Range): Subject | null {
  for (let i = from; i < to; i++) {
    const found = pronounAt(tokens, i, tokens[to - 1])
    if (found) return found
  }
  return null
}

/** Returns the index of the first auxiliary of the verb that ends before `to`: of "hat" in "Moss hat gesagt". */
export function verbStart(tokens: Token[], verb: number): number {
  let from = verb
  for (let k = verb - 1; k >= Math.max(0, verb - GROUP_REACH); k--) {
    if (is(tokens[k], 'auxiliary')) from = k
    else if (!is(tokens[k], 'between') && !is(tokens[k], 'adverb')) break
  }
  return from
}

export const isVerb = (token: Token | undefined) => token?.capital === false && token.verb !== undefined
