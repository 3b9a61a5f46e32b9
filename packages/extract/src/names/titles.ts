import { HONORIFICS, TITLE_PHRASES, TITLE_WORDS } from '../languages/en/titles.js'
import type { Token } from '../text/tokens.js'

const PHRASES = TITLE_PHRASES.map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length)

const PHRASES_BY_HEAD = new Map<string, string[][]>()
for (const phrase of PHRASES) {
  const head = phrase[0] ?? ''
  PHRASES_BY_HEAD.set(head, [...(PHRASES_BY_HEAD.get(head) ?? []), phrase])
}

/** Token count of the office that begins at `i`, 0 when none does. */
export function titleLength(tokens: Token[], i: number): number {
  const token = tokens[i]
  if (token?.kind !== 'word') return 0
  for (const phrase of PHRASES_BY_HEAD.get(token.lower) ?? []) {
    if (phrase.every((word, k) => tokens[i + k]?.lower === word)) return phrase.length
  }
  return TITLE_WORDS.has(token.lower) || token.lower in HONORIFICS ? 1 : 0
}
