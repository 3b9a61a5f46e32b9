import { AUXILIARIES, BE_FORMS, HAVE_FORMS, MODALS, NEGATIONS } from '../languages/en/words.js'
import type { Token } from '../text/tokens.js'

/** A verb with its auxiliaries: where it begins and what they make of it. */
export interface VerbGroup {
  from: number
  be: boolean
  have: boolean
  modal: boolean
  negated: boolean
  infinitive: boolean
}

/** Walks left over auxiliaries and adverbs. */
export function verbGroup(tokens: Token[], i: number): VerbGroup {
  const group: VerbGroup = {
    from: i,
    be: false,
    have: false,
    modal: false,
    negated: false,
    infinitive: false,
  }
  for (let j = i - 1; j >= 0 && i - j < 7; j--) {
    const token = tokens[j]
    // "Theresa May said"
    if (token?.kind !== 'word' || (j > 0 && token.capital && token.lower === 'may')) break
    const lower = token.lower
    if (NEGATIONS.has(lower) || lower.endsWith("n't")) {
      group.negated = true
      const positive = lower.replace(/n't$/, '')
      if (BE_FORMS.has(positive)) group.be = true
      if (HAVE_FORMS.has(positive)) group.have = true
    } else if (AUXILIARIES.has(lower)) {
      if (lower === "'s" && /s$/.test(tokens[i]?.lower ?? '')) break
      if (BE_FORMS.has(lower) || lower === "'re") group.be = true
      if (lower === "'s") group.be ||= (tokens[i]?.lower ?? '').endsWith('ing')
      if (HAVE_FORMS.has(lower)) group.have = true
      if (MODALS.has(lower)) group.modal = true
      if (lower === 'to') group.infinitive = true
    } else if (!isGroupAdverb(token)) break
    group.from = j
    if (group.infinitive && lower === 'to') break
  }
  return group
}

export const isGroupAdverb = (token: Token) =>
  !token.capital &&
  (/^(?:also|then|later|now|again|even|often|just|still|already|once|first|both|all|further|repeatedly|never|long|recently|previously|simply|only|so|reportedly|have|has|immediately)$/.test(
    token.lower,
  ) ||
    (/^\p{L}{3,}ly$/u.test(token.lower) && token.lower !== 'family'))
