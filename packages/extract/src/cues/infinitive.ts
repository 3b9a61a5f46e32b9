import { PROMISING_VERBS, REFUSING_VERBS, SPEAKING_VERBS } from '../languages/en/verbs.js'
import type { Token } from '../text/tokens.js'

const PROMISING = new Set(PROMISING_VERBS.split(' '))
const REFUSING = new Set(REFUSING_VERBS.split(' '))
const SPEAKING = new Set(SPEAKING_VERBS.split(' '))

/** Whether an infinitive at token `at` is what the verb reports: "vowed to rebuild the pier", "declined to say when". */
export function takesInfinitive(tokens: Token[], lemma: string, at: number): boolean {
  const to = tokens[at]?.lower === 'not' ? at + 1 : at
  if (tokens[to]?.lower !== 'to') return false
  return PROMISING.has(lemma) || (REFUSING.has(lemma) && SPEAKING.has(tokens[to + 1]?.lower ?? ''))
}

/** "refused the boat", "declined to sail": no words come of it. */
export const isMereRefusal = (tokens: Token[], lemma: string, at: number): boolean =>
  REFUSING.has(lemma) && !takesInfinitive(tokens, lemma, at)
