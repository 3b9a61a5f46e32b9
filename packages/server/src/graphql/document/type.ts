import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { fuzzyDate } from '../fuzzy-date.js'
import { ExternallyIdentified, TextPositionSelector, Versioned } from '../shared-types.js'
import { speakerList } from '../speaker/list.js'
import { statementList } from '../statement/list.js'

builder.prismaNode('Document', {
  id: { field: 'id', description: 'Global id.' },
  select: {},
  interfaces: [Versioned, ExternallyIdentified],
  description: 'Something that others cite: a resolution, a treaty, a transcript, a joint statement.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title.' }),
    identifier: t.exposeString('identifier', {
      nullable: true,
      description: 'What it is cited by, as printed: `S/RES/2231`.',
    }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Where it can be read.' }),
    date: t.field(fuzzyDate('date', 'When it was issued.')),
    issuers: t.field(
      connection(speakerList, {
        description: 'Who issued it.',
        link: sql`EXISTS (SELECT FROM "DocumentIssuer" l WHERE l."speakerId" = t.id AND l."documentId" = p.id)`,
        filterable: false,
        sortable: false,
      }),
    ),
    citedBy: t.field(
      connection(statementList, {
        description: 'Statements that cite it.',
        link: sql`EXISTS (SELECT FROM "Reference" l WHERE l."statementId" = t.id AND l."documentId" = p.id)`,
      }),
    ),
  }),
})

builder.prismaObject('Reference', {
  select: {},
  description: 'A document cited in an article.',
  fields: (t) => ({
    document: t.relation('document', { description: 'What is cited.' }),
    asWritten: t.exposeString('asWritten', { description: 'The words that cite it.' }),
    position: t.field({
      type: TextPositionSelector,
      nullable: true,
      description: "Where they stand in the article's text; null when unknown.",
      select: { start: true, end: true },
      resolve: ({ start, end }) => (start === null || end === null ? null : { start, end }),
    }),
  }),
})
