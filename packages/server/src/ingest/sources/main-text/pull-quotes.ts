import type { DomElement } from '../dom-node.js'
import type { Block } from './block.js'
import { lettersOf } from './headline.js'

const PULL_QUOTE = /pull-?quote|blockquote|quote|zitat|citation/i
/** Shorter words stand in many sentences. */
const LEAST = 20
/** The most that are compared with the whole text. */
const MOST = 100

/** Drops quotations that only show words of the text again, in larger letters, with the name under them. */
export function dropPullQuotes(blocks: readonly Block[]): Block[] {
  const groups = new Map<DomElement, Block[]>()
  for (const block of blocks) {
    const holder = block.quote ?? holderOf(block)
    if (holder && groups.size < MOST) groups.set(holder, [...(groups.get(holder) ?? []), block].slice(0, 5))
  }
  if (groups.size === 0) return [...blocks]
  const letters = lettersOf(blocks.map(({ text }) => text).join('\n'))
  const repeated = new Set(
    [...groups].filter(([, group]) => isRepeated(group, letters)).map(([holder]) => holder),
  )
  return blocks.filter((block) => !repeated.has(block.quote ?? holderOf(block) ?? block.element))
}

/** The element that is a quotation by its name, or a heading. */
function holderOf({ element }: Block): DomElement | null {
  if (/^h[2-6]$/.test(element.localName)) return element
  let node: DomElement | null = element
  for (let steps = 0; node && steps < 3; steps++, node = node.parentNode)
    if (PULL_QUOTE.test(node.attributes.class ?? '')) return node
  return null
}

function isRepeated(group: readonly Block[], text: string): boolean {
  const words = lettersOf(group[0]?.text ?? '')
  return words.length >= LEAST && text.indexOf(words, text.indexOf(words) + 1) >= 0
}
