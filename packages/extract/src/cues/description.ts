import { isDash } from '../text/marks.js'
import { is, type Token } from '../text/token.js'
import { isVerbForm } from './predicate.js'

/** Tokens that tell who somebody is. */
const LONGEST = 14

/**
 * Returns where "its spokeswoman, Ada Moss", "the mayor of Ruhn, Ada Moss" begins, whose name begins at `from`; `from`
 * when no description stands before it.
 */
export function descriptionStart(tokens: Token[], from: number): number {
  if (tokens[from - 1]?.text !== ',') return from
  for (let i = from - 2; i >= Math.max(-1, from - 2 - LONGEST); i--) {
    const token = tokens[i]
    if (token && token.kind !== 'quote' && !/^[,;:]$/.test(token.text) && !isDash(token)) continue
    return isDescription(tokens, i + 1, from - 1) ? i + 1 : from
  }
  return from
}

/**
 * Tells whether the range is a noun phrase that tells who somebody is, "its spokeswoman", "Hale's deputy", "one of the
 * pilots", and no clause stands in it.
 */
export function isDescription(tokens: Token[], from: number, to: number): boolean {
  const first = tokens[from]
  if (to <= from || to - from > LONGEST || first?.kind !== 'word') return false
  const inside = tokens.slice(from, to)
  if (inside.some((token) => isVerbForm(token) || is(token, 'subordinator') || is(token, 'conjunction')))
    return false
  if (is(first, 'preposition') || is(first, 'subjectPronoun')) return false
  const owned = inside.some(({ lower }) => lower === "'s" || lower === "'")
  return (
    owned || is(first, 'determiner') || first.office > 0 || is(first, 'nameless') || first.lower === 'one'
  )
}
