import { attribute } from './attribution.js'
import { confidenceOf } from './confidence.js'
import { splitParagraphs } from './document.js'
import { weighEvidence } from './evidence.js'
import { mediumOf } from './medium.js'
import { findQuotes } from './quotes.js'
import { readBody } from './reading.js'
import { buildRegistry } from './registry.js'
import { classify } from './segments.js'
import { listSpeakers } from './speakers.js'
import { createTopicIndex } from './topics.js'
import { findUncued } from './uncued.js'
import type { Extraction, ExtractOptions, StatementDraft } from './types.js'

export { TOPICS as topicList } from './data/topics.js'
export type * from './types.js'

const EXTRACTOR = 'onrecord-rules@0.1.0'

/**
 * Finds who says what in the text of one article.
 *
 * All offsets are UTF-16 code units of `text`, ends exclusive: `text.slice(start, end)` of each segment of a
 * statement is the words. The same text and options always give the same result. Never throws on a string.
 */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const segments = classify(text, splitParagraphs(text), options)
  const paragraphs = isEnglish(options.language) ? readBody(text, segments, findQuotes(text, segments)) : []
  const mentions = paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => sentence.mentions),
  )
  const registry = buildRegistry(mentions, options.speakers ?? [])
  weighEvidence(text, paragraphs, registry)
  const attributed = attribute(text, paragraphs, registry)
  const found = [...attributed, ...findUncued(paragraphs, attributed)]
  const topics = createTopicIndex(text, segments, registry, mentions, options.topics)
  const statements = found
    .map(
      (statement): StatementDraft => ({
        start: statement.segments[0]?.start ?? 0,
        end: statement.segments.at(-1)?.end ?? 0,
        segments: statement.segments,
        kind: statement.kind,
        medium: mediumOf(statement),
        speaker: statement.entity?.name ?? null,
        source: statement.source,
        mention: statement.source ? text.slice(statement.source.start, statement.source.end) : null,
        cue: statement.cue,
        basis: statement.basis,
        confidence: confidenceOf(statement),
        topics: topics.slugsIn(statement.segments),
      }),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end)
  return {
    statements,
    speakers: listSpeakers(found, mentions, registry),
    topics: topics.drafts,
    segments,
    extractor: EXTRACTOR,
  }
}

const isEnglish = (language: string | undefined) => language === undefined || /^en(?:-|$)/i.test(language)
