import type { DomElement } from '../dom-node.js'
import type { Block } from './block.js'
import { lettersOf } from './headline.js'
import { isLabel } from './label-words.js'
import { isHeading, isProse, SENTENCE_END } from './page-measure.js'
import { dropPullQuotes } from './pull-quotes.js'

/**
 * Drops what is no text of the article from the blocks of its element: the headline, what stands before the first
 * sentence and after the last, links alone, labels, pull quotes, and copies of paragraphs in another place, such as print
 * views.
 */
export function pruneBlocks(blocks: readonly Block[], title: string | null): Block[] {
  const places = new Map<string, DomElement | null>()
  const kept = blocks.filter((block) => {
    if (isLinks(block) || isTitle(block, title) || isLabel(block.text, block.linked)) return false
    if (block.text.length < 80) return true
    const letters = lettersOf(block.text)
    const place = places.get(letters)
    if (place === undefined) places.set(letters, block.element.parentNode)
    return place === undefined || place === block.element.parentNode
  })
  const first = kept.findIndex((block) => isProse(block) || isLead(block) || isLinkedSentence(block))
  const last = kept.findLastIndex((block) => isProse(block) || isEntry(block) || block.quote !== null)
  return dropPullQuotes(kept.slice(Math.max(first, 0), last + 1))
}

const isLinks = ({ text, linked }: Block) => linked > 0.8 * text.length

const isTitle = ({ text }: Block, title: string | null) =>
  title !== null && text.length < title.length * 2 && lettersOf(text) === lettersOf(title)

/** Whether a block is a sentence that a page has made a heading, to begin the article with. */
const isLead = (block: Block) =>
  isHeading(block) &&
  block.element.localName !== 'h1' &&
  block.text.length >= 60 &&
  /[.!?…”"»]$/.test(block.text)

/** Whether a block is a long sentence, though most of its words are links. */
const isLinkedSentence = (block: Block) =>
  !isHeading(block) && block.text.length >= 80 && SENTENCE_END.test(block.text)

/** Whether a block is an entry of a list or a row of a table. */
const isEntry = (block: Block) =>
  !isHeading(block) && /^(?:li|tr|td|dd|dt|pre)$/.test(block.element.localName)
