import { readBy } from '@onrecord/pothos-read-plan'
import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { TextPositionSelector } from '../shared-types.js'
import { AlterationKind, AnchorStatus, AttributionBasis, AttributionRole } from './enums.js'
import { statementList } from './list.js'

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
      ...readBy({ columns: { start: 'start', end: 'end' } }),
    }),
    quote: t.field({
      type: TextQuoteSelector,
      description: 'The words at the place, and those around them.',
      ...readBy({ columns: { exact: 'exact', prefix: 'prefix', suffix: 'suffix' } }),
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

builder.prismaObject('Alteration', {
  select: {},
  description: 'A change by the article\'s author inside the quotation marks: "(so far)", "[t]he".',
  fields: (t) => ({
    kind: t.expose('kind', { type: AlterationKind, description: 'What the author did to the words.' }),
    position: t.field({
      type: TextPositionSelector,
      description: "Where it stands in the text of the statement's anchors.",
      ...readBy({ columns: { start: 'start', end: 'end' } }),
    }),
  }),
})

builder.prismaNode('StatementThread', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'Statements that belong together: posts of one thread, paragraphs of one answer.',
  fields: (t) => ({
    statements: t.field(
      connection(statementList, {
        description:
          'Its statements; in order with `orderBy: { field: POSITION_IN_ARTICLE, direction: ASC }`.',
        link: sql`t."threadId" = p.id`,
      }),
    ),
  }),
})
