import type { Span } from '@onrecord/extract'

/** Scripts with letter case write words apart, so that a word found inside another is no find. */
const EDGE = String.raw`[\p{Lu}\p{Ll}\p{Lt}\p{N}]`

/**
 * Every place in a stretch of the text where these very words stand, in order. Only white space may differ, for texts
 * break their lines where they like.
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

/** Whether the text before an offset ends in these words; white space may differ. */
export function standsAfter(text: string, offset: number, words: string): boolean {
  const before = text.slice(Math.max(0, offset - 2 * words.length - 100), offset)
  return squeeze(before).endsWith(squeeze(words))
}

/** In one line. */
export const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim()
