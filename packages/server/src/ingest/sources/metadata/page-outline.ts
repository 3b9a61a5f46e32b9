import { type DomDocument, type DomElement, type DomNode, isElement } from '../dom-node.js'

/** An element that may hold a date or a byline, or a block of running text. */
export interface Outlined {
  element: DomElement
  /** Its words, 300 characters at most, a line for each block. Longer elements are left out. */
  text: string
  /** How many blocks below the headline it stands; negative above it. */
  distance: number
  /** Its class, id, itemprop, rel and such in lower case with hyphens, and a space at either end. */
  names: string
  /** Whether it is inside the element that holds the article. */
  inArticle: boolean
}

const SKIPPED_TAGS = new Set('script style template noscript svg iframe select button textarea'.split(' '))
const ASIDE_TAGS = new Set('aside nav dialog form'.split(' '))
/** Parts of names of what stands beside an article: the whole name, or a part of it between hyphens. */
const ASIDE_NAMES =
  /[ -](?:comments?|commentlist|commenter|disqus|respond|replies|related|recommended|recommendations?|recirc|recirculation|teasers?|sidebar|trending|newsletter|promo|navbar|breadcrumbs?|cookies?|consent|outbrain|taboola|carousel|copyright)(?=[ -])|[ -](?:most-(?:read|popular|viewed)|more-(?:stories|news|articles|from|posts|on)|read-(?:next|more|also)|(?:next|previous|prev|other|latest|recent|popular)-(?:post|article|stor|news|entr)\w*|post-navigation)(?=[ -])| (?:widget|menu|nav|navigation|latest|popular|masthead|ticker|topbar|top-bar|site-header|footer|site-footer|page-footer)(?= )/
const BLOCK_TAGS = new Set(
  'p div li td th dd dt h1 h2 h3 h4 h5 h6 header section article main footer ul ol table tbody tr blockquote figure figcaption address'.split(
    ' ',
  ),
)
/** Parts of names of elements that hold dates and authors. */
const TELLING =
  /date|datum|fecha|time|publi|posted|byline|by-line|author|autor|auteur|writer|contributor|meta|info|stand|creator|credit|journalist|reporter|signature|verfasser|kicker|dateline/
const [MAX_TEXT, MAX_ELEMENTS, TELLING_DEPTH] = [300, 3000, 200]

/**
 * Lists the elements of a page that may hold the date and the authors of its article, in the order of the page. Leaves out
 * comments, teasers, menus and boxes.
 *
 * @param headline the element with the title of the article; null when the page has none.
 */
export function outlinePage(document: DomDocument, headline: DomElement | null): Outlined[] {
  const outliner = new Outliner(document, headline)
  outliner.visit(document.body, false, 0)
  return outliner.finish()
}

class Outliner {
  readonly #elements: Outlined[] = []
  readonly #around = new Set<DomElement>()
  readonly #article: DomElement | null
  #blocks = 0
  #headlineAt = 0

  constructor(document: DomDocument, headline: DomElement | null) {
    let article: DomElement | null = null
    for (let node = headline; node; node = node.parentNode) {
      this.#around.add(node)
      if (article === null && node.localName === 'article') article = node
    }
    this.#article = article ?? document.querySelector('article')
  }

  visit(element: DomElement, inArticle: boolean, depth: number): void {
    if (SKIPPED_TAGS.has(element.localName) || this.#elements.length >= MAX_ELEMENTS) return
    const names = namesOf(element)
    if (this.#isAside(element, names, inArticle)) return
    const within =
      inArticle || element === this.#article || /^(?:main)$/.test(element.localName) || / main /.test(names)
    const isLeaf = BLOCK_TAGS.has(element.localName) && !hasBlock(element)
    if (isLeaf || TELLING.test(names) || element.localName === 'time' || element.localName === 'abbr') {
      this.#add(element, names, within)
    }
    for (const child of depth < TELLING_DEPTH ? element.childNodes : [])
      if (isElement(child)) this.visit(child, within, depth + 1)
    if (isLeaf) this.#blocks++
  }

  #add(element: DomElement, names: string, inArticle: boolean): void {
    if (this.#around.has(element) && this.#headlineAt === 0 && !hasBlock(element))
      this.#headlineAt = this.#blocks
    const text = shortText(element)
    if (text !== null) this.#elements.push({ element, text, distance: this.#blocks, names, inArticle })
  }

  #isAside(element: DomElement, names: string, inArticle: boolean): boolean {
    if (this.#around.has(element)) return false
    const { localName } = element
    if (ASIDE_TAGS.has(localName)) return true
    if (localName === 'article') return element !== this.#article
    if ((localName === 'header' || localName === 'footer') && !inArticle) return true
    return ASIDE_NAMES.test(names)
  }

  finish(): Outlined[] {
    return this.#elements.map((one) => ({ ...one, distance: one.distance - this.#headlineAt }))
  }
}

const hasBlock = (element: DomElement) =>
  element.childNodes.some((child) => isElement(child) && BLOCK_TAGS.has(child.localName))

/** The words of an element in one line; null when they are longer than MAX_TEXT. */
function shortText(element: DomElement): string | null {
  const parts: string[] = []
  let length = 0
  const visit = (node: DomNode): boolean => {
    if (!isElement(node)) {
      const part = node.textContent.slice(0, 4 * MAX_TEXT).replace(/\s+/g, ' ')
      parts.push(part)
      length += part.length
      return length <= MAX_TEXT
    }
    if (SKIPPED_TAGS.has(node.localName)) return true
    const isBlock = BLOCK_TAGS.has(node.localName)
    const isGlued = node.previousSibling !== null && isElement(node.previousSibling)
    if (isBlock || isGlued || node.localName === 'br') parts.push('\n')
    if (!node.childNodes.every(visit)) return false
    if (isBlock) parts.push('\n')
    return true
  }
  if (!visit(element)) return null
  return parts
    .join('')
    .replace(/ *\n\s*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Words of the class, id, itemprop, rel and such of an element, in lower case: " post-date published ". */
function namesOf(element: DomElement): string {
  const values = NAMING.map((name) => element.getAttribute(name)).filter((value) => value)
  const names = values
    .join(' ')
    .slice(0, 500)
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
  const tidy = names.replace(/[_:\s]+/g, (sign) => (/\s/.test(sign) ? ' ' : '-')).toLowerCase()
  const link = AUTHOR_LINK.test(element.getAttribute('href') ?? '') ? ' author-link' : ''
  return ` ${tidy.trim()}${link} `
}

/** The page of an author, to which bylines lead. */
const AUTHOR_LINK =
  /\/(?:authors?|autor(?:en)?|auteurs?|staff|contributors?|journalists?|writers?|reporters?|redakteure?)\/[^/]/
const NAMING = ['class', 'id', 'itemprop', 'rel', 'role', 'data-testid', 'data-component']
