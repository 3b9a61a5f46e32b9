import { alignQuotes } from './align-quotes.js'
import { type QuoteWord, quoteWords } from './quote-words.js'
import { markedStretches } from './quoted-stretches.js'
import type { TextPosition } from './text-position.js'

/** A text that holds a quotation, perhaps with a reporter's words between its parts: “Nobody,” he said, “wants it.” */
export interface Quotation {
  words: readonly QuoteWord[]
  /** The words between quotation marks, as if nothing stood between them. */
  marked: readonly QuoteWord[]
}

/** How two quotations correspond. */
export interface QuotationAlignment {
  /** 0 to 1, see `alignQuotes`. */
  similarity: number
  /** How many words the shorter of the two has. */
  words: number
  /** The corresponding part of each text, in UTF-16 code units. */
  matched: TextPosition
  position: TextPosition
}

/** The fewest words between marks that are compared alone. */
const FEWEST_MARKED = 3

/** A text of several words that stands in brackets as a whole. */
const IN_BRACKETS = /^[^\p{L}\p{N}([]*[([][^()[\]]*\s[^()[\]]*\s[^()[\]]*[)\]][^\p{L}\p{N}]*$/u

/** Reads the words of a text, and those between its marks. */
export function quotationOf(text: string): Quotation {
  const words = quoteWords(
    IN_BRACKETS.test(text) ? text.replace(/[([]/, ' ').replace(/[)\]](?!.*[)\]])/s, ' ') : text,
  )
  const stretches = markedStretches(text)
  return {
    words,
    marked: words.filter(({ start, end }) => stretches.some((one) => one.start <= start && end <= one.end)),
  }
}

/** The words of a quotation, and those between its marks alone when they are others. */
export const versionsOf = ({ words, marked }: Quotation): (readonly QuoteWord[])[] =>
  marked.length >= FEWEST_MARKED && marked.length < words.length ? [words, marked] : [words]

/**
 * Aligns two quotations, each with all its words and with those between its marks alone, and gives the best alignment. The
 * shorter one is taken without the words outside of its marks only when most of its words stand between them, because a
 * few words between marks, “so to speak”, are no quotation.
 */
export function alignQuotations(asked: Quotation, said: Quotation): QuotationAlignment | null {
  const all = versionsOf(asked).flatMap((a) =>
    versionsOf(said).flatMap((b) => {
      const [shorter, of] = a.length <= b.length ? [a, asked] : [b, said]
      if (2 * shorter.length < of.words.length) return []
      const alignment = alignQuotes(a, b)
      if (!alignment) return []
      const { similarity, first, last } = alignment
      return [
        {
          ...{ similarity, words: shorter.length },
          ...{ matched: range(a, first[0], last[0]), position: range(b, first[1], last[1]) },
        },
      ]
    }),
  )
  return all.reduce<QuotationAlignment | null>(
    (best, one) => (best && best.similarity >= one.similarity ? best : one),
    null,
  )
}

const range = (words: readonly QuoteWord[], first: number, last: number): TextPosition => ({
  start: words[first]?.start ?? 0,
  end: words[last]?.end ?? 0,
})
