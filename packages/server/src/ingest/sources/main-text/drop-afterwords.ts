import type { DomElement } from '../dom-node.js'
import type { Block } from './block.js'
import { isAfterword } from './label-words.js'
import type { PageMeasure } from './page-measure.js'

/** The least prose of an article. Before it, a heading such as "Latest news" can be the name of the section. */
const LEAST = 100

/**
 * Removes the sections that are no part of the article by their heading: "Related articles", "3 comments". A section is
 * the largest element that begins with the heading; without one, the heading alone goes, or all that follows when that is
 * less than what came before.
 *
 * @param first the places of the first and last block of the article
 */
export function dropAfterwords(
  blocks: readonly Block[],
  measure: PageMeasure,
  first: number,
  last: number,
): void {
  let before = 0
  let left = measure.proseBetween(first, last)
  for (let place = first; place <= last; place++) {
    if (measure.isRemoved(place)) continue
    before += measure.proseAt(place)
    left -= measure.proseAt(place)
    const { text, element } = blocks[place] as Block
    if (before < LEAST || !isAfterword(text)) continue
    const section = measure.of(sectionOf(element, place, measure))
    const isAlone = section.last <= place
    const end = isAlone ? (left < before ? last : place) : section.last
    left -= measure.proseBetween(place, end)
    measure.removeBlocks(place, end)
  }
}

function sectionOf(heading: DomElement, place: number, measure: PageMeasure): DomElement {
  let section = heading
  while (section.parentNode && measure.of(section.parentNode).first === place) section = section.parentNode
  return section
}
