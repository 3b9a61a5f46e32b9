import { fold } from './fold.js'
import type { TextPosition } from './text-position.js'

/** The field of an object that a text stands in. */
export type HighlightField = 'TEXT' | 'TITLE' | 'NAME' | 'ALIASES'

/** A piece of a text, and what was found in it. Ranges count UTF-16 code units of the fragment. */
export interface Highlight {
  field: HighlightField
  fragment: string
  ranges: TextPosition[]
}

/** Code units of a fragment, about two lines; a text that is no longer is given whole. */
export const FRAGMENT = 240

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’./@_-][\p{L}\p{N}\p{M}]+)*/gu

export interface Word extends TextPosition {
  word: string
}

/** The words of a text, each with its place. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))

/** Stems begin as their words do; only words that may be one of the lexemes are worth asking the database about. */
export function mayBe(word: string, lexemes: Iterable<string>): boolean {
  const parts = [fold(word), ...fold(word).split(/[^\p{L}\p{N}]+/u)]
  for (const lexeme of lexemes) {
    if (parts.some((part) => part.startsWith(lexeme.slice(0, 3)))) return true
  }
  return false
}

/**
 * The piece of a text that says most: most different words that were found, then most of them.
 *
 * @param hits those of {@link wordsOf} that were found.
 * @returns null when there are none.
 */
export function highlight(field: HighlightField, text: string, hits: readonly Word[]): Highlight | null {
  const [first] = hits
  if (!first) return null
  const { start, end } = text.length <= FRAGMENT ? { start: 0, end: text.length } : window(text, hits)
  const ranges = hits
    .filter((hit) => hit.start >= start && hit.end <= end)
    .map((hit) => ({ start: hit.start - start, end: hit.end - start }))
  return { field, fragment: text.slice(start, end), ranges }
}

/** The stretch of the text around its best hits, from the beginning of a word to the end of one. */
function window(text: string, hits: readonly Word[]): TextPosition {
  let best: { from: number; to: number; different: number } | null = null
  for (let from = 0, to = 0; from < hits.length; from++) {
    const begin = (hits[from] as TextPosition).start
    while (to + 1 < hits.length && (hits[to + 1] as TextPosition).end - begin <= FRAGMENT) to++
    to = Math.max(to, from)
    const different = new Set(hits.slice(from, to + 1).map(({ word }) => word.toLowerCase())).size
    if (
      !best ||
      different > best.different ||
      (different === best.different && to - from > best.to - best.from)
    ) {
      best = { from, to, different }
    }
  }
  const [start, end] = [hits[best?.from ?? 0]?.start ?? 0, hits[best?.to ?? 0]?.end ?? 0]
  const room = Math.max(0, FRAGMENT - (end - start))
  // A third of what is left before the hits: what they are about mostly follows.
  const left = Math.max(0, Math.min(start - Math.floor(room / 3), text.length - FRAGMENT))
  const right = Math.min(text.length, Math.max(end, left + FRAGMENT))
  return { start: wordStart(text, left, start), end: wordEnd(text, right, end) }
}

/** The first place from `at` on where a word begins, at most `most`. */
function wordStart(text: string, at: number, most: number): number {
  if (at === 0) return 0
  const gap = text.slice(at - 1, most).search(/\s\S/)
  return gap < 0 ? most : at + gap
}

/** The last place up to `at` where a word ends, at least `least`. */
function wordEnd(text: string, at: number, least: number): number {
  if (at === text.length) return text.trimEnd().length < least ? at : text.trimEnd().length
  const before = text.slice(least, at + 1)
  const gap = before.search(/\S\s+\S*$/)
  return gap < 0 ? least : least + gap + 1
}
