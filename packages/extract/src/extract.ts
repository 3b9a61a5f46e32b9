import { alterationsOf } from './alterations.js'
import type { Attributed } from './attributed.js'
import { attribute } from './attribution.js'
import { confidenceOf } from './confidence.js'
import { splitParagraphs } from './document.js'
import { weighEvidence } from './evidence.js'
import { languageOf } from './languages.js'
import { mediumsOf } from './medium.js'
import { findQuotes } from './quotes.js'
import { readBody } from './reading.js'
import { buildRegistry } from './registry.js'
import { saidAtOf } from './said-at.js'
import { classify } from './segments.js'
import { listSpeakers } from './speakers.js'
import { findSpeechInSpeech } from './speech-in-speech.js'
import { createTopicIndex } from './topics.js'
import type { Extraction, ExtractOptions, StatementDraft } from './types.js'
import { findUncued } from './uncued.js'

export { TOPICS as topicList } from './data/en/topics.js'
export type * from './extractor.js'
export { resolveDate } from './said-at-date.js'
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
