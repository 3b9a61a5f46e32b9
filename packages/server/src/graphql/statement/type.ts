import { readBy } from '@onrecord/pothos-read-plan'
import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import type { Context } from '../context.js'
import { ExternallyIdentified, Versioned } from '../shared-types.js'
import { ExtractionMethod, ReviewStatus } from './enums.js'
import { statementList } from './list.js'

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
    speaker: t.field({
      type: 'Speaker' as never,
      nullable: true,
      description: 'Who said it: the speaker of the first attribution; null when the article names nobody.',
      ...readBy<object, Context>({
        rows: () => ({
          model: 'Speaker',
          from: sql`"Attribution" a LEFT JOIN "Speaker" t ON t.id = a."speakerId"`,
          where: [sql`a."statementId" = p.id`],
          orderBy: [{ by: sql`a.position`, direction: 'ASC' }],
          limit: 1,
        }),
      }),
    }),
    inner: t.field(
      connection(statementList, {
        description: 'Statements quoted inside it.',
        link: sql`t."withinId" = p.id`,
        filterable: false,
        sortable: false,
      }),
    ),
    utterance: t.relation('utterance', {
      nullable: true,
      description: 'The act of speech that it reports, when other reports of it are known.',
    }),
    reviewStatus: t.expose('reviewStatus', {
      type: ReviewStatus,
      description: 'Whether a person stands behind it: not yet, yes, no, or not any more.',
    }),
    provenance: t.field({
      type: Provenance,
      description: 'By whom or what it came into the record, and how sure that was.',
      ...readBy({ columns: { method: 'method', agent: 'agent', confidence: 'confidence' } }),
    }),
  }),
})
