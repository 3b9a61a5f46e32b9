import { is, type Token } from '../text/token.js'

/** A verb with its auxiliaries: where it begins and what they make of it. */
export interface VerbGroup {
  from: number
  be: boolean
  have: boolean
  modal: boolean
  /** An adverb makes the modal tell what was said: "would later say", "would only say". */
  factual: boolean
  /** "did say" */
  emphatic: boolean
  negated: boolean
  infinitive: boolean
}

/** Tokens that may stand between a verb and its first auxiliary. */
const REACH = 6

/** Walks left from the verb at token `i` over auxiliaries and adverbs. */
export function verbGroup(tokens: Token[], i: number): VerbGroup {
  const group: VerbGroup = {
    from: i,
    be: false,
    have: false,
    modal: false,
    factual: false,
    emphatic: false,
    negated: false,
    infinitive: false,
  }
  let reach = REACH
  for (let j = i - 1; j >= 0 && i - j <= reach; j--) {
    const aside = asideLength(tokens, j)
    reach += aside
    j -= aside
    const token = tokens[j]
    // "May" is a name in "Theresa May said".
    if (token?.kind !== 'word' || (j > 0 && token.capital && token.lower === 'may')) break
    if (is(token, 'negation') && is(tokens[j + 1], 'merely')) {
      // "not only said" is said.
    } else if (is(token, 'negation')) {
      group.negated = true
      group.be ||= is(token, 'be')
      group.have ||= is(token, 'have')
    } else if (is(token, 'auxiliary')) {
      // "'s" is a possessive in "Moss's claims".
      if (token.lower === "'s" && tokens[i]?.lower.endsWith('s')) break
      addAuxiliary(group, token, tokens[i])
    } else if (!isGroupAdverb(token)) break
    group.from = j
    group.factual ||= is(token, 'merely') || is(token, 'laterOn')
    if (token.lower === 'to') break
  }
  return group
}

/** Counts the tokens of an aside that ends at `at` and parts a verb from its auxiliary: "has, as reported, said". */
function asideLength(tokens: Token[], at: number): number {
  if (tokens[at]?.text !== ',') return 0
  for (let i = at - 1; i > 0 && at - i <= REACH; i--) {
    const token = tokens[i]
    if (token?.text === ',') {
      const before = tokens[i - 1]
      const parted = is(before, 'auxiliary') || is(before, 'negation')
      return parted && before?.lower !== "'s" && before?.lower !== 'to' ? at - i + 1 : 0
    }
    if (token?.kind !== 'word') return 0
  }
  return 0
}

function addAuxiliary(group: VerbGroup, token: Token, verb: Token | undefined): void {
  // "'s saying" is "is saying", "'s said" is "has said".
  const shortBe = token.lower === "'re" || (token.lower === "'s" && verb?.lower.endsWith('ing') === true)
  group.be ||= is(token, 'be') || shortBe
  group.have ||= is(token, 'have')
  group.modal ||= is(token, 'modal')
  group.emphatic ||= /^(?:do|does|did)$/.test(token.lower)
  group.infinitive ||= token.lower === 'to'
}

/** Tells whether a word may stand between an auxiliary and its verb. */
export const isGroupAdverb = (token: Token) =>
  !token.capital && (is(token, 'groupAdverb') || is(token, 'adverbEnding'))
