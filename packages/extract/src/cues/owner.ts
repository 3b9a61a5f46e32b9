import type { Mention } from '../names/mention.js'
import { is, type Token } from '../text/token.js'
import { type Subject, subject } from './subject.js'

/** Tokens between a noun and its owner. */
const REACH = 4

/** Finds whose noun stands at `i`: "his", "Moss's". */
export function ownerOf(tokens: Token[], mentions: Mention[], i: number): Subject | null {
  for (let k = i - 1; k >= Math.max(0, i - REACH); k--) {
    const token = tokens[k]
    if (token?.kind !== 'word') return null
    if (is(token, 'possessive'))
      return /^(?:my|our|your)$/.test(token.lower) ? null : subject('PRONOUN', k, k + 1, null)
    if (token.lower !== "'s") continue
    const mention = mentions.find((m) => m.to === k)
    return mention ? subject('NAME', mention.from, mention.to, mention) : null
  }
  return null
}
