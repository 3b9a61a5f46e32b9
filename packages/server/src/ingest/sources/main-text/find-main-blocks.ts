import { type DomDocument, type DomElement, walkElements } from '../dom-node.js'
import type { Block } from './block.js'
import { dropAfterwords } from './drop-afterwords.js'
import { dropSuspects } from './drop-suspects.js'
import { findBody } from './find-body.js'
import { findHeadline } from './headline.js'
import { readBlocks } from './page-blocks.js'
import { isProse, PageMeasure } from './page-measure.js'
import { pruneBlocks } from './prune-blocks.js'
import { Suspects } from './suspects.js'

export interface MainBlocks {
  /** The paragraphs of the article. */
  blocks: Block[]
  /** All blocks of the element that was taken for the article, with headlines and links. */
  inside: Block[]
  /** The characters of the whole page, without what was dropped. */
  size: number
  /** Whether the page marks its article, by the name of an element or a headline. */
  isMarked: boolean
}

/**
 * Finds the paragraphs of a page's article: drops what is no article by its name and content, then looks for the smallest
 * element that holds nearly all prose that is left.
 *
 * @param title of the article, as the page's metadata has it
 */
export function findMainBlocks(document: DomDocument, title: string | null): MainBlocks {
  const blocks = readBlocks(document.body)
  const measure = new PageMeasure(blocks)
  const suspects = new Suspects()
  const headline = findHeadline(blocks, title)
  const body = findBody(document.body, measure, suspects, headline)
  dropSuspects(document.body, measure, suspects, body)
  const { first, last } = measure.of(narrow(body ?? document.body, measure))
  const start = leadOf(blocks, measure, headline, first)
  dropAfterwords(blocks, measure, start, last)
  const inside = blocks.filter((_, place) => place >= start && place <= last && !measure.isRemoved(place))
  const { size } = measure.of(document.body)
  return { blocks: pruneBlocks(inside, title), inside, size, isMarked: body !== null || headline >= 0 }
}

/** The most blocks between a headline and the article: a lead, a byline, a date, a caption and such. */
const NEAR = 12

/** The place of the lead that stands under the headline, before the element of the article; else that of the article. */
function leadOf(blocks: readonly Block[], measure: PageMeasure, headline: number, first: number): number {
  if (headline < 0 || headline >= first || first - headline > NEAR) return first
  const lead = blocks.findIndex(
    (block, place) => place > headline && !measure.isRemoved(place) && isProse(block),
  )
  return lead < 0 ? first : Math.min(lead, first)
}

/** The share of the prose of an element that a child must hold to be taken instead. */
const ENOUGH = 0.85

/** The smallest element inside another that holds nearly all of its prose. */
function narrow(outer: DomElement, measure: PageMeasure): DomElement {
  let main = outer
  walkElements(outer, (element) => {
    const { prose } = measure.of(element)
    if (element !== outer && (prose === 0 || prose < measure.of(main).prose * ENOUGH)) return false
    main = element
    return true
  })
  return main
}
