import { is, type Token } from '../text/token.js'

/** Words that stand before a finite verb without being its subject: "also said", "then left", "later resigned". */
const LONGEST_ADVERBS = 3

/** Returns the index of the verb at `i`, adverbs before it skipped. */
export function skipAdverbs(tokens: Token[], i: number): number {
  let k = i
  while (k < i + LONGEST_ADVERBS && isAdverb(tokens[k])) k++
  return k
}

const isAdverb = (token: Token | undefined) =>
  token?.kind === 'word' &&
  !token.capital &&
  !is(token, 'auxiliary') &&
  (is(token, 'groupAdverb') || is(token, 'adverbEnding') || is(token, 'time') || is(token, 'adverb'))

/** Tells whether the word at `i` can be nothing but a finite verb: "was", "went", "says". */
export function isFiniteVerb(tokens: Token[], i: number): boolean {
  const token = tokens[i]
  if (token?.kind !== 'word' || (token.capital && i > 0)) return false
  if (is(token, 'finite')) return token.lower !== "'s"
  if (is(token, 'modal') || is(token, 'negation')) return is(token, 'modal') || token.lower.endsWith("n't")
  if (is(token, 'determiner') || isParticipleAfter(tokens, i)) return false
  if (is(token, 'irregularPast')) return true
  const form = token.verb
  if (!form || form.nounLike) return false
  if (form.tense === 'third') return true
  const next = tokens[i + 1]
  return form.tense === 'past' && (!is(token, 'pastEnding') || is(next, 'that') || is(next, 'subjectPronoun'))
}

/** Tells whether the word at `i` is a past form in -ed, which may be a participle as well: "resigned", "opened". */
export function isPastForm(tokens: Token[], i: number): boolean {
  const token = tokens[i]
  return (
    token?.kind === 'word' &&
    !token.capital &&
    is(token, 'pastEnding') &&
    !isParticipleAfter(tokens, i) &&
    tokens[i + 1]?.lower !== 'by'
  )
}

/** Tells whether the word at `i` is a finite verb, or a past form that may be one. */
export const mayBeFiniteVerb = (tokens: Token[], i: number): boolean =>
  isFiniteVerb(tokens, i) || isPastForm(tokens, i)

/** Tells whether a token has a past form, whatever stands before it: "gave", "resigned". */
export const isPastVerb = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !token.capital && (is(token, 'pastEnding') || is(token, 'irregularPast'))

/** Tells whether a form of "be" or "have" before the word at `i` makes it a participle: "was named", "has left". */
function isParticipleAfter(tokens: Token[], i: number): boolean {
  let k = i - 1
  while (k > i - LONGEST_ADVERBS && (isAdverb(tokens[k]) || is(tokens[k], 'negation'))) k--
  const before = tokens[k]
  return is(before, 'be') || is(before, 'have') || before?.lower === "'s" || before?.lower === 'got'
}
