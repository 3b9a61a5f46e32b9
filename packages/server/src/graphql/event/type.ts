import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { fuzzyDate } from '../fuzzy-date.js'
import { ExternallyIdentified, Versioned } from '../shared-types.js'
import { speakerList } from '../speaker/list.js'
import { StatementMedium } from '../statement/enums.js'
import { statementList } from '../statement/list.js'

builder.prismaNode('Event', {
  id: { field: 'id', description: 'Global id.' },
  select: {},
  interfaces: [Versioned, ExternallyIdentified],
  description: 'Something at which words were spoken: a press conference, a session, a summit.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
    medium: t.expose('medium', { type: StatementMedium, description: 'What was spoken at it.' }),
    date: t.field(fuzzyDate('date', 'When it was.')),
    place: t.relation('place', { nullable: true, description: 'Where it was; null when unknown.' }),
    participants: t.field(
      connection(speakerList, {
        description: 'Who took part, whether they are quoted or not.',
        link: sql`EXISTS (SELECT FROM "EventParticipant" l WHERE l."speakerId" = t.id AND l."eventId" = p.id)`,
        filterable: false,
        sortable: false,
      }),
    ),
    statements: t.field(
      connection(statementList, {
        description: 'What was said ahead of it, at it and after it: see `eventPhase`.',
        link: sql`t."eventId" = p.id`,
      }),
    ),
  }),
})
