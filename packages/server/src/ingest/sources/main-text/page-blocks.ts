import { type DomElement, type DomNode, isElement } from '../dom-node.js'
import type { Block } from './block.js'
import { isFootnoteMark } from './footnote-mark.js'
import { OPENING_MARK, signQuotation } from './signed-quotation.js'
import { tidyLine, visibleText } from './visible-text.js'

const BLOCK_ELEMENTS = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section
  summary table tbody tfoot thead tr ul`.split(/\s+/),
)
/** Elements without text of the page: controls, media, scripts; and text that the author has struck out. */
const UNREAD_ELEMENTS = new Set(
  `audio button canvas datalist del embed head iframe img input map math meta noscript object picture s script select
  strike style svg template textarea title video`.split(/\s+/),
)
/** A large first letter, which some pages put into a block of its own. */
const DROP_CAP = /drop-?cap|first-?letter/i

/**
 * Reads the paragraphs of an element, in the order of the page. List items have no marker. `<br>` and the lines of `<pre>`
 * become line ends; two `<br>` begin a paragraph. `<q>` gets the quotation marks that a browser draws, and so does a
 * `<blockquote>` with the name of its speaker, unless somebody typed them.
 */
export function readBlocks(root: DomElement): Block[] {
  const reader = new BlockReader()
  reader.visit(root, root, { inLink: false, inPre: false, quotes: 0, quotation: null })
  return reader.finish(root)
}

interface Context {
  inLink: boolean
  inPre: boolean
  /** How many `<q>` are open. */
  quotes: number
  /** The innermost open `<blockquote>`. */
  quotation: DomElement | null
}

class BlockReader {
  readonly #blocks: Block[] = []
  #line: string[] = []
  #linked = 0

  /** The end of the line so far. All of a long line would cost time at each mark. */
  get #lastWords(): string {
    return this.#line.slice(-3).join('')
  }

  visit(node: DomNode, block: DomElement, context: Context): void {
    if (isElement(node)) this.#visitElement(node, block, context)
    else this.#visitText(node.textContent, context)
  }

  #visitText(content: string, { inLink, inPre }: Context): void {
    const text = visibleText(content, inPre)
    this.#line.push(text)
    if (inLink) this.#linked += text.trim().length
  }

  #visitElement(element: DomElement, block: DomElement, context: Context): void {
    const { localName } = element
    if (UNREAD_ELEMENTS.has(localName)) return
    if (localName === 'br') {
      this.#breakLine(block)
      return
    }
    if (localName === 'sup' && isFootnoteMark(element.textContent, this.#lastWords)) return
    if (localName === 'a' && context.quotation && isAddress(element)) return
    if (localName === 'td' || localName === 'th') this.#line.push('\t')
    const inner = {
      inLink: context.inLink || localName === 'a',
      inPre: context.inPre || localName === 'pre',
      quotes: context.quotes + (localName === 'q' ? 1 : 0),
      quotation: localName === 'blockquote' ? element : context.quotation,
    }
    if (isBlock(element, context) && !this.#endsWithDash(element)) this.#visitBlock(element, block, inner)
    else this.#visitInline(element, block, inner)
  }

  /** Whether a dash stands before the name of a speaker, which belongs to it. */
  #endsWithDash = ({ localName }: DomElement) =>
    localName === 'cite' && /^\s*(?:—|–|―|--?)\s*$/.test(this.#lastWords)

  #visitBlock(element: DomElement, block: DomElement, context: Context): void {
    this.#flush(block)
    const first = this.#blocks.length
    for (const child of element.childNodes) this.visit(child, element, context)
    this.#flush(element)
    const { localName } = element
    if (localName === 'blockquote' || localName === 'figure') signQuotation(this.#blocks, first, element)
  }

  #visitInline(element: DomElement, block: DomElement, context: Context): void {
    const marks = element.localName === 'q' ? this.#marksOf(element, context.quotes) : null
    if (marks) this.#line.push(marks[0])
    for (const child of element.childNodes) this.visit(child, block, context)
    if (marks) this.#line.push(marks[1])
  }

  #marksOf(quote: DomElement, depth: number): readonly [string, string] | null {
    const typed = OPENING_MARK.test(quote.textContent.trim()) || OPENING_MARK.test(this.#lastWords.slice(-1))
    return typed ? null : depth % 2 === 1 ? ['“', '”'] : ['‘', '’']
  }

  #breakLine(block: DomElement): void {
    if (/\n[ \t]*$/.test(this.#lastWords)) this.#flush(block)
    else this.#line.push('\n')
  }

  #flush(element: DomElement): void {
    const text = tidyLine(this.#line.join(''))
    if (text.trim() !== '') this.#blocks.push({ text, element, linked: this.#linked, quote: null })
    this.#line = []
    this.#linked = 0
  }

  finish(root: DomElement): Block[] {
    this.#flush(root)
    return this.#blocks
  }
}

/** Whether an element begins a paragraph: also the name of the speaker at the end of a quotation. */
function isBlock(element: DomElement, { quotation }: Context): boolean {
  if (element.localName === 'cite' && quotation) return !element.nextSibling?.textContent.trim()
  return BLOCK_ELEMENTS.has(element.localName) && !DROP_CAP.test(element.attributes.class ?? '')
}

/** Whether a link in a post shows only an address, which nobody said. */
const isAddress = (link: DomElement) =>
  /^(?:https?:\/\/\S*|(?:pic\.)?(?:twitter|x|t)\.com?\/\S*|\[image or embed\])$/.test(link.textContent.trim())
