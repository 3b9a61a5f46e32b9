import type { Cue } from '../cues/cue.js'
import { takesInfinitive } from '../cues/infinitive.js'
import type { Mention } from '../names/mention.js'
import { isDash, isEnd } from '../text/marks.js'
import { endMark, hasQuote, isSpoken, opensSentence } from '../text/quote-end.js'
import type { Sentence } from '../text/sentence.js'
import { is, type Range, type Token } from '../text/token.js'
import { accordingContent } from './according-content.js'
import { findThat, infinitiveAfter, restatedThat, skipAdjuncts, skipDay, thatAfterAside } from './adjuncts.js'
import { afterComma } from './after-comma.js'
import { clauseEnd } from './clause-end.js'
import type { Content } from './content.js'
import { skipHearer } from './hearer.js'
import { afterAnnouncement, followsClause, opensBeforeAside } from './openings.js'
import { quotationResumed } from './quotation-resumed.js'
import { isFronted, isTimely, wordsBefore } from './words-before.js'

/** Finds the words that `cue` reports, or null when nothing tells which they are. */
export function findContent(sentence: Sentence, mentions: Mention[], cue: Cue, cues: Cue[]): Content | null {
  const { tokens } = sentence
  if (cue.kind === 'ACCORDING') return accordingContent(tokens, cue, cues)
  if (cue.kind === 'COPULA') {
    const to = cue.groupFrom
    return to === 0 ? { parts: [], shape: 'ABOVE' } : { parts: [{ from: to - 1, to }], shape: 'BEFORE' }
  }
  if (cue.kind === 'DASH') return { parts: [{ from: 0, to: cue.from }], shape: 'BEFORE' }
  if (cue.kind === 'COLON') {
    if (isEnd(tokens[cue.to])) return { parts: [], shape: 'RUN' }
    return { parts: [{ from: cue.to, to: clauseEnd(tokens, cue.to, cue, cues) }], shape: 'AFTER' }
  }
  const before = cue.coordinate || followsClause(tokens, cue, cues) ? null : wordsBefore(tokens, cue)
  const resumed = before && quotationResumed(tokens, before, cue, cues)
  if (before && resumed && resumed > 0) {
    const rest = { from: resumed, to: clauseEnd(tokens, resumed, cue, cues) }
    return { parts: [before, rest], shape: 'AROUND' }
  }
  if (cue.inverted) return aroundInverted(tokens, cue, cues, before)
  const infinitive = infinitiveOf(tokens, mentions, cue)
  if (infinitive >= 0) return afterInfinitive(tokens, infinitive, cue, cues)
  const k = skipAccused(tokens, skipAdjuncts(tokens, pastHearer(tokens, mentions, cue), cue), cue)
  return wordsBesideVerb(tokens, k, cue, cues, before)
}

/** Index after the verb and whoever is told: "told reporters", "warned the town that", not "noted reports that". */
function pastHearer(tokens: Token[], mentions: Mention[], cue: Cue): number {
  let k = cue.groupTo
  if (cue.verbClass === 'HEARER' || cue.verbClass === 'ASKING') k = skipHearer(tokens, mentions, k, cue)
  return cue.traits.has('WARNING') && tokens[k]?.kind === 'word' ? Math.max(k, findThat(tokens, k)) : k
}

/** Index of the infinitive that the verb reports: "vowed to mend it", "told the mayor to mend it"; -1 without one. */
function infinitiveOf(tokens: Token[], mentions: Mention[], cue: Cue): number {
  const at = skipDay(tokens, cue.groupTo)
  if (takesInfinitive(tokens, cue.traits, at)) return at
  return cue.lemma === 'tell' ? infinitiveAfter(tokens, pastHearer(tokens, mentions, cue)) : -1
}

/** "said the following" */
const announcesRun = (tokens: Token[], at: number, cue: Cue): boolean =>
  cue.tense === 'past' &&
  /^(?:the|this)$/.test(tokens[at]?.lower ?? '') &&
  tokens[at + 1]?.lower === 'following'

/** Takes the words from the token at `k` behind the verb, from `before` its subject, or from both sides. */
function wordsBesideVerb(
  tokens: Token[],
  k: number,
  cue: Cue,
  cues: Cue[],
  before: Range | null,
): Content | null {
  const next = tokens[k]
  if (announcesRun(tokens, k, cue)) return { parts: [], shape: 'RUN' }
  const that = before || cue.verbClass === 'OBJECT' ? -1 : thatAfterAside(tokens, cue.groupTo)
  if (that > k) return wordsAfter(tokens, that, cue, cues)
  const restated = before ? -1 : restatedThat(tokens, k)
  if (restated > k) return wordsAfter(tokens, restated, cue, cues)
  if (isEnd(next)) return before && { parts: [before], shape: 'BEFORE' }
  if (next?.text === ':') {
    if (isEnd(tokens[k + 1])) return { parts: [], shape: 'RUN' }
    return wordsAfter(tokens, k + 1, cue, cues)
  }
  const resumed = next?.text === ';' && before !== null && tokens[k + 1]?.kind === 'quote'
  if (next?.text === ',' || isDash(next) || resumed) return afterComma(tokens, k, cue, cues, before)
  const goesOn = next?.kind === 'word' && !is(next, 'that')
  if (before && (isSpoken(tokens[before.to - 1]) || (goesOn && hasQuote(tokens, before))))
    return { parts: [before], shape: 'BEFORE' }
  // Only a bracket, a currency or dots may open words.
  if (next?.kind === 'mark' && !/^[([$£€…]$/.test(next.text))
    return before && { parts: [before], shape: 'BEFORE' }
  // "The pier was safe, Moss said as she left."
  const plain = before !== null && !isFronted(tokens, before) && !isTimely(tokens, before)
  if (plain && cue.traits.has('SURE') && is(next, 'sayStop')) return { parts: [before], shape: 'BEFORE' }
  return wordsAfter(tokens, k, cue, cues)
}

/**
 * Takes an infinitive from the token at `from` on, up to ", and": an infinitive has no subject that could be shared, so
 * that the new clause is the reporter's.
 */
function afterInfinitive(tokens: Token[], from: number, cue: Cue, cues: Cue[]): Content {
  const end = clauseEnd(tokens, from, cue, cues)
  const next = tokens.findIndex(
    (token, i) =>
      i > from && i < end && token.text === ',' && /^(?:and|but|so)$/.test(tokens[i + 1]?.lower ?? ''),
  )
  return { parts: [{ from, to: next > 0 ? next : end }], shape: 'AFTER' }
}

/** Tokens between "accused" and "of". */
const ACCUSED_REACH = 14

/**
 * Returns the index after "of" in "accused the minister of “…”", where the words begin; `from` for any other verb.
 */
function skipAccused(tokens: Token[], from: number, cue: Cue): number {
  if (cue.lemma !== 'accuse') return from
  const of = tokens.findIndex((token, i) => i > from && i <= from + ACCUSED_REACH && token.lower === 'of')
  return of > 0 && tokens[of + 1]?.kind === 'quote' ? of + 1 : from
}

/**
 * Takes the words from the token at `from` up to the end of their clause; null when the reporter's own begin there.
 */
function wordsAfter(tokens: Token[], from: number, cue: Cue, cues: Cue[]): Content | null {
  const opening = tokens[from]
  if (opening?.lower === 'as' && tokens[from + 1]?.lower === 'much') return null
  // "said nothing about it", not "said nothing had changed"
  if (
    is(opening, 'amountSaid') &&
    tokens[from + 1]?.lower !== 'of' &&
    !tokens.slice(from + 1, from + 4).some(startsVerb)
  )
    return null
  const stop = cue.lemma === 'say' ? 'sayStop' : 'looseStop'
  if (is(opening, stop)) {
    const quote = quoteAfterAside(tokens, from, cue)
    return quote < 0 ? null : wordsAfter(tokens, quote, cue, cues)
  }
  const to = clauseEnd(tokens, opensBeforeAside(tokens, from) ? from + 2 : from, cue, cues)
  if (to <= from) return null
  return { parts: [{ from: afterAnnouncement(tokens, from, to), to }], shape: 'AFTER' }
}

/** Tokens of what the speaker does meanwhile. */
const ASIDE_REACH = 24

/**
 * Returns the index of a whole quotation behind what the speaker does meanwhile, "said as she left the pier, “…”"; -1
 * without one.
 */
function quoteAfterAside(tokens: Token[], from: number, { lemma, negated }: Cue): number {
  const mark = tokens.findIndex(
    (token, i) => i > from && i < from + ASIDE_REACH && (token.kind === 'quote' || /^[:;]$/.test(token.text)),
  )
  const plain = mark > 0 && tokens[mark - 1]?.text === ',' && opensSentence(tokens[mark])
  return lemma === 'say' && !negated && plain ? mark : -1
}

/** Takes the words around "said Moss": before it, and a quotation that goes on behind it. */
function aroundInverted(tokens: Token[], cue: Cue, cues: Cue[], before: Range | null): Content | null {
  if (!before) {
    const colon = tokens.findIndex(
      (token, i) => i >= cue.groupTo && (token.text === ':' || token.text === ','),
    )
    if (colon < 0 || tokens[colon + 1]?.kind !== 'quote') return null
    return wordsAfter(tokens, colon + 1, cue, cues)
  }
  const quoteAt = tokens.findIndex((token, i) => i >= cue.groupTo && token.kind === 'quote')
  const mark = tokens[quoteAt - 1]
  if (
    quoteAt > 0 &&
    /^[,:;]$/.test(mark?.text ?? '') &&
    /^.[”"'’\s]*\p{L}/u.test(tokens[quoteAt]?.text ?? '')
  ) {
    const quote = tokens[quoteAt]
    if ((quote?.text.length ?? 0) > 25 || /[.!?]/.test(endMark(quote)))
      return { parts: [before, { from: quoteAt, to: quoteAt + 1 }], shape: 'AROUND' }
  }
  return { parts: [before], shape: 'BEFORE' }
}

const startsVerb = (token: Token) => is(token, 'finite') || is(token, 'modal') || is(token, 'pastEnding')
