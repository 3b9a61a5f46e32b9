import type { Cue } from '../cues/cue.js'
import { is, type Token } from '../text/token.js'

/** Tokens that the governing clause may have before "that". */
const REACH = 20

/**
 * Tells whether the clause of a cue hangs on one that denies or doubts it: "There is no evidence that Moss said", "Hale denied
 * that Moss had said". "It is no secret that Moss said" takes it for granted.
 */
export function isDoubted(tokens: Token[], cue: Cue): boolean {
  if (cue.kind === 'ACCORDING' || cue.kind === 'COLON' || cue.kind === 'DASH') return false
  let at = governorOf(tokens, cue)
  if (at < 0) return false
  // "Reports that Moss said … are false": nothing tells where her words end.
  if (is(tokens[at], 'reportingNoun') && tokens.slice(0, at).every((token) => is(token, 'determiner')))
    return true
  if (tokens[at]?.text === ',') at = tokens.findLastIndex((token, i) => i < at && token.text === ',') - 1
  for (let i = at; i >= Math.max(0, at - REACH) && tokens[i]?.kind === 'word'; i--) {
    const token = tokens[i]
    if (is(token, 'factive')) return false
    if (is(token, 'doubting') || is(token, 'unreal') || is(token, 'modal')) return true
    if (is(token, 'noOne') || (is(token, 'negation') && !is(tokens[i + 1], 'merely'))) return true
    if (token?.verb?.traits.has('DENYING') || token?.verb?.traits.has('QUESTIONING')) return true
  }
  return false
}

/** Returns the index of the last word of the clause on which that of the cue hangs; -1 when it hangs on none. */
function governorOf(tokens: Token[], { groupFrom, subject }: Cue): number {
  if (tokens[groupFrom - 1]?.lower === 'that') return groupFrom - 2
  // "does not think Moss said", where the phrase of the subject takes in the verb
  const head = subject?.mention?.from ?? groupFrom
  for (let i = head - 1; i >= groupFrom - 1; i--) if (is(tokens[i], 'thatless')) return i
  return -1
}
