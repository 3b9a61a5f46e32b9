import type { Cue } from '../cues/cue.js'
import { isPastVerb } from '../cues/finite-verb.js'
import { isDash } from '../text/marks.js'
import { endMark } from '../text/quote-end.js'
import { is, type Token } from '../text/token.js'

/**
 * Tells whether the reporter goes on in words of his own at token `i`, by the marks and words there alone. `asks`: the
 * words are a question.
 */
export function narratorResumes(
  tokens: Token[],
  i: number,
  cue: Cue,
  asks: boolean,
  quotedSoFar: boolean,
): boolean {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (!token || !next) return false
  if (token.text === ';') return !/^(?:that|and)$/.test(next.lower)
  const quoteBefore =
    endMark(tokens[i - 1]) === ',' || (token.text === ',' && tokens[i - 1]?.kind === 'quote')
  if (quoteBefore && resumesAfterQuote(tokens, token.text === ',' ? i + 1 : i)) return true
  if (token.text === ',') {
    if (/^(?:although|though)$/.test(next.lower)) return true
    // A question has one clause: "would not say where she was, and left".
    if (asks && /^(?:and|but)$/.test(next.lower)) return true
    if (quotedSoFar && isParticiple(tokens, i + 1)) return true
    // The reporter tells what the speaker did: "said she would come, but gave no date".
    if (next.lower === 'but' && isPastVerb(tokens[i + 2])) return true
    // The main clause goes on: "read a report, which said the pier was old, and closed it".
    if (cue.subject?.relative && /^(?:and|then)$/.test(next.lower) && isPastVerb(tokens[i + 2])) return true
    if (cue.verbClass === 'OBJECT') return is(next, 'objectStop')
    return false
  }
  if (cue.verbClass !== 'OBJECT') return false
  if (isDash(token)) return true
  // "praised the crew but also had to pay it"
  if (token.lower === 'but' && isPastVerb(tokens[next.lower === 'also' ? i + 2 : i + 1])) return true
  if (tokens[i - 1]?.kind === 'quote') {
    return is(token, 'day') || (is(token, 'preposition') && !/^(?:of|for|to|and|as)$/.test(token.lower))
  }
  return (
    /^(?:while|when)$/.test(token.lower) ||
    (token.lower === 'in' &&
      next.lower === 'a' &&
      /^(?:statement|speech|tweet|interview)$/.test(tokens[i + 2]?.lower ?? ''))
  )
}

/**
 * Tells whether the reporter goes on after a comma that closes a quotation: "“partial,” meaning …", "“fair,” but
 * stopped short".
 */
function resumesAfterQuote(tokens: Token[], at: number): boolean {
  const first = tokens[at]
  if (first?.kind !== 'word') return false
  if (is(first, 'participleEnding')) return true
  return /^(?:but|and)$/.test(first.lower) && isPastVerb(tokens[at + 1])
}

/** Tells whether a participle opens that says what the words did: ", putting it at risk", ", quietly putting …". */
const isParticiple = (tokens: Token[], at: number): boolean => {
  const verb = tokens[is(tokens[at], 'adverbEnding') ? at + 1 : at]
  return is(verb, 'participleEnding') && !verb?.capital && !is(verb, 'falseParticiple')
}
