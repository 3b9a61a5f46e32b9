import type { DomDocument } from '../dom-node.js'
import { SourceError } from '../source-error.js'
import { findMainBlocks } from './find-main-blocks.js'
import { readLinkedBody } from './linked-body.js'
import { refusalOf } from './refusal.js'

/** How much longer the text of JSON-LD must be to be taken instead of the page's. */
const MUCH_LONGER = 1.5

/**
 * Reads the text of the article of a page: paragraphs with blank lines between them. Where the page shows less of it than
 * it gives to search engines, takes that.
 *
 * @throws SourceError NO_MAIN_TEXT, with words that say what the page is instead and what to do.
 */
export function readMainText(document: DomDocument, title: string | null, name: string): string {
  const main = findMainBlocks(document, title)
  const shown = main.blocks.map(({ text }) => text).join('\n\n')
  const linked = readLinkedBody(document).join('\n\n')
  if (linked.length > shown.length * MUCH_LONGER && linked.length >= 100) return linked
  const kind = refusalOf(document, title, main)
  if (kind === null && /[\p{L}\p{N}]/u.test(shown)) return shown
  const found = kind === null ? 'has no main text that can be found' : `is no article: the page ${kind}`
  throw new SourceError('NO_MAIN_TEXT', `${found}: save the article's text as .txt or .md`, name)
}
