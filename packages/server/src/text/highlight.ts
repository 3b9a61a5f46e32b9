import { fold } from './fold.js'
import type { TextPosition } from './text-position.js'

/** The field of an object that has a text. */
export type HighlightField = 'TEXT' | 'TITLE' | 'NAME' | 'ALIASES'

/** A piece of a text, and the ranges of the words that were found in it, in UTF-16 code units of the piece. */
export interface Highlight {
  field: HighlightField
  fragment: string
  ranges: TextPosition[]
}

/** Most code units of a fragment, about two lines. A text that is no longer is given whole. */
export const FRAGMENT = 240

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’./@_-][\p{L}\p{N}\p{M}]+)*/gu

export interface Word extends TextPosition {
  word: string
}

/** The words of a text, each with its place. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))

/** Whether a word may have one of the lexemes, so that it is worth asking the database: a stem begins as its word does. */
export function mayHaveLexeme(word: string, lexemes: Iterable<string>): boolean {
  const folded = fold(word)
  const parts = [folded, ...folded.split(/[^\p{L}\p{N}]+/u)]
  for (const lexeme of lexemes) {
    if (parts.some((part) => part.startsWith(lexeme.slice(0, 3)))) return true
  }
  return false
}

/**
 * Gives the piece of a text with the most different words that were found; among equals, the one with the most words.
 *
 * @param hits the words of the text, as {@link wordsOf} gives them, that were found.
 * @returns null when there are no hits.
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

/** The part of the text around its best hits, from the beginning of a word to the end of a word. */
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
  // Only a third of the remaining room goes before the hits, for what they are about mostly follows.
  const left = Math.max(0, Math.min(start - Math.floor(room / 3), text.length - FRAGMENT))
  const right = Math.min(text.length, Math.max(end, left + FRAGMENT))
  return { start: wordStart(text, left, start), end: wordEnd(text, right, end) }
}

/** The first offset from `at` to `most` where a word begins. */
function wordStart(text: string, at: number, most: number): number {
  if (at === 0) return 0
  const gap = text.slice(at - 1, most).search(/\s\S/)
  return gap < 0 ? most : at + gap
}

/** The last offset from `least` to `at` where a word ends. */
function wordEnd(text: string, at: number, least: number): number {
  if (at === text.length) return text.trimEnd().length < least ? at : text.trimEnd().length
  const before = text.slice(least, at + 1)
  const gap = before.search(/\S\s+\S*$/)
  return gap < 0 ? least : least + gap + 1
}
