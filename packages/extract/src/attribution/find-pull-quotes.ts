import type { ReadParagraph } from '../names/read-body.js'
import { readWords } from '../text/words.js'
import type { Span } from '../types.js'
import { isQuotationOnly } from './inherit.js'

/** Words in a row that nobody says twice by chance. */
const LENGTH = 5

/**
 * Finds the paragraphs that only repeat, set apart from all other speech, what the article quotes elsewhere. Case and marks do
 * not matter.
 */
export function findPullQuotes(text: string, paragraphs: readonly ReadParagraph[]): Set<ReadParagraph> {
  const apart = new Set(paragraphs.filter((_, index) => isSetApart(paragraphs, index)))
  if (apart.size === 0) return apart
  const elsewhere = new Set<string>()
  for (const paragraph of paragraphs)
    if (!apart.has(paragraph)) for (const run of runsOf(text, paragraph)) elsewhere.add(run)
  const repeats = (paragraph: ReadParagraph) => {
    const runs = runsOf(text, paragraph)
    return elsewhere.has(runs[0] ?? '') && elsewhere.has(runs.at(-1) ?? '')
  }
  return new Set([...apart].filter(repeats))
}

/** Tells whether a paragraph is all quotation, while those around it have none but amid the reporter's words. */
function isSetApart(paragraphs: readonly ReadParagraph[], index: number): boolean {
  const talks = (paragraph: ReadParagraph | undefined) => paragraph?.sentences.some(isQuotationOnly) === true
  const { sentences } = paragraphs[index] as ReadParagraph
  return sentences.every(isQuotationOnly) && !talks(paragraphs[index - 1]) && !talks(paragraphs[index + 1])
}

function runsOf(text: string, span: Span): string[] {
  const words = readWords(text, span).map(({ lower }) => lower)
  return words.slice(LENGTH - 1).map((_, i) => words.slice(i, i + LENGTH).join(' '))
}
