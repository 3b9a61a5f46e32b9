import { ADVERBS, PREPOSITIONS, TIME_WORDS } from '../languages/en/words.js'
import type { Mention } from '../names/find-names.js'
import { isSpoken } from '../said/words-before.js'
import type { Token } from '../text/tokens.js'
import type { Subject } from './noun-phrase.js'
import { subjectAfter } from './subject.js'
import type { VerbForm } from './verb-forms.js'

const INVERTING = new Set(
  'say add write ask reply explain note tweet post argue warn continue declare announce recall insist claim observe remark quip respond report conclude complain joke'.split(
    ' ',
  ),
)

/** "“…,” said Ada Moss, a baker": the subject after the verb, when the words stand before it. */
export function inverted(
  tokens: Token[],
  mentions: Mention[],
  i: number,
  to: number,
  form: VerbForm,
): Subject | null {
  if (form.tense !== 'past' && form.tense !== 'third') return null
  if (!precedes(tokens, i) || (!INVERTING.has(form.lemma) && !isSpoken(tokens[i - 1]))) return null
  const first = tokens[to]
  if (!first || first.lower === 'that') return null
  const after = subjectAfter(tokens, mentions, to)
  if (!after || !endsHere(tokens, after.to)) return null
  if (precededByQuote(tokens, i)) return after
  if (after.kind === 'NAME')
    return i > 0 || tokens[after.to]?.text === ':' || tokens[after.to]?.text === ',' ? after : null
  return after.kind === 'NOUN' && /^(?:a|an|the|one)$/.test(first.lower) && i > 0 ? after : null
}

export const precededByQuote = (tokens: Token[], i: number) => tokens[i - 1]?.kind === 'quote'

/** Inversion stands after the words said, or opens the sentence. */
function precedes(tokens: Token[], i: number): boolean {
  const before = tokens[i - 1]
  return !before || before.kind === 'quote' || before.text === ',' || /^(?:[—–]|--)$/.test(before.text)
}

function endsHere(tokens: Token[], to: number): boolean {
  const next = tokens[to]
  return (
    next?.kind !== 'word' ||
    TIME_WORDS.has(next.lower) ||
    PREPOSITIONS.has(next.lower) ||
    /^(?:who|that|which|when|while|as)$/.test(next.lower) ||
    ADVERBS.has(next.lower)
  )
}
