import type { Cue } from '../cues/cue.js'
import { is, type Token } from '../text/token.js'

/**
 * Tells whether the clause of a cue only supposes or expects that somebody speaks: "If Moss says", "unless, as feared, Moss
 * says", "until Moss says", "Had Moss said", "Did Moss say".
 */
export function isUnreal(tokens: Token[], cue: Cue): boolean {
  const opener = openerAt(tokens, cue)
  return (
    supposes(tokens, opener, cue) ||
    isInverted(tokens, cue) ||
    supposesInSubject(tokens, cue) ||
    inBranch(tokens, cue)
  )
}

/** Tokens between two commas behind a conjunction: "if, as everybody expects, Moss says". */
const LONGEST_ASIDE = 8

/** Returns the index of the word that may open the clause of a cue; -1 at the head of the sentence. */
function openerAt(tokens: Token[], { groupFrom }: Cue): number {
  let at = groupFrom - 1
  if (tokens[at]?.text === ',') {
    const comma = tokens.findLastIndex((token, i) => i < at && token.text === ',')
    if (comma > 0 && at - comma <= LONGEST_ASIDE) at = comma - 1
  }
  while (at > 0 && tokens[at]?.kind === 'word' && isAdverbial(tokens[at])) at--
  // "If on Monday Moss says"
  if (is(tokens[at], 'day')) at -= tokens[at - 1]?.lower === 'on' ? 2 : 1
  return at
}

const isAdverbial = (token: Token | undefined) => is(token, 'adverbEnding') || is(token, 'groupAdverb')

/** Tells whether a conjunction stands at `at` under which nothing is said. */
function supposes(tokens: Token[], at: number, cue: Cue): boolean {
  const token = tokens[at]
  if (is(token, 'unreal')) return true
  const before = tokens[at - 1]?.lower
  if (token?.lower === 'though') return before === 'as'
  if (token?.lower === 'that') return is(tokens[at - 1], 'unreal')
  if (token?.lower === 'case') return before === 'in'
  // "before Moss says" is still to come; "before Moss said" is not.
  const pending = is(token, 'pending') || (token?.lower === 'as' && before === 'soon')
  return pending && isPresent(tokens, cue)
}

/** Tells whether the verb of a cue is in the present tense or the present perfect. */
function isPresent(tokens: Token[], { from, groupFrom, tense }: Cue): boolean {
  if (tense === 'base' || tense === 'third') return true
  for (let i = from - 1; i >= groupFrom && is(tokens[i], 'auxiliary'); i--)
    if (/^(?:has|have)$/.test(tokens[i]?.lower ?? '')) return true
  return false
}

/** Tells whether the conjunction is read as a part of the subject: "The boats left in case Moss said". */
function supposesInSubject(tokens: Token[], cue: Cue): boolean {
  const { subject } = cue
  if (!subject || cue.inverted || cue.kind === 'ACCORDING') return false
  const head = subject.mention?.from ?? subject.to
  for (let i = subject.from; i < head; i++) if (supposes(tokens, i, cue)) return true
  return false
}

/** Tells whether a cue without a subject of its own goes on with a supposed clause: "If she came and said". */
function inBranch(tokens: Token[], cue: Cue): boolean {
  if (!cue.coordinate || tokens[cue.groupFrom]?.lower !== 'and') return false
  const opener = clauseStart(tokens, cue.groupFrom - 1)
  return supposes(tokens, is(tokens[opener], 'conjunction') ? opener + 1 : opener, cue)
}

/** Returns the index of the first word behind the last mark before `at`. */
function clauseStart(tokens: Token[], at: number): number {
  let start = at
  while (tokens[start - 1]?.kind === 'word') start--
  return start
}

/** Tells whether an auxiliary stands before the subject: "Did Moss say", "Never has Moss said"; not "Only then did". */
function isInverted(tokens: Token[], { subject, groupFrom, inverted, kind }: Cue): boolean {
  if (!subject || subject.relative || inverted || kind !== 'VERB') return false
  const at = groupFrom - 1
  if (groupFrom !== subject.from || !is(tokens[at], 'inverter')) return false
  const fronted = tokens.slice(clauseStart(tokens, at), at)
  if (fronted.some((token) => is(token, 'merely') || token.lower === 'until')) return false
  return fronted.every((token) => is(token, 'conjunction')) || fronted.slice(0, 3).some(isNegative)
}

const isNegative = (token: Token) => is(token, 'noOne') || is(token, 'negation') || is(token, 'hardly')
