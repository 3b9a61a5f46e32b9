import type { DomElement } from '../dom-node.js'

/** A paragraph of a page as people see it: also a heading, a list item or the row of a table. */
export interface Block {
  /** One line, or several where the page breaks lines. Cells of a table have tabs between them. */
  text: string
  /** The innermost block element that holds it. */
  element: DomElement
  /** The characters of its text that stand in links. */
  linked: number
  /** The quotation that it is part of: a `<blockquote>` or a figure around one. */
  quote: DomElement | null
}
