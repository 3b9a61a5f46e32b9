import { replaceInvalidCharacters } from '../../text/clean-text.js'
import { type DomElement, type DomNode, ELEMENT_NODE, TEXT_NODE } from './html-dom.js'

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section
  summary table tbody tfoot thead tr ul`.split(/\s+/),
)
const SKIPPED = new Set(
  `audio button canvas embed head iframe input math meta noscript object picture script select style svg template
  textarea title video`.split(/\s+/),
)

/**
 * Turns an element into paragraphs with blank lines between them. Each block becomes a paragraph; list items have no
 * marker. A tab stands between the cells of a table row. `<br>` and the lines of `<pre>` become line ends. `<q>` gets the
 * quotation marks that a browser draws, because the markup does not have them.
 */
export function domText(root: DomNode): string {
  const printer = new Printer()
  printer.visit(root, false)
  return printer.finish()
}

class Printer {
  readonly #paragraphs: string[] = []
  #line: string[] = []

  visit(node: DomNode, inPre: boolean): void {
    if (node.nodeType === TEXT_NODE) {
      this.#line.push((node.textContent ?? '').replace(inPre ? /[ \t\r\f]+/g : /[ \t\n\r\f]+/g, ' '))
    }
    if (node.nodeType === ELEMENT_NODE) this.#visitElement(node as DomElement, inPre)
  }

  #visitElement(element: DomElement, inPre: boolean): void {
    const { localName } = element
    if (SKIPPED.has(localName)) return
    if (localName === 'br') this.#line.push('\n')
    if (localName === 'td' || localName === 'th') this.#line.push('\t')
    if (localName === 'q') this.#line.push('“')
    if (BLOCKS.has(localName)) this.#flush()
    for (let child = element.firstChild; child; child = child.nextSibling) {
      this.visit(child, inPre || localName === 'pre')
    }
    if (localName === 'q') this.#line.push('”')
    if (BLOCKS.has(localName)) this.#flush()
  }

  #flush(): void {
    const line = this.#line.join('')
    this.#line = []
    const tidy = line.replace(/ {2,}/g, ' ').replace(/ ?([\n\t]) ?/g, '$1')
    for (const paragraph of tidy.split(/\n{2,}/)) {
      const trimmed = paragraph.replace(/^[ \t\n]+/, '').trimEnd()
      if (trimmed.trim() !== '') this.#paragraphs.push(trimmed)
    }
  }

  finish(): string {
    this.#flush()
    return replaceInvalidCharacters(this.#paragraphs.join('\n\n'))
  }
}
