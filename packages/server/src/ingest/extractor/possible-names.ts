import type { Span } from '@onrecord/extract'
import { fold } from '../../text/fold.js'

/** What may be a name, folded and without the ’s of a genitive, with its place in the text. */
export interface PossibleName extends Span {
  name: string
}

/**
 * The fewest and the most words of a name. One word says too little across articles, and hardly any full name of a person
 * or an organisation has more than six words.
 */
const [LEAST_WORDS, MOST_WORDS] = [2, 6]
/** Most names that are looked up in one text: more than a book has, fewer than a long text in capitals. */
const MOST_NAMES = 20_000
/** A run of capitalised words, with at most two short lower-case words between two of them: "Bank of the North". */
const CAPITALS =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}'’-]*(?:\s{1,3}(?:\p{Ll}{1,4}\s{1,3}){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’-]*)+/gu

/** Everything in some spans of a text that may be a name. */
export function possibleNames(content: string, spans: readonly Span[]): PossibleName[] {
  const names: PossibleName[] = []
  for (const span of spans) {
    for (const { index, 0: run } of content.slice(span.start, span.end).matchAll(CAPITALS)) {
      const words = [...run.matchAll(/\S+/g)]
      for (const [from, first] of words.entries()) {
        for (const last of words.slice(from + LEAST_WORDS - 1, from + MOST_WORDS)) {
          if (names.length === MOST_NAMES) return names
          const name = run.slice(first.index, last.index + last[0].length).replace(/['’]s?$/, '')
          const start = span.start + index + first.index
          names.push({ start, end: start + name.length, name: fold(name) })
        }
      }
    }
  }
  return names
}
