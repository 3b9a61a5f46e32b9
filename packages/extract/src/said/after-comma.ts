import type { Cue } from '../cues/cue.js'
import { hasQuote, isSpoken } from '../text/quote-end.js'
import { is, type Range, type Token } from '../text/token.js'
import { clauseEnd } from './clause-end.js'
import type { Content } from './content.js'
import { opensWithAs } from './openings.js'
import { isFronted, isTimely, startsAside } from './words-before.js'

/** Takes the words around a comma or dash at `at` that follows the verb: "…, Moss said, …". */
export function afterComma(
  tokens: Token[],
  at: number,
  cue: Cue,
  cues: Cue[],
  before: Range | null,
): Content | null {
  // ", N.C.," is the rest of a place name.
  const k = /^\p{Lu}.*\.$/u.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === ',' ? at + 2 : at
  const next = tokens[k + 1]
  if (before && isLoneOpener(tokens, before, cue)) return clauseBehind(tokens, k, cue, cues)
  const fronted = before !== null && isFronted(tokens, before)
  if (next?.kind === 'quote') {
    const rest = { from: k + 1, to: clauseEnd(tokens, k + 1, cue, cues) }
    const around = before && (!fronted || (opensLow(next) && opensSaid(tokens, before)))
    return around ? { parts: [before, rest], shape: 'AROUND' } : { parts: [rest], shape: 'AFTER' }
  }
  const to = clauseEnd(tokens, k + 1, cue, cues)
  // The words of "As Moss has pointed out, the pier …", "Yet, as Moss says, the pier …" stand behind the comma only.
  if (!before || (isTimely(tokens, before) && opensWithAs(tokens, cue.groupFrom))) {
    const least = hasQuote(tokens, { from: k, to }) ? 2 : 4
    return opensWithAs(tokens, cue.groupFrom) && to - k > least
      ? { parts: [{ from: k + 1, to }], shape: 'AFTER' }
      : null
  }
  // After a whole quotation the reporter goes on: "“…,” she said, and left".
  const leaves = is(tokens[k + 2], 'departing')
  if (next?.lower === 'and' && (leaves || (isSpoken(tokens[before.to - 1]) && isNarration(tokens[k + 2]))))
    return { parts: [before], shape: 'BEFORE' }
  if (isSpoken(tokens[before.to - 1]) && isPhrase(tokens, { from: k + 1, to }))
    return { parts: [before], shape: 'BEFORE' }
  const goesOn = /^(?:but|and)$/.test(next?.lower ?? '') && tokens[k + 2]?.kind === 'quote'
  const article = fronted && /^(?:an?|the)$/.test(next?.lower ?? '')
  // A clause that cannot stand alone is not all that was said.
  const subordinate = is(tokens[before.from], 'dependentOpener') && !hasQuote(tokens, before)
  const parenthetical =
    next?.kind === 'word' &&
    (article || subordinate || !startsAside(next)) &&
    to - k > (hasQuote(tokens, { from: k, to }) || is(next, 'finite') ? 1 : 3)
  if (fronted) {
    if (!parenthetical) return null
    return isTimely(tokens, before)
      ? { parts: [{ from: k + 1, to }], shape: 'AFTER' }
      : { parts: [before, { from: k + 1, to }], shape: 'AROUND' }
  }
  if (parenthetical || goesOn) return { parts: [before, { from: k + 1, to }], shape: 'AROUND' }
  return { parts: [before], shape: 'BEFORE' }
}

/** Tells whether nothing but a conjunction stands before "as Moss says": "If, as Moss says, the pier is old, we pay". */
const isLoneOpener = (tokens: Token[], { from, to }: Range, { groupFrom }: Cue) =>
  to - from === 1 && is(tokens[from], 'subordinator') && tokens[groupFrom - 1]?.lower === 'as'

/** Takes the clause behind the comma at `comma` up to the next one, where the reporter's main clause begins. */
function clauseBehind(tokens: Token[], comma: number, cue: Cue, cues: Cue[]): Content | null {
  const from = comma + 1
  const end = clauseEnd(tokens, from, cue, cues)
  const next = tokens.findIndex(({ text }, i) => i > from && i < end && text === ',')
  const to = next > 0 ? next : end
  return to - from > 1 ? { parts: [{ from, to }], shape: 'AFTER' } : null
}

/** Tells whether a range is no clause and quotes nothing: "“…,” Moss said in Ruhn, Osten, last month". */
const isPhrase = (tokens: Token[], range: Range) =>
  !hasQuote(tokens, range) && !tokens.slice(range.from, range.to).some((token) => is(token, 'clauseSign'))

/** Tells whether a quotation goes on with a sentence that began before it: "Instead, Moss said, “we stayed.”". */
const opensLow = (quote: Token) => /^\P{L}*\p{Ll}/u.test(quote.text)

/** Tells whether a fronted adverbial is part of the words: "In other words", not "On Tuesday", "In an interview". */
const opensSaid = (tokens: Token[], { from, to }: Range) =>
  !isTimely(tokens, { from, to }) && !tokens.slice(from, to).some((token) => is(token, 'venue'))

/** Tells whether a past verb, or an adverb before one, stands there. */
const isNarration = (token: Token | undefined) =>
  is(token, 'narrating') || is(token, 'pastEnding') || is(token, 'adverbEnding')
