import { idOf } from '../../record/global-id.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUp } from '../look-up.js'
import { ExternalIdInput } from '../shared-types.js'
import { eventList } from './list.js'

const EventBy = builder.inputType('EventBy', {
  isOneOf: true,
  description: 'Exactly one way to name an event.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    externalId: t.field({ type: ExternalIdInput, description: 'Id in another system.' }),
  }),
})

builder.queryFields((t) => ({
  event: t.prismaField({
    type: 'Event',
    nullable: true,
    description: 'One event; null when there is none.',
    args: { by: t.arg({ type: EventBy, required: true, description: 'Which.' }) },
    resolve: (query, _root, { by: { id, externalId } }, context) =>
      lookUp(context, 'Event', {
        query,
        where: externalId
          ? { externalIds: { some: { type: 'EVENT', ...externalId } } }
          : { id: idOf('Event', id ?? '', 'by.id') },
      }),
  }),
  events: t.field(connection(eventList, { description: 'All events, the latest first by default.' })),
}))
