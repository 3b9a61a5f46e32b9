import { diffArrays } from 'diff'
import { fold } from './fold.js'
import type { TextPosition } from './text-position.js'

/** A place where two texts differ. */
export interface Difference {
  /** Where the words stand in the text, in UTF-16 code units. */
  position: TextPosition
  words: string
  canonical: string
}

interface Word {
  start: number
  end: number
  /** The form that is compared: without case, diacritics and marks. */
  key: string
}

/**
 * Finds where the words of a text differ from the words of a canonical text, in order. Only words are compared: letters
 * and digits with the apostrophes inside them, folded.
 *
 * @param text the text that the returned positions refer to.
 * @param ranges the parts of the text that are compared; the whole text when the list is empty.
 */
export function differences(
  text: string,
  canonical: string,
  ranges: readonly TextPosition[] = [],
): Difference[] {
  const isCompared = ({ start, end }: Word) =>
    ranges.length === 0 || ranges.some((range) => range.start <= start && end <= range.end)
  const [words, canonicalWords] = [wordsOf(text).filter(isCompared), wordsOf(canonical)]
  const found: Difference[] = []
  let at = 0
  let canonicalAt = 0
  let open: { from: number; canonicalFrom: number } | null = null
  const close = () => {
    if (open) {
      const position = stretch(text, words, open.from, at)
      const other = stretch(canonical, canonicalWords, open.canonicalFrom, canonicalAt)
      found.push({
        position,
        words: text.slice(position.start, position.end),
        canonical: canonical.slice(other.start, other.end),
      })
    }
    open = null
  }
  const keys = (compared: Word[]) => compared.map(({ key }) => key)
  for (const { added, removed, count = 0 } of diffArrays(keys(words), keys(canonicalWords))) {
    if (added || removed) open ??= { from: at, canonicalFrom: canonicalAt }
    else close()
    if (!added) at += count
    if (!removed) canonicalAt += count
  }
  close()
  return found
}

/** The part of a text from the word `from` up to the word `until`; without a word, the empty place before `from`. */
function stretch(text: string, words: readonly Word[], from: number, until: number): TextPosition {
  const start = words[from]?.start ?? text.length
  return { start, end: from < until ? (words[until - 1]?.end ?? start) : start }
}

/** Brackets may stand around a first letter whose case the author changed: "(T)hese". */
const WORD = /(?:[[(]\p{L}[\])])?[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: fold(match[0].replace(/[[\]()]/g, '')),
  }))
