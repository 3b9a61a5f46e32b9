import { type EventFilter, events } from '../../record/event/list.js'
import { filterInput, whichOf } from '../filter-input.js'
import { listType } from '../list-type.js'

const EventFilterInput = filterInput<EventFilter>('Event', whichOf('events'), (t) => ({
  name: t.string({ description: 'Part of the name; case and diacritics do not matter.' }),
  participantIds: t.idList({ description: 'One of these speakers took part.' }),
  placeIds: t.idList({ description: 'At one of these places.' }),
  from: t.field({
    type: 'Date',
    description:
      'On this day or later, whichever day of a partial date it was; events of unknown date are left out.',
  }),
  until: t.field({
    type: 'Date',
    description:
      'On this day or earlier, whichever day of a partial date it was; events of unknown date are left out.',
  }),
}))

export const eventList = listType(events, {
  filter: EventFilterInput,
  orders: {
    DATE: 'When it was; unknown dates count as the oldest.',
    NAME: 'The name, case and diacritics folded.',
  },
})
