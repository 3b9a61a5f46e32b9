import type { Span } from './runs.js'

/** The part of the words that a place has at least to be a place of them at all. */
const LEAST_SHARED = 0.4

/** How many times as long as the words the place is at most. */
const LONGER = 1.5

interface Word extends Span {
  folded: string
}

/**
 * The place in a text that has most of some words, in whatever order: where they went when a text was edited.
 *
 * @param from where the search begins.
 * @returns null when no place has a good part of them.
 */
export function nearestWords(content: string, words: string, from = 0): Span | null {
  const sought = readWords(words)
  const all = readWords(content, from)
  // An edit also adds words between these.
  const size = Math.ceil(sought.length * LONGER)
  const window = new Window(sought)
  let [best, bestAt] = [0, 0]
  for (const [index, word] of all.entries()) {
    window.count(word, 1)
    const gone = all[index - size]
    if (gone) window.count(gone, -1)
    // A later place is taken only when it has more.
    if (window.shared > best) [best, bestAt] = [window.shared, index]
  }
  if (best === 0 || best < LEAST_SHARED * sought.length) return null
  const found = shortest(all.slice(Math.max(0, bestAt - size + 1), bestAt + 1), sought)
  const [first, last] = [found[0], found.at(-1)]
  return first && last ? withMarks(content, { start: first.start, end: last.end }, words) : null
}

/** The words of a stretch, and how many of the sought ones are among them. */
class Window {
  shared = 0
  readonly #needed = new Map<string, number>()
  readonly #inside = new Map<string, number>()

  constructor(sought: readonly Word[]) {
    for (const { folded } of sought) this.#needed.set(folded, (this.#needed.get(folded) ?? 0) + 1)
  }

  count({ folded }: Word, by: 1 | -1): void {
    const before = this.#inside.get(folded) ?? 0
    this.#inside.set(folded, before + by)
    const most = this.#needed.get(folded) ?? 0
    this.shared += Math.min(before + by, most) - Math.min(before, most)
  }
}

/** A stretch without the words at its ends that it has for nothing. */
function shortest(words: readonly Word[], sought: readonly Word[]): readonly Word[] {
  const window = new Window(sought)
  for (const word of words) window.count(word, 1)
  const { shared } = window
  let [start, end] = [0, words.length]
  const isNeeded = (word: Word) => {
    window.count(word, -1)
    if (window.shared === shared) return false
    window.count(word, 1)
    return true
  }
  while (start < end && !isNeeded(words[start] as Word)) start++
  while (start < end && !isNeeded(words[end - 1] as Word)) end--
  return words.slice(start, end)
}

/** Takes in the marks at both ends that the words had: quotation marks, a comma before the closing one. */
function withMarks(content: string, { start, end }: Span, words: string): Span {
  const opening = /^[^\p{L}\p{N}\s]+/u.exec(words) && /[^\p{L}\p{N}\s]+$/u.exec(content.slice(0, start))
  const closing = /[^\p{L}\p{N}\s]+$/u.exec(words) && /^[^\p{L}\p{N}\s]+/u.exec(content.slice(end))
  return { start: start - (opening?.[0].length ?? 0), end: end + (closing?.[0].length ?? 0) }
}

/** All places where some words stand exactly, at most `most`. */
export function placesOf(content: string, words: string, most: number): Span[] {
  const places: Span[] = []
  for (let start = content.indexOf(words); start >= 0; start = content.indexOf(words, start + 1)) {
    if (places.length === most) break
    places.push({ start, end: start + words.length })
  }
  return places
}

const readWords = (text: string, from = 0): Word[] =>
  [...text.slice(from).matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => {
    const start = index + from
    return {
      start,
      end: start + word.length,
      folded: word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    }
  })
