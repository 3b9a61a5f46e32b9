import { type DomElement, type DomNode, isElement } from '../dom-node.js'
import { isFootnoteMark } from './footnote-mark.js'
import { tidyLine, visibleText } from './visible-text.js'

/** A paragraph of a page as people see it: also a heading, a list item or the row of a table. */
export interface Block {
  /** One line, or several where the page breaks lines. Cells of a table have tabs between them. */
  text: string
  /** The innermost block element that holds it. */
  element: DomElement
  /** The characters of its text that stand in links. */
  linked: number
}

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
const OPENING_MARK = /^["'“”„‟«»‹›‘’‚「『]/
/** A large first letter, which some pages put into a block of its own. */
const DROP_CAP = /drop-?cap|first-?letter/i

/**
 * Reads the paragraphs of an element, in the order of the page. List items have no marker. `<br>` and the lines of `<pre>`
 * become line ends; two `<br>` begin a paragraph. `<q>` gets the quotation marks that a browser draws, unless somebody
 * typed them.
 */
export function readBlocks(root: DomElement): Block[] {
  const reader = new BlockReader()
  reader.visit(root, root, { inLink: false, inPre: false, quotes: 0 })
  return reader.finish(root)
}

interface Context {
  inLink: boolean
  inPre: boolean
  /** How many `<q>` are open. */
  quotes: number
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
    if (localName === 'td' || localName === 'th') this.#line.push('\t')
    const ownBlock = BLOCK_ELEMENTS.has(localName) && !DROP_CAP.test(element.getAttribute('class') ?? '')
    const inner = {
      inLink: context.inLink || localName === 'a',
      inPre: context.inPre || localName === 'pre',
      quotes: context.quotes + (localName === 'q' ? 1 : 0),
    }
    if (ownBlock) this.#flush(block)
    const marks = localName === 'q' ? this.#marksOf(element, inner.quotes) : null
    if (marks) this.#line.push(marks[0])
    for (const child of element.childNodes) this.visit(child, ownBlock ? element : block, inner)
    if (marks) this.#line.push(marks[1])
    if (ownBlock) this.#flush(element)
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
    if (text.trim() !== '') this.#blocks.push({ text, element, linked: this.#linked })
    this.#line = []
    this.#linked = 0
  }

  finish(root: DomElement): Block[] {
    this.#flush(root)
    return this.#blocks
  }
}
