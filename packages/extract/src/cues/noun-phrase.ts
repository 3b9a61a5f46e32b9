import { DETERMINERS, PREPOSITIONS, SUBORDINATORS } from '../languages/en/words.js'
import type { Mention } from '../names/find-names.js'
import { titleLength } from '../names/titles.js'
import type { Token } from '../text/tokens.js'
import { verbForm } from './verb-forms.js'

/** Who a reporting verb belongs to, as token indices of the sentence; `to` is exclusive. */
export interface Subject {
  kind: 'NAME' | 'PRONOUN' | 'NOUN' | 'SELF'
  from: number
  to: number
  mention: Mention | null
  /** Further names of the same subject: "Moss and Hale". */
  others: Mention[]
  /** Follows "who", so that the reported words belong to a relative clause. */
  relative: boolean
}

/** Tokens that a noun phrase may have. */
export const REACH = 40

export const SPEAKING_PRONOUNS = new Set(['he', 'she', 'they', 'it'])

/** The author, the reader, or nobody in particular. */
export const SELF = new Set(
  'i we you us one someone somebody anyone nobody nothing everything something anything everyone everybody'.split(
    ' ',
  ),
)

/** Determiners that stand alone as a subject. */
const BARE_DETERMINERS = new Set(
  'some many several most all both two few others this that these those another'.split(' '),
)

export const FINITE_AUX = new Set(
  "is are was were has had have does did do will would can could 's 're 've".split(' '),
)

/** The noun phrase whose last token is `end`. */
export function nounPhrase(tokens: Token[], mentions: Mention[], end: number): Subject | null {
  const last = tokens[end]
  if (last?.kind !== 'word' || (DETERMINERS.has(last.lower) && !BARE_DETERMINERS.has(last.lower))) return null
  if (SPEAKING_PRONOUNS.has(last.lower)) return subject('PRONOUN', end, end + 1, null)
  if (SELF.has(last.lower)) return subject('SELF', end, end + 1, null)
  let from = end
  while (from > 0 && end - from < REACH && !isBoundary(tokens, mentions, from - 1)) from--
  while (from < end && isLeader(tokens[from])) from++
  return headOf(tokens, mentions, from, end + 1)
}

function isBoundary(tokens: Token[], mentions: Mention[], i: number): boolean {
  const token = tokens[i]
  if (!token) return true
  // Only a nickname in quotation marks is part of a name.
  if (token.kind === 'quote') return /[\s,.!?…]/.test(token.text)
  if (token.kind === 'mark') return !/^[&/%$€£’'()-]$/.test(token.text)
  if (token.lower === 'and' || token.lower === 'or') return !joins(tokens, mentions, i)
  // "advisers to Moss"
  if (token.lower === 'to') return !ENVOYS.test(tokens[i - 1]?.lower ?? '')
  if (/^(?:but|yet|nor|not|that|which|who|whom|than|after|before|since|until)$/.test(token.lower)) return true
  if (SUBORDINATORS.has(token.lower) && token.lower !== 'until' && token.lower !== 'since') return true
  if (FINITE_AUX.has(token.lower) && token.lower !== "'s") return true
  if (/^(?:he|she|they|it|i|we|you)$/.test(token.lower)) return true
  const form = verbForm(token.lower)
  return (
    form !== undefined &&
    !form.nounLike &&
    form.tense !== 'base' &&
    !token.capital &&
    !DETERMINERS.has(tokens[i - 1]?.lower ?? '')
  )
}

const ENVOYS =
  /^(?:aides?|advis[eo]rs?|ambassadors?|envoys?|counsel|deputy|secretary|heir|witness(?:es)?|contributors?)$/

/** "Moss and Hale": both sides of the "and" are names or bare nouns of one subject. */
function joins(tokens: Token[], mentions: Mention[], i: number): boolean {
  const left = tokens[i - 1]
  const right = tokens[i + 1]
  if (!left || !right || (left.kind !== 'word' && left.text !== ')')) return false
  const end = skipBracket(tokens, i - 1) + 1
  const named = mentions.some((mention) => mention.to === end)
  const rightNamed = mentions.some((mention) => mention.from === i + 1)
  if (named || rightNamed) return named && rightNamed
  return !left.capital && !right.capital && !FINITE_AUX.has(left.lower) && !DETERMINERS.has(right.lower)
}

const isLeader = (token: Token | undefined) =>
  token !== undefined &&
  (token.kind === 'mark' ||
    /^(?:and|but|or|so|yet|then|meanwhile|however|still|even|also|later|now|here|as|while|if|when|because|although|though|since|that|where|earlier|once)$/.test(
      token.lower,
    ))

function headOf(tokens: Token[], mentions: Mention[], from: number, to: number): Subject | null {
  const inside = mentionsIn(mentions, from, to)
  const fronted = PREPOSITIONS.has(tokens[from]?.lower ?? '')
  const end = fronted ? to : headEnd(tokens, inside, from, to)
  const named =
    inside.find((mention) => mention.to === end && !mention.possessive) ??
    officeHolder(tokens, inside, end, to)
  if (named) {
    const [first = named, ...others] = joinedTo(tokens, mentions, named)
    return { ...subject('NAME', Math.min(from, first.from), to, first), others }
  }
  return fronted || tokens[end - 1]?.kind !== 'word' ? null : subject('NOUN', from, to, null)
}

/** The names of "Moss, Hale and Rao", whose last is `last`, in order. */
function joinedTo(tokens: Token[], mentions: Mention[], last: Mention): Mention[] {
  const joined = [last]
  for (let first = last; joined.length < MOST_JOINED; ) {
    const mark = tokens[first.from - 1]
    const and = mark?.lower === 'and'
    if (!and && (mark?.text !== ',' || joined.length === 1)) break
    const end =
      skipBracket(tokens, and && tokens[first.from - 2]?.text === ',' ? first.from - 3 : first.from - 2) + 1
    const before = mentions.find((mention) => mention.to === end && !mention.possessive)
    if (!before) break
    joined.unshift(before)
    first = before
  }
  return joined
}

/** Nobody speaks together with more; the rest is a list of something else. */
const MOST_JOINED = 8

/** Tokens of a bracket after a name. */
const LONGEST_BRACKET = 8

/** Index before "(D-Ruhn)" that ends at `at`. */
function skipBracket(tokens: Token[], at: number): number {
  if (tokens[at]?.text !== ')') return at
  for (let i = at; i > Math.max(0, at - LONGEST_BRACKET); i--) if (tokens[i]?.text === '(') return i - 1
  return at
}

/** "Mayor of Ruhn Ada Moss", "the minister of public works Ada Moss", not "the aide of Ada Moss". */
function officeHolder(tokens: Token[], inside: Mention[], end: number, to: number): Mention | undefined {
  if (!/^(?:of|for)$/.test(tokens[end]?.lower ?? '') || titleLength(tokens, end - 1) === 0) return undefined
  const last = inside.find((mention) => mention.to === to && mention.kind === 'PERSON' && !mention.possessive)
  if (!last) return undefined
  const between = tokens.slice(end + 1, last.from)
  const placed = last.from === end + 1 && last.end - last.start > last.name.length
  const works =
    between.length > 0 &&
    between.every(({ text, lower }) => /^\p{Ll}+$/u.test(text) && !DETERMINERS.has(lower))
  return placed || (works && between.every((_, i) => titleLength(between, i) === 0)) ? last : undefined
}

/** Where the head of the phrase ends: before its first preposition or bracket. */
export function headEnd(tokens: Token[], inside: Mention[], from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]
    if (token?.text === '(' && joinsOn(tokens, i)) continue
    if (token?.text !== '(' && !PREPOSITIONS.has(token?.lower ?? '')) continue
    if (!inside.some((mention) => mention.from < i && i < mention.to)) return i
  }
  return to
}

/** "Ada Moss (D-Ruhn) and Ivo Hale": the phrase goes on after the bracket at `i`. */
function joinsOn(tokens: Token[], i: number): boolean {
  const close = tokens.findIndex((token, k) => k > i && k < i + LONGEST_BRACKET && token.text === ')')
  return close > 0 && tokens[close + 1]?.lower === 'and'
}

/** The names that lie in the range. */
export function mentionsIn(mentions: Mention[], from: number, to: number): Mention[] {
  return mentions.filter((mention) => mention.from >= from && mention.to <= to)
}

export const subject = (
  kind: Subject['kind'],
  from: number,
  to: number,
  mention: Mention | null,
): Subject => ({
  kind,
  from,
  to,
  mention,
  others: [],
  relative: false,
})
