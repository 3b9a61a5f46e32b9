import { ABBREVIATIONS } from '../languages/en/abbreviations.js'
import type { Span } from '../types.js'

/** A word, a mark, or a whole quotation that stands as one token in the reporter's sentence. */
export interface Token extends Span {
  text: string
  lower: string
  kind: 'word' | 'mark' | 'quote'
  /** First letter is upper case. */
  capital: boolean
}

/** Token indices of a sentence, `to` exclusive. */
export interface Range {
  from: number
  to: number
}

const SUFFIX = "['’](?:s|ve|d|ll|re|m)(?![\\p{L}\\p{N}])"
const WORD = `\\p{L}\\.(?:\\p{L}\\.)+|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_]*(?:(?!${SUFFIX})(?:['’&\\-‑]|[.,](?=\\p{N}))[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_]*)*`
const TOKEN = new RegExp(`(${SUFFIX})|(${WORD})|--+|''|\`\`|\\.{2,}|([^\\p{L}\\p{N}\\s])\\3{3,}|\\S`, 'gu')

/** Cuts `text` into tokens between `start` and `end` (UTF-16 offsets). */
export function tokenize(text: string, start: number, end: number): Token[] {
  const slice = text.slice(start, end)
  const tokens: Token[] = []
  for (const match of slice.matchAll(TOKEN)) {
    let word = match[0]
    const isWord = match[1] !== undefined || match[2] !== undefined
    const after = match.index + word.length
    if (isWord && slice[after] === '.' && isAbbreviation(word)) word += '.'
    else if (word === '.' && tokens.at(-1)?.text.endsWith('.') && tokens.at(-1)?.end === start + after)
      continue
    const lower = word.toLowerCase().replaceAll('’', "'")
    const first = word.charAt(0)
    tokens.push({
      start: start + match.index,
      end: start + match.index + word.length,
      text: word,
      lower,
      kind: isWord ? 'word' : 'mark',
      capital: isWord && first !== first.toLowerCase(),
    })
  }
  return tokens
}

function isAbbreviation(word: string): boolean {
  if (word.length === 1) return word !== word.toLowerCase() && word !== 'I'
  return ABBREVIATIONS.has(word.toLowerCase())
}
