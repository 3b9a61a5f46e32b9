import { is, type Token } from '../text/token.js'
import type { VerbForm } from '../text/verb-form.js'

/**
 * Tells whether an infinitive at token `at` is what the verb reports: "vowed to rebuild the pier", "declined to say
 * when".
 */
export function takesInfinitive(tokens: Token[], traits: VerbForm['traits'], at: number): boolean {
  const to = tokens[at]?.lower === 'not' ? at + 1 : at
  if (tokens[to]?.lower !== 'to') return false
  return (
    traits.has('PROMISING') ||
    (traits.has('REFUSING') && (is(tokens[to + 1], 'speakingInfinitive') || tokens[to + 1]?.kind === 'quote'))
  )
}

/** Tells whether somebody refuses and says nothing: "refused the boat", "declined to sail". */
export const isMereRefusal = (tokens: Token[], traits: VerbForm['traits'], at: number): boolean =>
  traits.has('REFUSING') && !takesInfinitive(tokens, traits, at)
