import { type DomElement, walkElements } from '../dom-node.js'
import type { PageMeasure } from './page-measure.js'
import type { Suspects, Suspicion } from './suspects.js'

/** The share of the prose of an article from which on an element is kept, whatever its name is. */
const TOO_MUCH = { NEVER: 0.8, HARDLY: 0.5, WEAK: 0.5, PICTURE: 0.5 }
/** The most characters of a caption. */
const LONGEST_CAPTION = 500

/**
 * Removes from a measure the elements that are no part of the article by their names and roles. Keeps those that hold the
 * body, or so much of the prose that their names must mean something else.
 *
 * @param body the element that the page marks as the body of the article
 */
export function dropSuspects(
  root: DomElement,
  measure: PageMeasure,
  suspects: Suspects,
  body: DomElement | null,
): void {
  const total = measure.of(body ?? root).prose
  const { first, last } = measure.of(body ?? root)
  walkElements(root, (element) => {
    const own = measure.of(element)
    if (own.size <= 0) return false
    if (body && own.first <= first && own.last >= last) return true
    const suspicion = suspects.of(element)
    const isInBody = own.first >= first && own.last <= last
    if (!suspicion || !isDropped(element, suspicion, measure, isInBody ? total : 0)) return true
    measure.remove(element)
    return false
  })
}

function isDropped(element: DomElement, suspicion: Suspicion, measure: PageMeasure, total: number): boolean {
  const { size, linked, prose } = measure.of(element)
  if (total > 0 && prose > total * TOO_MUCH[suspicion]) return false
  if (suspicion === 'PICTURE') return size < LONGEST_CAPTION && has(element, isPicture)
  if (suspicion === 'WEAK' && has(element, isQuotation)) return false
  if (suspicion === 'WEAK') return prose < size * 0.6 || linked > size * 0.15
  return suspicion === 'HARDLY' || total === 0 || !has(element, isOfArticle)
}

const isOfArticle = ({ localName, attributes }: DomElement) =>
  localName === 'h1' || localName === 'main' || attributes.itemprop === 'articleBody'

const isQuotation = ({ localName }: DomElement) => localName === 'blockquote'

const isPicture = ({ localName }: DomElement) => /^(?:img|picture|video|iframe|amp-img)$/.test(localName)

function has(element: DomElement, wanted: (element: DomElement) => boolean): boolean {
  let found = false
  walkElements(element, (inner) => {
    found ||= wanted(inner)
    return !found
  })
  return found
}
