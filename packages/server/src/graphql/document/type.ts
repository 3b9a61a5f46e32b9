import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { fuzzyDate } from '../fuzzy-date.js'
import { ExternallyIdentified, TextPositionSelector, Versioned } from '../shared-types.js'
import { speakerList } from '../speaker/list.js'
import { statementList } from '../statement/list.js'

builder.prismaNode('Document', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [Versioned, ExternallyIdentified],
  description: 'Something that others cite: a resolution, a treaty, a transcript, a joint statement.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title, as printed.' }),
    identifier: t.exposeString('identifier', {
      nullable: true,
      description: 'What it is cited by, as printed: `S/RES/2231`.',
    }),
    url: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Where it can be read; null when unknown.',
    }),
    date: t.field(fuzzyDate('date', 'When it was issued.')),
    issuers: t.field(
      connection(speakerList, {
        description: 'The speakers who issued it.',
        through: { table: 'DocumentIssuer', own: 'documentId', other: 'speakerId' },
        shown: true,
        filterable: false,
        sortable: false,
      }),
    ),
    citedBy: t.field(
      connection(statementList, {
        description: 'Statements that cite it.',
        link: { table: 'Reference', own: 'documentId', other: 'statementId' },
      }),
    ),
  }),
})

builder.prismaObject('Reference', {
  select: {},
  description: 'A citation: a document, and the words that cite it.',
  fields: (t) => ({
    document: t.relation('document', { description: 'The document that is cited.' }),
    asWritten: t.exposeString('asWritten', {
      description: 'The words that cite the document: "the treaty".',
    }),
    position: t.field({
      type: TextPositionSelector,
      nullable: true,
      description: "Where they stand in the article's text; null when unknown.",
      select: { start: true, end: true },
      resolve: ({ start, end }) => (start === null || end === null ? null : { start, end }),
    }),
  }),
})
