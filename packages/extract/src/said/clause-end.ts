import type { Cue } from '../cues/cue.js'
import { isDash, isEnd } from '../text/marks.js'
import { endMark } from '../text/quote-end.js'
import { is, type Token } from '../text/token.js'
import { narratorResumes } from './narrator-resumes.js'
import { goesOnWithoutSpeaker } from './what-else-happened.js'

/** Returns the index after the last token of the sentence that is no end mark. */
export function endOf(tokens: Token[]): number {
  let end = tokens.length
  while (end > 0 && isEnd(tokens[end - 1])) end--
  return end
}

/**
 * Returns the index after the reported words that begin at `from`: they end where the reporter's next clause begins, or
 * with the sentence.
 */
export function clauseEnd(tokens: Token[], from: number, cue: Cue, cues: Cue[]): number {
  const whole = wholeQuotes(tokens, from)
  if (whole > 0) return whole
  let end = Math.min(endOf(tokens), cue.limit ?? tokens.length)
  for (const other of cues) {
    if (other === cue || other.groupFrom < from) continue
    const at = clauseOf(tokens, cue, other, from)
    if (at > from && at < end) end = at
  }
  const fronted = isFrontedCue(tokens, cue) && tokens[from - 1]?.text !== ','
  const asks = is(tokens[from], 'questionWord')
  const aside = isDash(tokens[cue.groupTo - 3]) && cue.subject?.relative === true
  let quotedSoFar = false
  for (let i = from + 1; i < end; i++) {
    if (fronted && tokens[i]?.text === ',') return i
    if (aside && isDash(tokens[i])) return i
    if (fronted && endMark(tokens[i]) === ',') return i + 1
    quotedSoFar ||= tokens[i - 1]?.kind === 'quote'
    if (narratorResumes(tokens, i, cue, asks, quotedSoFar)) return i
    if (goesOnWithoutSpeaker(tokens, { from, to: i }, end, cue)) return i
  }
  return end
}

/**
 * Returns the index after quotations at `from` that are whole sentences, since the reporter goes on behind them; -1 for
 * any other words.
 */
function wholeQuotes(tokens: Token[], from: number): number {
  const opening = tokens[from]
  if (opening?.kind !== 'quote' || opening.text.length <= 12) return -1
  let to = from + 1
  while (tokens[to]?.kind === 'quote') to++
  return endMark(tokens[to - 1]) !== '' ? to : -1
}

/**
 * Returns the index where the clause of another cue begins, which ends the words of `cue`; -1 when it is part of them.
 */
function clauseOf(tokens: Token[], cue: Cue, other: Cue, from: number): number {
  const mark = tokens[other.groupFrom - 1]
  if (other.kind === 'ACCORDING') return mark?.text === ',' ? other.groupFrom - 1 : other.groupFrom
  if (other.coordinate) return other.groupFrom
  // The reporter opens a new clause: "…, but she said", "… and Moss said".
  if (mark && is(mark, 'clauseJoiner')) {
    const before = tokens[other.groupFrom - 2]
    if (before?.text === ',' || isDash(before)) return other.groupFrom - 2
    const joined = mark.lower === 'and' && before?.kind !== 'quote' && !opensOwnClause(cue, other)
    return joined ? -1 : other.groupFrom - 1
  }
  if (mark && /^(?:which|who|whom)$/.test(mark.lower) && tokens[other.groupFrom - 2]?.text === ',')
    return other.groupFrom - 2
  if (mark?.text === ';') return other.groupFrom - 1
  // The words end where the main clause begins: "Claiming that …, Moss told".
  if (mark?.text === ',' && cue.tense === 'ing' && cue.groupFrom <= 1 && other.subject)
    return other.groupFrom - 1
  if (mark?.text === ',' && other.to >= endOf(tokens) - 2 && other.groupFrom > from + 2)
    return other.groupFrom - 1
  return -1
}

/**
 * Tells whether somebody else speaks, with a name and in the same tense: "Moss said the pier was old and Hale accused
 * the council of it".
 */
const opensOwnClause = (cue: Cue, other: Cue) =>
  other.kind === 'VERB' &&
  other.tense === cue.tense &&
  !other.weak &&
  !other.nounLike &&
  other.subject?.kind === 'NAME' &&
  !other.subject.relative &&
  cue.subject?.kind === 'NAME' &&
  cue.subject.mention?.name !== other.subject.mention?.name

/**
 * Tells whether the cue stands in a subordinate clause before the main one, which ends its words: "While she said that
 * …, he …".
 */
function isFrontedCue(tokens: Token[], cue: Cue): boolean {
  const opener = tokens[cue.groupFrom - 1] ?? tokens[cue.groupFrom]
  if (!is(opener, 'frontedOpener')) return false
  const before = tokens[cue.groupFrom - 2]
  return (
    cue.groupFrom <= 1 ||
    before?.text === ',' ||
    isDash(before) ||
    before?.text === ':' ||
    /^(?:and|but|so|back)$/.test(before?.lower ?? '')
  )
}
