import type { DomElement } from '../dom-node.js'
import { hasBodyName } from './body-names.js'
import { HARDLY, MODIFIER, NEVER, OF_POST, PHRASES, PICTURE, WEAK } from './suspect-words.js'

/** How sure it is that an element is no part of the article, from its name, role, class and id. */
export type Suspicion = 'NEVER' | 'HARDLY' | 'WEAK' | 'PICTURE'

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
    if (attributes.class === undefined && attributes.id === undefined)
      return isInQuotation(element) ? null : ofElement(element, role, null)
    if (hasBodyName(attributes) || isInQuotation(element)) return null
    const named = this.#ofNames(`${attributes.class ?? ''} ${attributes.id ?? ''}`, localName === 'article')
    return named === 'NEVER' ? named : ofElement(element, role, named)
  }

  #ofNames(names: string, isPost: boolean): Suspicion | null {
    const key = `${isPost} ${names}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = suspicionOfNames(names, isPost || /\bhentry\b|\bpost-\d/.test(names))
    this.#known.set(key, found)
    return found
  }
}

const ofElement = (element: DomElement, role: string, named: Suspicion | null): Suspicion | null =>
  HARDLY_ELEMENTS.has(element.localName) || HARDLY_ROLES.has(role) || isHidden(element) ? 'HARDLY' : named

function suspicionOfNames(names: string, isPost: boolean): Suspicion | null {
  let found: Suspicion | null = null
  for (const name of names.split(/\s+/)) {
    if (name === '' || MODIFIER.test(name) || (isPost && OF_POST.test(name))) continue
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
    if (parts.some((part) => NEVER.has(part))) return 'NEVER'
    if (parts.some((part) => HARDLY.has(part)) || PHRASES.test(parts.join(''))) found = 'HARDLY'
    else if (parts.some((part) => WEAK.has(part))) found ??= 'WEAK'
    else if (PICTURE.has(parts.at(-1) ?? '') || PICTURE.has(parts[0] ?? '')) found ??= 'PICTURE'
  }
  return found
}

function isHidden({ attributes }: DomElement): boolean {
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '')
}

/** Whether an element is part of a quotation, where a footer or a caption has the name of the speaker. */
function isInQuotation(element: DomElement): boolean {
  let node = element.parentNode
  for (let steps = 0; node && steps < 4; steps++, node = node.parentNode) {
    if (node.localName === 'blockquote') return true
    if (node.localName === 'figure') return node.children.some(({ localName }) => localName === 'blockquote')
  }
  return false
}
