import { type DomElement, walkElements } from '../dom-node.js'
import { hasBodyName } from './body-names.js'
import type { PageMeasure } from './page-measure.js'
import type { Suspects } from './suspects.js'

/** The least prose of an element that is taken for the article by its name. */
const LEAST = 100
const CONTAINERS = new Set(['article', 'div', 'main', 'section', 'td'])

/**
 * Finds the element that a page itself marks as the body of the article: by `itemprop`, its class or id, or `<article>`.
 * Among several, the one with most prose; the first after the headline counts twice.
 *
 * @param headline its place among the blocks, or -1
 */
export function findBody(
  root: DomElement,
  measure: PageMeasure,
  suspects: Suspects,
  headline: number,
): DomElement | null {
  let best: DomElement | null = null
  let most = 0
  let isFirst = true
  walkElements(root, (element) => {
    const { prose, last } = measure.of(element)
    if (prose < LEAST || suspects.of(element) === 'NEVER') return false
    const weight = weightOf(element)
    if (weight === 0) return true
    const follows = headline >= 0 && last > headline && isFirst
    if (follows) isFirst = false
    const score = prose * weight * (follows ? 2 : 1)
    if (score > most) {
      most = score
      best = element
    }
    return true
  })
  return best
}

/** How much the prose of an element counts; 0 when the page does not mark it as a body. */
function weightOf({ localName, attributes }: DomElement): number {
  if (!CONTAINERS.has(localName)) return 0
  if (/\barticleBody\b/.test(attributes.itemprop ?? '')) return 1.5
  if (hasBodyName(attributes)) return 1.2
  return localName === 'article' || attributes.role === 'article' ? 1 : 0
}
