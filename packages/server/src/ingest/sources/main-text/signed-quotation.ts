import type { DomElement } from '../dom-node.js'
import type { Block } from './block.js'

export const OPENING_MARK = /^["'“”„‟«»‹›‘’‚「『]/
const CLOSING_MARK = /["'“”„‟«»‹›‘’‚」』]$/
const SIGNATURE_ELEMENTS = new Set(['cite', 'footer', 'figcaption'])
const DASH = /^(?:—|–|―|--?)\s*/
/** A longer text is a paragraph of its own. */
const LONGEST_SIGNATURE = 150

/**
 * Gives the marks to a quotation that ends with the name of its speaker, and a dash to the name, so that a reader of the
 * text alone sees who says what: “…” — Name.
 *
 * @param blocks those of the page so far
 * @param first the place of the quotation's first block
 */
export function signQuotation(blocks: Block[], first: number, element: DomElement): void {
  for (let place = first; place < blocks.length; place++) (blocks[place] as Block).quote = element
  const signature = blocks.findLastIndex((block, place) => place > first && isSignature(block, element))
  const signer = blocks[signature]
  const opening = blocks[first]
  if (!signer || !opening || signature < blocks.length - 2) return
  if (element.localName === 'figure' && !isIn(opening.element, 'blockquote')) return
  signer.text = `— ${signer.text.replace(DASH, '')}`
  if (OPENING_MARK.test(opening.text)) return
  for (const block of blocks.slice(first, signature)) block.text = `“${block.text}`
  const closing = blocks[signature - 1] as Block
  if (!CLOSING_MARK.test(closing.text)) closing.text += '”'
}

function isSignature({ element, text }: Block, quotation: DomElement): boolean {
  if (text.length > LONGEST_SIGNATURE) return false
  if (DASH.test(text) && /\p{L}/u.test(text)) return true
  for (let node: DomElement | null = element; node && node !== quotation; node = node.parentNode)
    if (SIGNATURE_ELEMENTS.has(node.localName)) return true
  return false
}

function isIn(element: DomElement, localName: string): boolean {
  for (let node: DomElement | null = element; node; node = node.parentNode)
    if (node.localName === localName) return true
  return false
}
