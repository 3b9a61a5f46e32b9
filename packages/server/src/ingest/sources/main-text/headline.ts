import type { Block } from './block.js'
import { isHeading } from './page-measure.js'

/** The letters and digits of a text, to compare it with another. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

/**
 * Finds the headline among the blocks of a page: a heading with the words of the title, else the only `<h1>`.
 *
 * @returns its place, or -1
 */
export function findHeadline(blocks: readonly Block[], title: string | null): number {
  const wanted = lettersOf(title ?? '')
  const headings = [...blocks.entries()].filter(([, block]) => isHeading(block))
  if (wanted.length > 0) {
    for (const [place, { text }] of headings) {
      const letters = lettersOf(text)
      if (letters.length >= 8 && (wanted.includes(letters) || letters.includes(wanted))) return place
    }
  }
  const first = headings.filter(([, { element }]) => element.localName === 'h1')
  return first.length === 1 ? (first[0]?.[0] ?? -1) : -1
}
