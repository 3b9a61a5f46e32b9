import type { Span } from '@onrecord/extract'

/** Characters of scripts that put spaces between words. There, a match must not lie inside a longer word. */
const EDGE = String.raw`[\p{Lu}\p{Ll}\p{Lt}\p{N}]`

/**
 * Finds all places in a span of the text where exactly these words stand, in order. Only white space may differ, because
 * the text may break its lines anywhere.
 */
export function findWords(text: string, words: string, { start, end }: Span): Span[] {
  const tokens = words.trim().split(/\s+/)
  if (tokens[0] === '' || !words.isWellFormed()) return []
  const exact = tokens
    .map((token) => token.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`)
  const before = new RegExp(`^${EDGE}`, 'u').test(words.trim()) ? `(?<!${EDGE})` : ''
  const after = new RegExp(`${EDGE}$`, 'u').test(words.trim()) ? `(?!${EDGE})` : ''
  return [...text.slice(start, end).matchAll(new RegExp(`${before}${exact}${after}`, 'gu'))].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
}

/** Whether the text before an offset ends with these words. White space may differ. */
export function standsAfter(text: string, offset: number, words: string): boolean {
  const before = text.slice(Math.max(0, offset - 2 * words.length - 100), offset)
  return collapseSpaces(before).endsWith(collapseSpaces(words))
}

/** Replaces each run of white space by one space, and trims the ends. */
export const collapseSpaces = (words: string): string => words.replace(/\s+/g, ' ').trim()
