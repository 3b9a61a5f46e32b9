import type { ReadParagraph } from '../names/read-body.js'
import type { Sentence } from '../text/sentence.js'
import type { Span, StatementKind } from '../types.js'
import type { Attributed } from './attributed.js'

/** Makes a statement without a cue of its own, by the speaker of `from`. */
export function inherit(
  from: Attributed,
  rule: Attributed['rule'],
  kind: StatementKind,
  span: Span,
  sentence: Sentence | undefined,
): Attributed {
  return {
    ...from,
    segments: [{ start: span.start, end: span.end }],
    kind,
    polarity: 'AFFIRMED',
    cue: null,
    basis: 'INHERITED',
    rule,
    from,
    cueTokens: null,
    within: null,
    sentence: sentence ?? from.sentence,
  }
}

/** Tells whether a sentence has nothing but quotations and marks. */
export function isQuotationOnly(sentence: Sentence): boolean {
  return (
    sentence.tokens.some((token) => token.kind === 'quote') &&
    sentence.tokens.every((token) => token.kind !== 'word')
  )
}

/** A statement is direct when so much of it stands in quotation marks. */
export const DIRECT_SHARE = 0.9

/** Returns the share of a sentence's code units that stand in quotation marks, 0 to 1. */
export function quotedShare(sentence: Sentence): number {
  let quoted = 0
  for (const token of sentence.tokens) if (token.kind === 'quote') quoted += token.end - token.start
  return quoted / (sentence.end - sentence.start)
}

/**
 * Tells whether a sentence is a long quotation with hardly more than a subject of the reporter's: "She “will not go to
 * that house again.”"
 */
export function isMostlyQuoted(sentence: Sentence): boolean {
  const words = sentence.tokens.filter((token) => token.kind === 'word').length
  const length = sentence.end - sentence.start
  if (words <= 4) return length > 50 && quotedShare(sentence) > 0.7
  return words <= 6 && length > 120 && quotedShare(sentence) > 0.8
}

/**
 * Tells whether a bare quotation behind the statement goes on with it, since the reporter only broke it off to name the
 * speaker.
 */
export function continuesQuotation(statement: Attributed): boolean {
  return statement.kind === 'DIRECT' && (statement.rule === 'BEFORE' || statement.rule === 'AROUND')
}

/**
 * Tells whether the paragraph goes on, with an opening mark, with a quotation that the paragraph before left open.
 */
export const continuesOpenQuotation = (paragraph: ReadParagraph): boolean =>
  paragraph.quotes[0]?.continued === true
