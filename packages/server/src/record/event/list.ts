import { anyOf, sql } from '../../database/sql.js'
import { between, containing } from '../lists/conditions.js'
import { type Asked, field, idsField, type Maybe } from '../lists/filter-table.js'
import type { List } from '../lists/list.js'

export interface EventFilter {
  name?: Maybe<string>
  participantIds?: Maybe<readonly string[]>
  placeIds?: Maybe<readonly string[]>
  from?: Maybe<string>
  until?: Maybe<string>
}

export const events: List<EventFilter, 'DATE' | 'NAME'> = {
  model: 'Event',
  from: sql`"Event" t`,
  orders: {
    DATE: [{ column: sql`t."dateSort"`, type: 'date' }],
    NAME: [{ column: sql`t."nameFolded"`, type: 'text' }],
  },
  defaultOrder: { field: 'DATE', direction: 'DESC' },
  filter: {
    name: field((name, { at }) => sql`t."nameFolded" LIKE ${containing(name, at)}`),
    participantIds: idsField(
      'Speaker',
      (ids) => sql`EXISTS (SELECT FROM "EventParticipant" l WHERE l."eventId" = t.id
        AND ${anyOf(sql`l."speakerId"`, ids, 'uuid')})`,
    ),
    placeIds: idsField('Place', (ids) => anyOf(sql`t."placeId"`, ids, 'uuid')),
    from: { where: (_from, asked) => isBetween(asked) },
    until: { where: (_until, asked) => (asked.filter.from == null ? isBetween(asked) : []) },
  },
}

/** The condition that the event lies in the span of days. */
const isBetween = ({ filter: { from, until }, filterAt }: Asked<EventFilter>) =>
  between(
    {
      ...{ earliest: sql`t."dateEarliest"`, latest: sql`t."dateLatest"` },
      sort: (first, last) => sql`t."dateSort" BETWEEN ${first} AND ${last}`,
    },
    { from, until, names: `${filterAt}.from … until` },
  )
