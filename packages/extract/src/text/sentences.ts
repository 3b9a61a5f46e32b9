import { verbForm } from '../cues/verb-forms.js'
import { PREPOSITIONS, TIME_WORDS } from '../languages/en/words.js'
import type { Span } from '../types.js'
import { endMark } from './quote-end.js'
import type { Quote } from './quotes.js'
import type { Token } from './tokens.js'
import { tokenize } from './tokens.js'

/** Tokens of one sentence; a quotation counts as one token, so nothing inside it is read as the reporter's. */
export interface Sentence extends Span {
  tokens: Token[]
}

/** Keeps the work per sentence bounded on texts without full stops. */
const MAX_TOKENS = 250

/** Function words that begin a sentence after an abbreviation: "… in the U.S. The bill …". */
const OPENERS = new Set(
  'the he she they it in on but and we this that these those his her if as at for when while there a an'.split(
    ' ',
  ),
)
const KEEPS_TITLE =
  /^(?:mr|mrs|ms|dr|prof|sens?|reps?|govs?|gen|col|lt|maj|capt|sgt|cmdr|adm|rev|st|no|vs)\.$/

/** Cuts a paragraph into sentences. `quotes` are its outermost quotations. */
export function splitSentences(text: string, paragraph: Span, quotes: Quote[]): Sentence[] {
  const tokens = withoutDateline(withoutBullet(skeleton(text, paragraph, quotes)))
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

function skeleton(text: string, paragraph: Span, quotes: Quote[]): Token[] {
  const tokens: Token[] = []
  let at = paragraph.start
  for (const quote of quotes) {
    for (const token of tokenize(text, at, quote.start)) tokens.push(token)
    const words = text.slice(quote.start, quote.end)
    tokens.push({ start: quote.start, end: quote.end, text: words, lower: '', kind: 'quote', capital: false })
    at = quote.end
  }
  for (const token of tokenize(text, at, paragraph.end)) tokens.push(token)
  return tokens
}

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
      return spaced && next.capital && text.charAt(next.start - 1) === ' ' && OPENERS.has(next.lower)
    if ((token.text === ')' || token.text === ']') && spaced && next.capital)
      return /^[.!?]$/.test(tokens[i - 1]?.text ?? '')
    return false
  }
  if (token.text.endsWith('.') && spaced && starts && !KEEPS_TITLE.test(token.lower)) {
    return next.kind === 'quote' || (next.capital && OPENERS.has(next.lower))
  }
  return false
}

/** A speaker and a reporting verb directly after the quotation: "“Why?” Ada Moss asked." */
function cueFollows(tokens: Token[], from: number, reach: number, stopped: boolean): boolean {
  for (let k = from; k < Math.min(tokens.length, from + reach); k++) {
    const token = tokens[k]
    if (token?.kind !== 'word') return false
    const form = verbForm(token.lower)
    if (form && k > from && (form.tense === 'past' || form.tense === 'third') && !form.nounLike) {
      const after = tokens[k + 1]
      if (stopped && after && /^[,:]$/.test(after.text) && tokens[k + 2]?.kind === 'quote') return false
      if (stopped && after?.kind === 'word' && !PREPOSITIONS.has(after.lower) && !TIME_WORDS.has(after.lower))
        return false
      return after?.lower !== 'that'
    }
  }
  return false
}
