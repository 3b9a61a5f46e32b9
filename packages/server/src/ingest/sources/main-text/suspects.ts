import type { DomElement } from '../dom-node.js'
import { hasBodyName } from './body-names.js'
import { HARDLY, NEVER, OF_POSTS, PHRASES, WEAK } from './suspect-words.js'

/** How sure it is that an element is no part of the article, from its name, role, class and id. */
export type Suspicion = 'NEVER' | 'HARDLY' | 'WEAK'

const HARDLY_ELEMENTS = new Set('nav aside footer form menu figcaption address details'.split(' '))
const NEVER_ROLES = new Set(['dialog', 'alertdialog'])
const HARDLY_ROLES = new Set(
  'navigation complementary search contentinfo banner menu menubar form tooltip'.split(' '),
)
/** Elements that hold the page, whatever their classes say. */
const HOLDERS = new Set(['html', 'body', 'main'])

/** Tells of the elements of a page whether they are suspect. Remembers what it has found for a class, which pages repeat. */
export class Suspects {
  readonly #known = new Map<string, Suspicion | null>()

  of(element: DomElement): Suspicion | null {
    const { localName, attributes } = element
    const role = attributes.role?.toLowerCase() ?? ''
    if (HOLDERS.has(localName) || role === 'main') return null
    if (localName === 'dialog' || NEVER_ROLES.has(role)) return 'NEVER'
    if (attributes.class === undefined && attributes.id === undefined) return ofElement(element, role, null)
    if (hasBodyName(attributes)) return null
    const named = this.#ofNames(`${attributes.class ?? ''} ${attributes.id ?? ''}`)
    return named === 'NEVER' ? named : ofElement(element, role, named)
  }

  #ofNames(names: string): Suspicion | null {
    const known = this.#known.get(names)
    if (known !== undefined) return known
    const found = suspicionOfNames(names)
    this.#known.set(names, found)
    return found
  }
}

const ofElement = (element: DomElement, role: string, named: Suspicion | null): Suspicion | null =>
  HARDLY_ELEMENTS.has(element.localName) || HARDLY_ROLES.has(role) || isHidden(element) ? 'HARDLY' : named

function suspicionOfNames(names: string): Suspicion | null {
  let found: Suspicion | null = null
  for (const name of names.split(/\s+/)) {
    if (name === '' || OF_POSTS.test(name)) continue
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
    if (parts.some((part) => NEVER.has(part))) return 'NEVER'
    if (parts.some((part) => HARDLY.has(part)) || PHRASES.test(parts.join(''))) found = 'HARDLY'
    else if (parts.some((part) => WEAK.has(part))) found ??= 'WEAK'
  }
  return found
}

function isHidden({ attributes }: DomElement): boolean {
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '')
}
