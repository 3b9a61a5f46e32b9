import type { ReadParagraph } from '../names/read-body.js'
import type { Registry } from '../names/registry.js'
import type { Quote } from '../text/quotes.js'
import { findQuotes } from '../text/quotes.js'
import { splitSentences } from '../text/sentences.js'
import type { Attributed } from './attributed.js'
import type { ReadingKnowledge } from './drafts-of.js'
import { toStatement } from './to-statement.js'

const INNER_MARKS = /["“„«‘‚'`]/

/**
 * Finds what somebody is quoted as saying that somebody else said: “Hale told me, ‘The pier is safe.’” It needs a name, and
 * marks inside the marks; all else inside a quotation is its speaker's.
 */
export function findSpeechInSpeech(
  text: string,
  paragraphs: ReadParagraph[],
  statements: Attributed[],
  registry: Registry,
  language: ReadingKnowledge,
): Attributed[] {
  const outers = statements
    .flatMap((statement) => statement.segments.map((segment) => ({ statement, ...segment })))
    .sort((a, b) => a.start - b.start)
  const found: Attributed[] = []
  let next = 0
  for (const quote of paragraphs.flatMap(({ quotes }) => quotes)) {
    while ((outers[next]?.end ?? Number.POSITIVE_INFINITY) <= quote.start) next++
    const outer = outers[next]
    if (!outer || outer.start > quote.start || outer.end < quote.end) continue
    for (const inner of readQuote(text, quote, registry, language))
      found.push({ ...inner, within: outer.statement })
  }
  return found
}

function readQuote(
  text: string,
  { inner }: Quote,
  registry: Registry,
  language: ReadingKnowledge,
): Attributed[] {
  if (!INNER_MARKS.test(text.slice(inner.start, inner.end))) return []
  const quotes = findQuotes(text, [inner])[0] ?? []
  if (quotes.length === 0) return []
  return splitSentences(text, inner, quotes, language).flatMap((sentence) => {
    const mentions = language.reader.findNames(text, sentence.tokens)
    return language.reader.readSentence(text, sentence, mentions).flatMap((draft) => {
      const { mention } = draft.subject
      const named = draft.subject.kind === 'NAME' && mention !== null && registry.isName(mention)
      if (!draft.said || !named || draft.quoted < 1 || draft.segments.length === 0) return []
      const read = { ...sentence, mentions, headline: false }
      return [toStatement(text, draft, read, [registry.resolve(mention)])]
    })
  })
}
