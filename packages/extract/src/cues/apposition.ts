import { isHandle } from '../text/handle.js'
import { is, type Token } from '../text/token.js'
import { isPastVerb } from './finite-verb.js'
import { isVerbForm } from './predicate.js'

/** Tokens that an office behind a name may have. */
const LONGEST = 24

/**
 * Tells whether the range tells who somebody is, and no clause stands in it: ", chair of the agency", "(Green, Ruhn)",
 * "(@moss) March 3". An empty one does.
 */
export function isApposition(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]
  if (from >= to || !first) return true
  const opens = /^[,.()]$/.test(first.text) || is(first, 'month') || is(first, 'day') || isHandle(first)
  if (!opens || to - from > LONGEST) return false
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token?.kind === 'quote' || isVerbForm(token)) return false
    // The comma closes it, and the clause goes on: "Moss, the mayor, laughed".
    if (i > from && token?.text === ',' && isPast(tokens[i + 1])) return false
  }
  return true
}

const isPast = (token: Token | undefined) => isPastVerb(token) || (!token?.capital && is(token, 'narrating'))
