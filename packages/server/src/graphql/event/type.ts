import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { fuzzyDate } from '../fuzzy-date.js'
import { ExternallyIdentified, Versioned } from '../shared-types.js'
import { speakerList } from '../speaker/list.js'
import { StatementMedium } from '../statement/enums.js'
import { statementList } from '../statement/list.js'

builder.prismaNode('Event', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [Versioned, ExternallyIdentified],
  description: 'Something at which words were spoken: a press conference, a session, a summit.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called: "Merrow Bank talks".' }),
    medium: t.expose('medium', {
      type: StatementMedium,
      description: 'The medium of what was spoken at it, such as PRESS_CONFERENCE; UNKNOWN when nobody said.',
    }),
    date: t.field(fuzzyDate('date', 'When it was.')),
    place: t.relation('place', { nullable: true, description: 'Where it was; null when unknown.' }),
    participants: t.field(
      connection(speakerList, {
        description: 'Who took part, whether they are quoted or not.',
        through: { table: 'EventParticipant', own: 'eventId', other: 'speakerId' },
        shown: true,
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
