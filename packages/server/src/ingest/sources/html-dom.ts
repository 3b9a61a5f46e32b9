import { Parser } from 'htmlparser2'
import { DomDocument, DomElement, type DomNode, DomText, isElement } from './dom-node.js'
import { SourceError } from './source-error.js'

/** The most elements of a page. The largest usual pages have a tenth of them. */
export const MAX_HTML_TAGS = 100_000
/** The most elements that are open at the same time. Unclosed tags open one inside the other. */
export const MAX_HTML_DEPTH = 2000
/** The deepest nesting in the tree, as in browsers: what is nested deeper becomes a sibling. */
const DEEPEST = 500

/** How many comments are kept. Browsers note in the first ones where a page was saved from. */
const MAX_COMMENTS = 20

/** Elements that stand in the head as long as no other has come. */
const HEAD_ELEMENTS = new Set('base link meta noscript script style template title'.split(' '))

/**
 * Parses HTML, even broken HTML, into a document with one `html`, `head` and `body`. Runs no scripts and fetches nothing.
 *
 * @throws SourceError TOO_COMPLEX beyond {@link MAX_HTML_TAGS} or {@link MAX_HTML_DEPTH}.
 */
export function parseHtml(markup: string, name: string): DomDocument {
  const builder = new TreeBuilder(name)
  const parser = new Parser(builder, { decodeEntities: true })
  parser.end(markup)
  return builder.document
}

/** Makes a tree of what the parser reports. The parser reports an end for every start, in the right order. */
class TreeBuilder {
  readonly document = new DomDocument()
  readonly #name: string
  readonly #open: DomElement[] = []
  #elements = 0
  #inBody = false

  constructor(name: string) {
    this.#name = name
  }

  onopentag(localName: string, attributes: Record<string, string>): void {
    if (++this.#elements > MAX_HTML_TAGS) throw tooComplex(`more than ${MAX_HTML_TAGS} tags`, this.#name)
    if (this.#open.length >= MAX_HTML_DEPTH)
      throw tooComplex(`elements more than ${MAX_HTML_DEPTH} deep inside each other`, this.#name)
    const given = this.#given(localName)
    if (given) for (const key of Object.keys(attributes)) given.attributes[key] ??= attributes[key] as string
    const element = given ?? new DomElement(localName, attributes)
    if (!given) this.#parentOf(element).append(element)
    this.#open.push(element)
  }

  onclosetag(): void {
    this.#open.pop()
  }

  ontext(text: string): void {
    const parent = this.#parentOf(text)
    const last = parent.childNodes.at(-1)
    if (last && !isElement(last)) last.textContent += text
    else parent.append(new DomText(text))
  }

  oncomment(comment: string): void {
    if (this.document.comments.length < MAX_COMMENTS) this.document.comments.push(comment)
  }

  /** The one element of its name that every document has. */
  #given(localName: string): DomElement | null {
    const { documentElement, head, body } = this.document
    if (localName === 'html') return documentElement
    if (localName === 'head') return head
    if (localName !== 'body') return null
    this.#inBody = true
    return body
  }

  #parentOf(node: DomNode | string): DomElement {
    const { documentElement, head, body } = this.document
    const parent = this.#open[Math.min(this.#open.length, DEEPEST) - 1] ?? documentElement
    if (parent !== documentElement && parent !== head) return parent
    const isOfHead =
      typeof node === 'string' ? node.trim() === '' : HEAD_ELEMENTS.has((node as DomElement).localName)
    if (isOfHead && !this.#inBody) return head
    this.#inBody = true
    return body
  }
}

const tooComplex = (what: string, name: string) =>
  new SourceError('TOO_COMPLEX', `has ${what}: save the article's own text as .txt or .md`, name)
