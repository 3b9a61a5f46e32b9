import { alterationsOf } from './about/alterations-of.js'
import { confidenceOf } from './about/confidence.js'
import { listSpeakers } from './about/list-speakers.js'
import { mediumsOf } from './about/mediums-of.js'
import { saidAtOf } from './about/said-at-of.js'
import { createTopicIndex } from './about/topic-index.js'
import { attribute } from './attribution/attribute.js'
import type { Attributed } from './attribution/attributed.js'
import { findSpeechInSpeech } from './attribution/find-speech-in-speech.js'
import { findUncued } from './attribution/find-uncued.js'
import type { Language } from './languages/language.js'
import { weighEvidence } from './names/evidence.js'
import { buildRegistry } from './names/gather-names.js'
import { readBody } from './names/read-body.js'
import { settleShortNames } from './names/settle-short-names.js'
import { findDashQuotes } from './text/dash-quotes.js'
import { splitParagraphs } from './text/document.js'
import { findQuotes } from './text/quotes.js'
import { classify } from './text/segments.js'
import type { Extraction, ExtractOptions, StatementDraft, TextSegment } from './types.js'

const EXTRACTOR = 'onrecord-rules@0.1.0'

/** Runs the whole pipeline on one article in a language. */
export function extractIn(
  language: Language,
  text: string,
  options: Omit<ExtractOptions, 'language'>,
): Omit<Extraction, 'language' | 'coverage'> {
  const { title = '', byline } = options
  const printed = title !== '' && text.includes(title) ? title : undefined
  const segments = classify(text, splitParagraphs(text), { title: printed, byline }, language)
  const quotes = findQuotes(text, segments).map((own, i) => {
    const segment = segments[i]
    return own.length > 0 || segment?.kind !== 'BODY' ? own : findDashQuotes(text, segment, language)
  })
  const paragraphs = readBody(text, segments, quotes, language)
  const mentions = paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.mentions))
  const registry = buildRegistry(mentions, options.speakers ?? [], language)
  weighEvidence(text, paragraphs, registry, language)
  settleShortNames(paragraphs, registry, language, text)
  const headline = printed ?? `${title}\n${titleOf(text, segments)}`.trim()
  const { statements: attributed, unsaid } = attribute(text, paragraphs, registry, language, headline)
  const found = [
    ...attributed,
    ...findUncued(text, paragraphs, [...attributed.flatMap(({ segments }) => segments), ...unsaid]),
    ...findSpeechInSpeech(text, paragraphs, attributed, registry, language),
  ]
  const sources = found.flatMap(({ source }) => source ?? [])
  const about = { text, title: headline, segments, registry, mentions, sources }
  const topics = createTopicIndex(about, language, options.topics)
  const ordered = found
    .filter((statement) => statement.segments.length > 0)
    .sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  const indices = new Map(ordered.map((statement, index) => [statement, index]))
  const mediums = mediumsOf(text, ordered, language)
  const allQuotes = quotes.flat()
  const statements = ordered.map((statement): StatementDraft => {
    const { entity, together, source, within } = statement
    return {
      start: startOf(statement),
      end: endOf(statement),
      segments: statement.segments,
      kind: statement.kind,
      polarity: statement.polarity,
      medium: mediums.get(statement) ?? 'UNKNOWN',
      speaker: entity?.name ?? null,
      ...(together.length > 0 && { coSpeakers: together.map(({ name }) => name) }),
      source,
      mention: source ? text.slice(source.start, source.end) : null,
      cue: statement.cue,
      basis: statement.basis,
      confidence: confidenceOf(statement),
      alterations: alterationsOf(text, statement, allQuotes, language),
      saidAt: saidAtOf(text, statement, options.publishedAt, language),
      within: (within && indices.get(within)) ?? null,
      topics: topics.slugsIn(statement.segments),
    }
  })
  const speakers = listSpeakers(found, mentions, registry)
  return { statements, speakers, topics: topics.drafts(), segments, extractor: EXTRACTOR }
}

function titleOf(text: string, segments: TextSegment[]): string {
  const title = segments.find(({ kind }) => kind === 'TITLE')
  return title ? text.slice(title.start, title.end) : ''
}

const startOf = ({ segments }: Attributed) => segments[0]?.start ?? 0
const endOf = ({ segments }: Attributed) => segments.at(-1)?.end ?? 0
