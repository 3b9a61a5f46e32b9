import { sql } from '../../database/sql.js'
import { MOST_PARTS } from '../../record/most-parts.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpById } from '../look-up.js'
import { TextPositionSelector } from '../shared-types.js'
import { speakerList } from '../speaker/list.js'
import { AlterationKind, EventPhase } from './enums.js'
import { statementList } from './list.js'

builder.prismaObject('Alteration', {
  select: {},
  description: 'A change by the article\'s author inside the quotation marks: "(so far)", "[t]he".',
  fields: (t) => ({
    kind: t.expose('kind', { type: AlterationKind, description: 'What the author did to the words.' }),
    position: t.field({
      type: TextPositionSelector,
      description: "Where it stands in the text of the statement's anchors.",
      select: { start: true, end: true },
      resolve: ({ start, end }) => ({ start, end }),
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

/** What a statement was said at, about, inside of and next to. */
builder.prismaObjectFields('Statement', (t) => ({
  alterations: t.relation('alterations', {
    description: 'What the author changed inside the quotation marks, in order; at most 100.',
    query: { orderBy: { position: 'asc' }, take: MOST_PARTS.alterations },
  }),
  event: t.relation('event', {
    nullable: true,
    description: 'What it was said at or about; null when unknown.',
  }),
  eventPhase: t.expose('eventPhase', {
    type: EventPhase,
    nullable: true,
    description: 'Whether it was said before, at or after its event; null when unknown.',
  }),
  place: t.relation('place', { nullable: true, description: 'Where it was said; null when unknown.' }),
  mentions: t.field(
    connection(speakerList, {
      description: 'Who is named in it without speaking in it.',
      link: sql`EXISTS (SELECT FROM "StatementMention" l WHERE l."speakerId" = t.id AND l."statementId" = p.id)`,
      filterable: false,
      sortable: false,
    }),
  ),
  references: t.relation('references', {
    description: 'Documents that it cites, in order; at most 100.',
    query: { orderBy: [{ start: 'asc' }, { id: 'asc' }], take: MOST_PARTS.references },
  }),
  within: t.field({
    type: 'Statement' as never,
    nullable: true,
    description: 'The statement that it is quoted inside; null when it stands by itself.',
    select: { withinId: true },
    resolve: ({ withinId }, _args, context, info) =>
      lookUpById(context, info, 'Statement', withinId) as never,
  }),
  inner: t.field(
    connection(statementList, {
      description: 'Statements quoted inside it.',
      link: sql`t."withinId" = p.id`,
      filterable: false,
      sortable: false,
    }),
  ),
  thread: t.relation('thread', {
    nullable: true,
    description: 'The thread that it is part of; null when it is in none.',
  }),
  utterance: t.relation('utterance', {
    nullable: true,
    description: 'The act of speech that it reports, when other reports of it are known.',
  }),
}))
