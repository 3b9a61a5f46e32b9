import { builder } from '../schema/builder.js'
import { anyOf, between, containing, sql } from '../schema/filter.js'
import { idsOf } from '../schema/global-id.js'
import { type List, orderInput } from '../schema/list.js'

const filterInput = builder.inputType('EventFilter', {
  description: 'Which events: all conditions given hold. Null is an error, an empty list matches nothing.',
  fields: (t) => ({
    name: t.string({ description: 'Part of the name; case and diacritics do not matter.' }),
    participantIds: t.idList({ description: 'One of these speakers took part.' }),
    placeIds: t.idList({ description: 'At one of these places.' }),
    from: t.field({
      type: 'Date',
      description:
        'On this day or later, whichever day of a partial date it was; events of unknown date are left out.',
    }),
    until: t.field({ type: 'Date', description: 'On this day or earlier, likewise.' }),
  }),
})

type EventFilter = typeof filterInput.$inferInput

export const events: List<EventFilter> = {
  model: 'Event',
  from: sql`"Event" t`,
  orders: {
    DATE: [{ column: sql`t."dateSort"`, type: 'date' }],
    NAME: [{ column: sql`t."nameFolded"`, type: 'text' }],
  },
  defaultOrder: { field: 'DATE', direction: 'DESC' },
  orderInput: orderInput(
    'Event',
    {
      DATE: 'When it was; unknown dates count as the oldest.',
      NAME: 'The name, case and diacritics folded.',
    },
    'DESC',
  ),
  filterInput,
  where: ({ name, participantIds, placeIds, from, until }, at) => [
    ...(name == null ? [] : [sql`t."nameFolded" LIKE ${containing(name, `${at}.name`)}`]),
    ...(participantIds == null
      ? []
      : [
          sql`EXISTS (SELECT FROM "EventParticipant" l WHERE l."eventId" = t.id
            AND ${anyOf(sql`l."speakerId"`, idsOf('Speaker', participantIds, `${at}.participantIds`), 'uuid')})`,
        ]),
    ...(placeIds == null
      ? []
      : [anyOf(sql`t."placeId"`, idsOf('Place', placeIds, `${at}.placeIds`), 'uuid')]),
    ...between(
      {
        ...{ earliest: sql`t."dateEarliest"`, latest: sql`t."dateLatest"` },
        sort: (first, last) => sql`t."dateSort" BETWEEN ${first} AND ${last}`,
      },
      { from, until, names: `${at}.from … until` },
    ),
  ],
}
