import { diffArrays } from 'diff'
import { fold } from './fold.js'
import type { TextPosition } from './text-position.js'

/** A place where two texts differ. */
export interface Difference {
  /** In UTF-16 code units of the text. */
  position: TextPosition
  words: string
  canonical: string
}

interface Word {
  start: number
  end: number
  /** As it is compared: case, diacritics and marks do not matter. */
  key: string
}

/**
 * Where the words of a text differ from those of another, in order. Only words count: letters and digits with the
 * apostrophes inside them, folded.
 *
 * @param text whose places are given.
 * @param ranges of the text that count; all of it when there is none.
 */
export function differences(
  text: string,
  canonical: string,
  ranges: readonly TextPosition[] = [],
): Difference[] {
  const counts = ({ start, end }: Word) =>
    ranges.length === 0 || ranges.some((range) => range.start <= start && end <= range.end)
  const [own, theirs] = [wordsOf(text).filter(counts), wordsOf(canonical)]
  const found: Difference[] = []
  let mine = 0
  let other = 0
  let open: { from: number; canonicalFrom: number } | null = null
  const close = () => {
    if (open) found.push(difference(text, own, open.from, mine, canonical, theirs, open.canonicalFrom, other))
    open = null
  }
  const keys = (words: Word[]) => words.map(({ key }) => key)
  for (const { added, removed, count = 0 } of diffArrays(keys(own), keys(theirs))) {
    if (added || removed) open ??= { from: mine, canonicalFrom: other }
    else close()
    if (!added) mine += count
    if (!removed) other += count
  }
  close()
  return found
}

function difference(
  text: string,
  own: Word[],
  from: number,
  until: number,
  canonical: string,
  theirs: Word[],
  canonicalFrom: number,
  canonicalUntil: number,
): Difference {
  const place = own[from]?.start ?? text.length
  const position = from < until ? rangeOf(own, from, until) : { start: place, end: place }
  const range = canonicalFrom < canonicalUntil ? rangeOf(theirs, canonicalFrom, canonicalUntil) : null
  return {
    position,
    words: text.slice(position.start, position.end),
    canonical: range ? canonical.slice(range.start, range.end) : '',
  }
}

const rangeOf = (words: Word[], from: number, until: number) => ({
  start: words[from]?.start ?? 0,
  end: words[until - 1]?.end ?? 0,
})

/** A bracket may stand around a first letter whose case was changed: "(T)hese". */
const WORD = /(?:[[(]\p{L}[\])])?[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: fold(match[0].replace(/[[\]()]/g, '')),
  }))
