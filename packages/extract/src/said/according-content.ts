import type { Cue } from '../cues/cue.js'
import { is, type Token } from '../text/token.js'
import { clauseEnd, endOf } from './clause-end.js'
import type { Content } from './content.js'
import { startsAside, wordsUpTo } from './words-before.js'

/** Tokens of what tells who a source is. */
const APPOSITION_REACH = 24

/**
 * Returns the index after what tells who a source is and its comma: "According to Ada Moss, another baker from Ruhn, the
 * pier …"; `from` when the clause begins there.
 */
function afterApposition(tokens: Token[], from: number): number {
  if (!/^(?:an?|another|the|one|who|which|whose)$/.test(tokens[from]?.lower ?? '')) return from
  const relative = tokens.findIndex((token, i) => i >= from && is(token, 'clauseOpener'))
  for (let i = from + 1; i < Math.min(tokens.length, from + APPOSITION_REACH); i++) {
    const token = tokens[i]
    if (token?.text === ',') return is(tokens[i + 1], 'conjunction') ? from : i + 1
    const open = relative >= 0 && relative < i
    if (!token || token.kind === 'quote' || (is(token, 'clauseSign') && !open)) return from
  }
  return from
}

/** Takes the clause before "according to Moss", the one behind it, or both. */
export function accordingContent(tokens: Token[], cue: Cue, cues: Cue[]): Content | null {
  const before = cue.from > 0 ? wordsUpTo(tokens, cue.from) : null
  const mark = tokens[cue.groupTo]
  if (!before) {
    if (mark?.text !== ',') return null
    const from = afterApposition(tokens, cue.groupTo + 1)
    return { parts: [{ from, to: clauseEnd(tokens, from, cue, cues) }], shape: 'AFTER' }
  }
  const next = tokens[cue.groupTo + 1]
  if (
    mark?.text === ',' &&
    next?.kind === 'word' &&
    !startsAside(next) &&
    !/^(?:and|or|so|then|an?)$/.test(next.lower)
  ) {
    const to = endOf(tokens)
    if (to - cue.groupTo > 4) return { parts: [before, { from: cue.groupTo + 1, to }], shape: 'AROUND' }
  }
  return { parts: [before], shape: 'BEFORE' }
}
