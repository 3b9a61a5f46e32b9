import { parseHTML } from 'linkedom'
import { SourceError } from './source-error.js'

/** The most `<` of a page, nearly all of them tags. With so many, a hostile page costs Readability 8 s. */
export const MAX_HTML_TAGS = 40_000
/** The most `&` of a page. Each becomes a text node of its own. */
export const MAX_HTML_REFERENCES = 100_000
/** The deepest nesting of elements. Readability's time grows with its square. Usual pages have about 30. */
export const MAX_HTML_DEPTH = 200

/** The part of a DOM node that we use. TypeScript's own DOM types are for browsers, so the server does not load them. */
export interface DomNode {
  readonly nodeType: number
  readonly parentNode: DomNode | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly textContent: string | null
}

export interface DomElement extends DomNode {
  readonly localName: string
  readonly children: ArrayLike<DomElement>
  getAttribute(name: string): string | null
}

export interface DomDocument extends DomNode {
  readonly documentElement: DomElement | null
  readonly children: ArrayLike<DomElement>
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3

/**
 * Parses HTML, even broken HTML, into a document with one `html` and one `body`. Runs no scripts and fetches nothing.
 *
 * @throws SourceError TOO_COMPLEX beyond {@link MAX_HTML_TAGS}, {@link MAX_HTML_REFERENCES} or {@link MAX_HTML_DEPTH}.
 */
export function parseHtml(markup: string, name: string): DomDocument {
  if (count(markup, '<') > MAX_HTML_TAGS) throw tooComplex(`more than ${MAX_HTML_TAGS} tags`, name)
  if (count(markup, '&') > MAX_HTML_REFERENCES) {
    throw tooComplex(`more than ${MAX_HTML_REFERENCES} character references`, name)
  }
  const parsed = parse(markup)
  const document = hasBody(parsed) ? parsed : parse(wrap(markup))
  if (isDeeperThan(document, MAX_HTML_DEPTH)) {
    throw tooComplex(`elements more than ${MAX_HTML_DEPTH} deep inside each other`, name)
  }
  return document
}

const parse = (markup: string) => parseHTML(markup).document as unknown as DomDocument

const tooComplex = (what: string, name: string) =>
  new SourceError('TOO_COMPLEX', `has ${what}: save the article's own text as .txt or .md`, name)

function count(markup: string, sign: string): number {
  let found = 0
  for (let at = markup.indexOf(sign); at >= 0; at = markup.indexOf(sign, at + 1)) found++
  return found
}

/** Whether a document has `html` and `body`. linkedom does not add them, and text outside of them would be lost. */
function hasBody(document: DomDocument): boolean {
  const [root, other] = Array.from(document.children, (element) => element)
  if (root?.localName !== 'html' || other) return false
  const names = Array.from(root.children, (element) => element.localName).join(' ')
  return names === 'head body' || names === 'body'
}

function wrap(markup: string): string {
  const root = /<html\b[^<>]*>/i.exec(markup)?.[0] ?? '<html>'
  const inner = markup.replace(/<(?:!doctype|\/?(?:html|head|body)\b)[^<>]*>/gi, '')
  return `<!doctype html>${root}<head></head><body>${inner}</body></html>`
}

function isDeeperThan(document: DomDocument, limit: number): boolean {
  const root: DomNode | null = document.documentElement
  let depth = 0
  for (let node = root; node; ) {
    if (depth > limit) return true
    if (node.firstChild) {
      node = node.firstChild
      depth++
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    node = node === root ? null : (node?.nextSibling ?? null)
  }
  return false
}
