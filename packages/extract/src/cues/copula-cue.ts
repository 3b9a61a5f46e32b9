import type { Mention } from '../names/mention.js'
import type { Token } from '../text/token.js'
import { type Cue, cueOf } from './cue.js'
import { subjectAfter } from './find-subject.js'
import { nounPhrase } from './noun-phrase.js'

/** Tokens of a speaker between "how" and the verb. */
const REACH = 12

/**
 * Reads what says that words before it are somebody's: "“…” is how Moss described it", "That is what Moss called it", "So said
 * Ada Moss". `i`: the index of "how", or of the verb behind "So".
 */
export function copulaCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  if (i === 1 && tokens[0]?.lower === 'so' && tokens[i]?.verb?.traits.has('SURE')) {
    const behind = subjectAfter(tokens, mentions, i + 1)
    const whole =
      behind?.kind === 'NAME' && !tokens.slice(behind.to).some(({ kind, verb }) => kind === 'quote' || verb)
    return whole
      ? cueOf('COPULA', i, i + 1, { subject: behind, groupFrom: 0, groupTo: behind.to, inverted: true })
      : null
  }
  if (!/^(?:how|what)$/.test(tokens[i]?.lower ?? '') || !/^(?:is|was|'s)$/.test(tokens[i - 1]?.lower ?? ''))
    return null
  const pointer = tokens[i - 2]
  const points = i === 2 && /^(?:that|this|it|so|such)$/.test(pointer?.lower ?? '')
  if (pointer?.kind !== 'quote' && !points) return null
  const verb = tokens.findIndex((token, k) => k > i + 1 && k < i + REACH && isReporting(token))
  const speaker = verb < 0 ? null : nounPhrase(tokens, mentions, verb - 1)
  if (speaker?.from !== i + 1 || speaker.kind === 'SELF') return null
  return cueOf('COPULA', verb, verb + 1, {
    subject: speaker,
    groupFrom: points ? 0 : i - 1,
    groupTo: verb + 1,
    lemma: tokens[verb]?.verb?.lemma ?? '',
  })
}

const isReporting = ({ verb, capital }: Token) =>
  verb !== undefined && !capital && (verb.tense === 'past' || verb.tense === 'third')
