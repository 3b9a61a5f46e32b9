import type { Cue } from '../cues/cue.js'
import { takesInfinitive } from '../cues/infinitive.js'
import { is, type Token } from '../text/token.js'
import type { StatementPolarity } from '../types.js'
import { infinitiveAfter, restatedThat, skipDay } from './adjuncts.js'

/** Tells how the subject of a cue stands to the words that it reports. */
export function polarityOf(tokens: Token[], cue: Cue): StatementPolarity {
  return cue.kind === 'NOUN' ? polarityOfNoun(tokens[cue.to - 1]) : polarityOfVerb(tokens, cue)
}

function polarityOfNoun(noun: Token | undefined): StatementPolarity {
  if (is(noun, 'denyingNoun')) return 'DENIED'
  if (is(noun, 'vowingNoun')) return 'PROMISED'
  return is(noun, 'demandingNoun') ? 'DEMANDED' : 'AFFIRMED'
}

function polarityOfVerb(tokens: Token[], { to, groupTo, traits, verbClass, lemma }: Cue): StatementPolarity {
  if (traits.has('DENYING')) return 'DENIED'
  const restated = restatedThat(tokens, groupTo)
  if (restated >= 0) return polarityOfNoun(tokens[restated - 1])
  if (traits.has('VOWING') || takesInfinitive(tokens, traits, skipDay(tokens, groupTo))) return 'PROMISED'
  if (traits.has('DEMANDING')) return 'DEMANDED'
  if (traits.has('QUESTIONING')) return asksForAction(tokens, groupTo) ? 'DEMANDED' : 'ASKED'
  // "called for a vote", "told the mayor to mend it"
  const particle = lemma === 'call' && verbClass === 'OBJECT' && is(tokens[to - 1], 'demandingParticle')
  const told = traits.has('TELLING') && infinitiveAfter(tokens, groupTo) >= 0
  return particle || told ? 'DEMANDED' : 'AFFIRMED'
}

/** Tells whether somebody is asked to do something: "asked the mayor to go", "asked that she go", "asked for time". */
const asksForAction = (tokens: Token[], at: number): boolean =>
  is(tokens[at], 'that') || tokens[at]?.lower === 'for' || infinitiveAfter(tokens, at) >= 0
