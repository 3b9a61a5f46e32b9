import { alterationsOf } from './about/alterations.js'
import { confidenceOf } from './about/confidence.js'
import { mediumsOf } from './about/medium.js'
import { saidAtOf } from './about/said-at.js'
import { listSpeakers } from './about/speakers.js'
import { createTopicIndex } from './about/topics.js'
import { attribute } from './attribution/attribute.js'
import type { Attributed } from './attribution/attributed.js'
import { findSpeechInSpeech } from './attribution/speech-in-speech.js'
import { findUncued } from './attribution/uncued.js'
import { languageOf } from './languages/languages.js'
import { weighEvidence } from './names/evidence.js'
import { readBody } from './names/read-body.js'
import { buildRegistry } from './names/registry.js'
import { splitParagraphs } from './text/document.js'
import { findQuotes } from './text/quotes.js'
import { classify } from './text/segments.js'
import type { Extraction, ExtractOptions, StatementDraft } from './types.js'

export { resolveDate } from './about/said-at-date.js'
export type * from './extractor.js'
export { TOPICS as topicList } from './languages/en/topics.js'
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
  const quotes = findQuotes(text, segments)
  const allQuotes = quotes.flat()
  const language = languageOf(options.language)
  const paragraphs = language ? readBody(text, segments, quotes, language) : []
  const mentions = paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => sentence.mentions),
  )
  const registry = buildRegistry(mentions, options.speakers ?? [])
  weighEvidence(text, paragraphs, registry)
  const title = segments.find(({ kind }) => kind === 'TITLE')
  const headline = options.title ?? (title ? text.slice(title.start, title.end) : '')
  const attributed = language ? attribute(text, paragraphs, registry, language, headline) : []
  const found = [
    ...attributed,
    ...findUncued(paragraphs, attributed),
    ...(language ? findSpeechInSpeech(text, paragraphs, attributed, registry, language) : []),
  ]
  const topics = createTopicIndex(text, segments, registry, mentions, options.topics)
  const ordered = found
    .filter(({ segments }) => segments.length > 0)
    .sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  const indices = new Map(ordered.map((statement, index) => [statement, index]))
  const mediums = mediumsOf(text, ordered)
  const statements = ordered.map(
    (statement): StatementDraft => ({
      start: startOf(statement),
      end: endOf(statement),
      segments: statement.segments,
      kind: statement.kind,
      medium: mediums.get(statement) ?? 'UNKNOWN',
      speaker: statement.entity?.name ?? null,
      ...(statement.together.length > 0 && { coSpeakers: statement.together.map(({ name }) => name) }),
      source: statement.source,
      mention: statement.source ? text.slice(statement.source.start, statement.source.end) : null,
      cue: statement.cue,
      basis: statement.basis,
      confidence: confidenceOf(statement),
      alterations: alterationsOf(text, statement, allQuotes),
      saidAt: saidAtOf(text, statement, options.publishedAt),
      within: (statement.within && indices.get(statement.within)) ?? null,
      topics: topics.slugsIn(statement.segments),
    }),
  )
  return {
    statements,
    speakers: listSpeakers(found, mentions, registry),
    topics: topics.drafts,
    segments,
    extractor: EXTRACTOR,
  }
}

const startOf = ({ segments }: Attributed) => segments[0]?.start ?? 0
const endOf = ({ segments }: Attributed) => segments.at(-1)?.end ?? 0
