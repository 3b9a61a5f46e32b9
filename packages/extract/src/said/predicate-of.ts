import { isFiniteVerb, isPastForm, skipAdverbs } from '../cues/finite-verb.js'
import { is, type Range, type Token } from '../text/token.js'

/** What the last verb of some words tells: what was or is, what will or may be, or what somebody did. */
export type Predicate = 'STATE' | 'FUTURE' | 'EVENT'

/** Finds what the last finite verb in the range tells; null without one. */
export function predicateOf(tokens: Token[], { from, to }: Range): Predicate | null {
  for (let i = to - 1; i >= from; i--) {
    if (isFiniteVerb(tokens, i) || is(tokens[i], 'be') || is(tokens[i], 'modal')) {
      const first = firstOfGroup(tokens, i, from)
      if (tokens[first]?.lower !== 'to') return kindOf(tokens, first, to)
      i = first
    } else if (isPastForm(tokens, i) && !is(tokens[i - 1], 'determiner')) return 'EVENT'
  }
  return null
}

/** Returns the index of the first auxiliary of the verb at `i`: "would" of "would have been". */
function firstOfGroup(tokens: Token[], i: number, from: number): number {
  let k = i
  while (k > from && (is(tokens[k - 1], 'auxiliary') || is(tokens[k - 1], 'negation'))) k--
  return k
}

function kindOf(tokens: Token[], first: number, to: number): Predicate {
  let modal = false
  let passive = false
  let perfect = false
  let k = first
  for (; k < to; k = skipAdverbs(tokens, k + 1)) {
    const token = tokens[k]
    if (!is(token, 'auxiliary') && !is(token, 'negation') && !is(token, 'be')) break
    modal ||= is(token, 'modal') || /^'(?:d|ll)$/.test(token?.lower ?? '')
    passive = is(token, 'be') || is(token, 'have')
    perfect ||= is(token, 'have') && isVerbal(tokens[skipAdverbs(tokens, k + 1)])
  }
  const verb = k < to ? tokens[k] : undefined
  const participle = is(verb, 'pastEnding') || is(verb, 'irregularPast')
  if ((passive && participle) || perfect) return 'EVENT'
  if (modal) return 'FUTURE'
  return k === first && participle ? 'EVENT' : k === first && verb ? 'EVENT' : 'STATE'
}

/** Tells whether a participle may stand there, not what somebody has: "had come", not "had a boat". */
const isVerbal = (token: Token | undefined) =>
  token?.kind === 'word' && !token.capital && !is(token, 'determiner') && !is(token, 'preposition')
