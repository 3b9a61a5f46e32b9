import { sql } from '../../database/sql.js'
import { MOST_PARTS } from '../../record/most-parts.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { fuzzyDate } from '../fuzzy-date.js'
import { ExternallyIdentified, TextPositionSelector, Versioned } from '../shared-types.js'
import { topicList } from '../topic/list.js'
import {
  AnchorStatus,
  AttributionBasis,
  AttributionRole,
  ExtractionMethod,
  ReviewStatus,
  StatementKind,
  StatementMedium,
} from './enums.js'

// Fields that select the same parts with the same arguments share one read.
const attributions = { orderBy: { position: 'asc' }, take: MOST_PARTS.attributions } as const

interface TextQuote {
  exact: string
  prefix: string
  suffix: string
}

const TextQuoteSelector = builder.objectRef<TextQuote>('TextQuoteSelector').implement({
  description: 'W3C TextQuoteSelector: the words and what stands directly around them.',
  fields: (t) => ({
    exact: t.exposeString('exact', { description: 'The words, as in the text.' }),
    prefix: t.exposeString('prefix', { description: 'Up to 32 code units before them.' }),
    suffix: t.exposeString('suffix', { description: 'Up to 32 code units after them.' }),
  }),
})

builder.prismaObject('Anchor', {
  name: 'TextAnchor',
  select: {},
  description:
    'Where words stand: `text.content.slice(position.start, position.end) === quote.exact`, always.',
  fields: (t) => ({
    text: t.relation('text', { description: 'The captured text that the position counts in.' }),
    position: t.field({
      type: TextPositionSelector,
      description: 'The place, counted in code units of the text.',
      select: { start: true, end: true },
      resolve: ({ start, end }) => ({ start, end }),
    }),
    quote: t.field({
      type: TextQuoteSelector,
      description: 'The words at the place, and those around them.',
      select: { exact: true, prefix: true, suffix: true },
      resolve: ({ exact, prefix, suffix }) => ({ exact, prefix, suffix }),
    }),
    status: t.expose('status', {
      type: AnchorStatus,
      description: "How it stands to the article's newest text.",
    }),
  }),
})

builder.prismaObject('Attribution', {
  select: {},
  description: 'Who a statement is attributed to, and how we know.',
  fields: (t) => ({
    speaker: t.relation('speaker', {
      nullable: true,
      description: 'Who; null when the article names nobody ("a senior official said").',
    }),
    role: t.expose('role', { type: AttributionRole, description: 'The part the speaker has in it.' }),
    asWritten: t.exposeString('asWritten', {
      nullable: true,
      description: 'The mention in the text: "Rao", "she", "a senior official"; null when there is none.',
    }),
    cue: t.exposeString('cue', {
      nullable: true,
      description: 'The words that report: "said", "tweeted", "according to"; null when inherited.',
    }),
    basis: t.expose('basis', {
      type: AttributionBasis,
      description: 'The way in which the speaker is known: by name, by a pronoun, or carried on.',
    }),
    confidence: t.exposeFloat('confidence', {
      nullable: true,
      description: 'How sure the extractor is, 0 to 1; null when a person wrote it.',
    }),
  }),
})

const Provenance = builder
  .objectRef<{ method: (typeof ExtractionMethod)['$inferType']; agent: string; confidence: number | null }>(
    'Provenance',
  )
  .implement({
    description: 'How a statement came into the record.',
    fields: (t) => ({
      method: t.expose('method', {
        type: ExtractionMethod,
        description: 'By which way the statement came in: by rules, a model, a person, an import.',
      }),
      agent: t.exposeString('agent', {
        description:
          'The extractor with its version, `onrecord-rules@0.1.0`, or the name of the key of whoever put it in.',
      }),
      confidence: t.exposeFloat('confidence', {
        nullable: true,
        description: 'How sure the extractor was, 0 to 1; null when a person put it in.',
      }),
    }),
  })

builder.prismaNode('Statement', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [Versioned, ExternallyIdentified],
  description: 'Words attributed to somebody in an article.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: StatementKind,
      description: 'How the article reports the words: quoted, in part, or not.',
    }),
    medium: t.expose('medium', {
      type: StatementMedium,
      description: 'Where the words were spoken or written, such as SPEECH; UNKNOWN when nothing says so.',
    }),
    text: t.exposeString('text', {
      description:
        'The words exactly as in the article; " […] " stands between the parts of a broken quotation.',
    }),
    language: t.expose('language', {
      type: 'LanguageTag',
      nullable: true,
      description: 'The language of the words, a BCP 47 tag; null when unknown.',
    }),
    article: t.relation('article', { description: 'The article that it stands in.' }),
    anchors: t.relation('anchors', {
      description: 'Its places in the text, in order; several when a quotation is broken; at most 100.',
      query: { orderBy: { position: 'asc' }, take: MOST_PARTS.anchors },
    }),
    speaker: t.field({
      type: 'Speaker' as never,
      nullable: true,
      description: 'Who said it: the speaker of the first attribution; null when the article names nobody.',
      select: (_args, _context, nestedSelection) => ({
        attributions: { ...attributions, select: { speaker: nestedSelection() } },
      }),
      resolve: (row) => (row as { attributions: { speaker: unknown }[] }).attributions[0]?.speaker as never,
    }),
    attributions: t.relation('attributions', {
      description: 'Who it is attributed to, in order; several when it is joint or relayed; at most 20.',
      query: attributions,
    }),
    saidAt: t.field(
      fuzzyDate('said', 'When it was said; often only known to be before its article was published.'),
    ),
    topics: t.field(
      connection(topicList, {
        description: 'The topics that it is about.',
        link: sql`EXISTS (SELECT FROM "StatementTopic" l WHERE l."topicId" = t.id AND l."statementId" = p.id)`,
        filterable: false,
      }),
    ),
    reviewStatus: t.expose('reviewStatus', {
      type: ReviewStatus,
      description: 'Whether a person stands behind it: not yet, yes, no, or not any more.',
    }),
    provenance: t.field({
      type: Provenance,
      description: 'By whom or what it came into the record, and how sure that was.',
      select: { method: true, agent: true, confidence: true },
      resolve: ({ method, agent, confidence }) => ({ method, agent, confidence }),
    }),
  }),
})
