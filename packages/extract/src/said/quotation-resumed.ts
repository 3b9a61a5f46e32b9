import type { Cue } from '../cues/cue.js'
import { isDash } from '../text/marks.js'
import { endMark } from '../text/quote-end.js'
import type { Range, Token } from '../text/token.js'

/** Tokens with which the reporter may interrupt a quotation. */
const INTERRUPTION = 14

/**
 * Returns the index of the quotation that goes on behind the reporter's words: "“Nobody,” she said quietly, looking down,
 * “is safe.”"; -1 when none does. `before`: what stands before the cue.
 */
export function quotationResumed(tokens: Token[], before: Range, cue: Cue, cues: Cue[]): number {
  const first = tokens[before.to - 1]
  if (first?.kind !== 'quote' || !/^[,—–-]?$/.test(endMark(first))) return -1
  for (let i = cue.to; i < Math.min(tokens.length, cue.to + INTERRUPTION); i++) {
    const token = tokens[i]
    if (token?.kind === 'quote') {
      const mark = tokens[i - 1]
      const low = /^\P{L}*\p{Ll}/u.test(token.text)
      const goesOn = low || endMark(first) !== ''
      const own = cues.every((other) => other.from <= cue.from || other.from > i)
      return goesOn && own && (mark?.text === ',' || isDash(mark)) ? i : -1
    }
    if (/^[.;:!?]$/.test(token?.text ?? '')) return -1
  }
  return -1
}
