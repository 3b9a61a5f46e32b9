import type { Span } from '../types.js'
import { endMark } from './quote-end.js'
import type { Quote } from './quotes.js'
import type { Sentence } from './sentence.js'
import { titleShareOf } from './title-case.js'
import { is, NO_TAGS, type Token } from './token.js'
import { tokenize, type WordKnowledge } from './tokens.js'

/** Keeps the work per sentence bounded on texts without full stops. */
const MAX_TOKENS = 250

/** Cuts a paragraph into sentences. `quotes` are its outermost quotations. */
export function splitSentences(
  text: string,
  paragraph: Span,
  quotes: Quote[],
  language: WordKnowledge,
): Sentence[] {
  const tokens = withoutDateline(withoutBullet(tokensOf(text, paragraph, quotes, language)))
  const sentences: Sentence[] = []
  let from = 0
  for (let i = 0; i < tokens.length; i++) {
    if (i + 1 < tokens.length && i - from + 1 < MAX_TOKENS && !endsSentence(text, tokens, i)) continue
    const part = tokens.slice(from, i + 1)
    const first = part[0]
    const last = part.at(-1)
    if (first && last) sentences.push({ start: first.start, end: last.end, tokens: part })
    from = i + 1
  }
  return sentences
}

/** Drops the mark of an item of a list. */
const withoutBullet = (tokens: Token[]): Token[] =>
  /^[•▪◦‣⁃·*–—-]$/.test(tokens[0]?.text ?? '') && tokens.length > 1 ? tokens.slice(1) : tokens

const DATELINE_REACH = 14

/** Drops "RUHN, June 4 (AP) —" at the head of a paragraph. */
function withoutDateline(tokens: Token[]): Token[] {
  if (!/^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? '')) return tokens
  for (let i = 1; i < Math.min(DATELINE_REACH, tokens.length); i++) {
    const token = tokens[i]
    if (!token || token.kind === 'quote' || /^[.;:!?]$/.test(token.text)) return tokens
    if (/^(?:[—–―-]|--)$/.test(token.text)) return tokens.slice(i + 1)
    if (token.kind === 'word' && !token.capital && /^\p{Ll}/u.test(token.text)) return tokens
  }
  return tokens
}

/** Cuts a paragraph into tokens, each of its quotations into one. */
function tokensOf(text: string, paragraph: Span, quotes: Quote[], language: WordKnowledge): Token[] {
  const tokens: Token[] = []
  let at = paragraph.start
  for (const quote of quotes) {
    for (const token of tokenize(text, at, quote.start, language)) tokens.push(token)
    tokens.push(quoteToken(text, quote, language))
    at = quote.end
  }
  for (const token of tokenize(text, at, paragraph.end, language)) tokens.push(token)
  return tokens
}

function quoteToken(text: string, { start, end }: Span, { lexicon }: WordKnowledge): Token {
  const words = text.slice(start, end)
  return {
    start,
    end,
    text: words,
    lower: '',
    kind: 'quote',
    capital: false,
    tags: NO_TAGS,
    verb: undefined,
    office: 0,
    titleShare: titleShareOf(words, lexicon),
  }
}

/** Tells whether the sentence ends behind the token at `i`. */
function endsSentence(text: string, tokens: Token[], i: number): boolean {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (!token || !next) return true
  const spaced = next.start > token.end
  if (token.kind === 'quote') {
    const mark = endMark(token)
    if (next.kind === 'quote') return /[.!?…—–-]/.test(mark)
    if (!next.capital) return false
    if (mark === '.') return !cueFollows(tokens, i + 1, 4, true)
    if (/[!?…]/.test(mark)) return !cueFollows(tokens, i + 1, 9, false)
    return false
  }
  const starts = next.capital || next.kind === 'quote' || /^[\p{N}\p{So}([“"‘—–-]/u.test(next.text)
  if (token.kind === 'mark') {
    if (/^[.!?]$/.test(token.text)) {
      const before = tokens[i - 1]
      if (token.text !== '.' && before?.kind === 'quote') return starts
      return spaced && starts
    }
    if (token.text === '…' || /^\.{2,}$/.test(token.text))
      return spaced && next.capital && text.charAt(next.start - 1) === ' ' && is(next, 'sentenceOpener')
    if ((token.text === ')' || token.text === ']') && spaced && next.capital)
      return /^[.!?]$/.test(tokens[i - 1]?.text ?? '')
    return false
  }
  if (token.text.endsWith('.') && spaced && starts && !is(token, 'midSentence')) {
    return next.kind === 'quote' || (next.capital && is(next, 'sentenceOpener'))
  }
  return false
}

/**
 * Tells whether a speaker and a reporting verb stand directly after the quotation: "“Why?” Ada Moss asked." `stopped`:
 * a full stop ends the quotation.
 */
function cueFollows(tokens: Token[], from: number, reach: number, stopped: boolean): boolean {
  for (let k = from; k < Math.min(tokens.length, from + reach); k++) {
    const token = tokens[k]
    if (token?.kind !== 'word') return false
    const form = token.verb
    if (form && k > from && (form.tense === 'past' || form.tense === 'third') && !form.nounLike) {
      const after = tokens[k + 1]
      if (stopped && after && /^[,:]$/.test(after.text) && tokens[k + 2]?.kind === 'quote') return false
      if (stopped && after?.kind === 'word' && !is(after, 'preposition') && !is(after, 'time')) return false
      return !is(after, 'that')
    }
  }
  return false
}
