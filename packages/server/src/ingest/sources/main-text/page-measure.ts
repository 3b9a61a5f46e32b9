import type { DomElement } from '../dom-node.js'
import type { Block } from './block.js'

/** How much an element holds. */
export interface Measure {
  /** Characters of text. */
  size: number
  /** Characters of text in links. */
  linked: number
  /** Characters of prose: paragraphs that are sentences, and not mostly links. */
  prose: number
  /** The places of its first and last block among those of the page. */
  first: number
  last: number
}

/** The sign at the end of a sentence. */
export const SENTENCE_END = /[.!?…:;。！？।]["'”’»“‘)\]\s]*$/
const CJK = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/
const NOTHING: Measure = { size: 0, linked: 0, prose: 0, first: Number.POSITIVE_INFINITY, last: -1 }

export const isHeading = ({ element }: Block): boolean => /^h[1-6]$/.test(element.localName)

/** Whether a paragraph reads like a sentence of an article, rather than like a label, a menu or a teaser. */
export function isProse(block: Block): boolean {
  const { text, linked } = block
  if (isHeading(block) || linked * 2 > text.length) return false
  const length = CJK.test(text) ? text.length * 2.5 : text.length
  return length >= 80 || (length >= 25 && SENTENCE_END.test(text))
}

/** Adds up the blocks of a page for each element that holds them. */
export class PageMeasure {
  readonly #measures = new Map<DomElement, Measure>()
  readonly #removed: boolean[] = []
  readonly #prose: number[] = []

  constructor(blocks: readonly Block[]) {
    for (const [place, block] of blocks.entries()) {
      const size = block.text.length
      const prose = isProse(block) ? size : 0
      this.#prose.push(prose)
      this.#add(block.element, { size, linked: block.linked, prose, first: place, last: place })
    }
  }

  of(element: DomElement): Measure {
    return this.#measures.get(element) ?? NOTHING
  }

  /** Takes an element out of the sums of those that hold it. */
  remove(element: DomElement): void {
    const { size, linked, prose, ...places } = this.of(element)
    this.#add(element, { size: -size, linked: -linked, prose: -prose, ...places })
    // The blocks of an element follow one another.
    this.removeBlocks(places.first, places.last)
  }

  removeBlocks(first: number, last: number): void {
    for (let place = first; place <= last; place++) this.#removed[place] = true
  }

  /** The characters of prose of the block of a place. */
  proseAt(place: number): number {
    return this.isRemoved(place) ? 0 : (this.#prose[place] ?? 0)
  }

  proseBetween(first: number, last: number): number {
    let sum = 0
    for (let place = first; place <= last; place++) sum += this.proseAt(place)
    return sum
  }

  /** Whether the block of a place was removed, with an element that holds it. */
  isRemoved(place: number): boolean {
    return this.#removed[place] ?? false
  }

  #add(innermost: DomElement, added: Measure): void {
    for (let element: DomElement | null = innermost; element; element = element.parentNode) {
      const sum = this.#measures.get(element)
      if (!sum) this.#measures.set(element, { ...added })
      else {
        sum.size += added.size
        sum.linked += added.linked
        sum.prose += added.prose
        sum.first = Math.min(sum.first, added.first)
        sum.last = Math.max(sum.last, added.last)
      }
    }
  }
}
