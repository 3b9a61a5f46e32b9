import type { Mention } from '../names/mention.js'
import { is, type Token } from '../text/token.js'
import { joinedTo, joinsNames } from './joined-names.js'
import { type Subject, subject } from './subject.js'

/** Tokens that a noun phrase may have. */
export const REACH = 40

/** Reads the noun phrase whose last token is `end`; null when none ends there. */
export function nounPhrase(tokens: Token[], mentions: Mention[], end: number): Subject | null {
  const last = tokens[end]
  // "as reported"
  if (last?.kind !== 'word' || last.lower === 'as' || (is(last, 'determiner') && !is(last, 'bareDeterminer')))
    return null
  // In "a lead in pledged votes" the participle is an adjective.
  if (is(last, 'preposition') && !last.capital) return null
  if (is(last, 'speakingPronoun')) return subject('PRONOUN', end, end + 1, null)
  if (is(last, 'self')) return subject('SELF', end, end + 1, null)
  let from = end
  while (from > 0 && end - from < REACH && !isBoundary(tokens, mentions, from - 1)) from--
  while (from < end && isPhraseLeader(tokens[from])) from++
  return headOf(tokens, mentions, from, end + 1)
}

/** Tells whether the token at `i` is no part of a noun phrase that stands behind it. */
function isBoundary(tokens: Token[], mentions: Mention[], i: number): boolean {
  const token = tokens[i]
  if (!token) return true
  if (token.kind === 'quote') return !isNickname(mentions, i)
  if (token.kind === 'mark') return !/^[&/%$€£’'()-]$/.test(token.text)
  if (/^(?:and|as)$/.test(token.lower)) return !joinsNames(tokens, mentions, i)
  // "to" is part of "advisers to Moss".
  if (token.lower === 'to') return !is(tokens[i - 1], 'envoy')
  if (is(token, 'phraseBoundary')) return true
  if (is(token, 'subordinator') && token.lower !== 'until' && token.lower !== 'since') return true
  if (is(token, 'finite') && token.lower !== "'s") return true
  if (is(token, 'subjectPronoun')) return true
  const form = token.verb
  return (
    form !== undefined &&
    !form.nounLike &&
    form.tense !== 'base' &&
    !token.capital &&
    !is(tokens[i - 1], 'determiner')
  )
}

/** Tells whether the quotation at `i` is part of a name: "Maria “Mouse” Okafor". */
export const isNickname = (mentions: readonly Mention[], i: number): boolean =>
  mentions.some(({ from, to }) => from < i && i < to - 1)

/** Tells whether the token is dropped from the head of a noun phrase. */
const isPhraseLeader = (token: Token | undefined) => token?.kind === 'mark' || is(token, 'phraseLeader')

/** Tells whom the phrase is about: the name that is its head, or a noun. */
function headOf(tokens: Token[], mentions: Mention[], from: number, to: number): Subject | null {
  const inside = mentionsIn(mentions, from, to)
  const fronted = is(tokens[from], 'preposition') && !isQuantity(tokens[from + 1])
  const end = fronted ? to : headEnd(tokens, inside, from, to)
  const named =
    inside.find((mention) => mention.to === end && !mention.possessive) ??
    officeHolder(tokens, inside, end, to)
  // In "Moss or Hale" nobody knows which.
  if (
    named &&
    tokens[named.from - 1]?.lower === 'or' &&
    mentions.some((other) => other.to === named.from - 1)
  )
    return subject('NOUN', from, to, null)
  if (named) {
    const [first = named, ...others] = joinedTo(tokens, mentions, named)
    return { ...subject('NAME', Math.min(from, first.from), to, first), others }
  }
  return fronted || tokens[end - 1]?.kind !== 'word' ? null : subject('NOUN', from, to, null)
}

/** Tells whether "about" before the token is no preposition: "about half of the town", "around 40 fishermen". */
const isQuantity = (token: Token | undefined) => token?.lower === 'half' || /^\p{N}/u.test(token?.text ?? '')

/** Tokens of a bracket after a name. */
const LONGEST_BRACKET = 8

/**
 * Finds who holds an office with "of": "Mayor of Ruhn Ada Moss", "the minister of public works Ada Moss", not "the aide
 * of Ada Moss".
 */
function officeHolder(tokens: Token[], inside: Mention[], end: number, to: number): Mention | undefined {
  if (!/^(?:of|for)$/.test(tokens[end]?.lower ?? '') || tokens[end - 1]?.office === 0) return undefined
  const last = inside.find((mention) => mention.to === to && mention.kind === 'PERSON' && !mention.possessive)
  if (!last) return undefined
  const between = tokens.slice(end + 1, last.from)
  const placed = last.from === end + 1 && last.end - last.start > last.name.length
  const works =
    between.length > 0 && between.every((token) => /^\p{Ll}+$/u.test(token.text) && !is(token, 'determiner'))
  return placed || (works && between.every(({ office }) => office === 0)) ? last : undefined
}

/** Returns the index after the head of the phrase, which ends before its first preposition or bracket. */
export function headEnd(tokens: Token[], inside: Mention[], from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]
    if (token?.text === '(' && goesOnBehindBracket(tokens, i)) continue
    if (token?.text !== '(' && !is(token, 'preposition')) continue
    if (!inside.some((mention) => mention.from < i && i < mention.to)) return i
  }
  return to
}

/** Tells whether the phrase goes on after the bracket at `i`: "Ada Moss (D-Ruhn) and Ivo Hale". */
function goesOnBehindBracket(tokens: Token[], i: number): boolean {
  const close = tokens.findIndex((token, k) => k > i && k < i + LONGEST_BRACKET && token.text === ')')
  return close > 0 && tokens[close + 1]?.lower === 'and'
}

/** Returns the names that lie in the range. */
export function mentionsIn(mentions: Mention[], from: number, to: number): Mention[] {
  return mentions.filter((mention) => mention.from >= from && mention.to <= to)
}
