import { eventStorage } from '../../record/event/event-storage.js'
import { given, wrong } from '../../record/write/input.js'
import { line } from '../../record/write/line.js'
import { readDate } from '../../record/write/read-date.js'
import { resolveId, resolveSet } from '../../record/write/references.js'
import { lockUpsert, saveUpsert } from '../../record/write/upsert.js'
import type { InputFields } from '../builder.js'
import { FuzzyDateInput } from '../fuzzy-date-input.js'
import { mutation, resultUnion } from '../mutation.js'
import { StatementMedium } from '../statement/enums.js'
import { upsertKeys } from '../upsert-keys.js'
import { success } from '../written.js'

const MOST_PARTICIPANTS = 200

const EventResult = resultUnion('EventResult', success('Event'), 'What came of a write to an event.')

const inputFields = (t: InputFields) => ({
  ...upsertKeys(t, 'event', 'one is made'),
  name: t.string({ description: 'What it is called: "Merrow Bank talks". Needed for a new one.' }),
  medium: t.field({
    type: StatementMedium,
    description: 'The medium of what was spoken at it; UNKNOWN when a new event is made without it.',
  }),
  date: t.field({
    type: FuzzyDateInput,
    description: 'The date of the event; null when it is not known any more.',
  }),
  placeId: t.id({ description: 'Global id of the place where it was; null when it is not known any more.' }),
  participantIds: t.idList({
    description: `All who took part, instead of those stored; at most ${MOST_PARTICIPANTS}.`,
  }),
})

mutation('eventUpsert', {
  description: 'Makes an event, or changes the one that the input names.',
  scope: 'editor',
  result: EventResult,
  inputDescription: 'An event to be made or changed. What is absent stays as it is.',
  inputFields,
  run: async (input, transact) => {
    const { medium, date, externalId } = input
    if (medium === null) throw wrong(['input', 'medium'], 'is null: pass UNKNOWN when it is not known')
    const fields = {
      medium,
      name: given(input.name, ['input', 'name'], line),
      date: date === undefined ? undefined : readDate(date, ['input', 'date']),
    }
    return transact(async ({ tx, record }) => {
      const locked = await lockUpsert({ tx }, 'Event', input)
      if (!locked && fields.name === undefined)
        throw wrong(['input', 'name'], 'is missing: a new event needs one')
      const placeId = await resolveId(tx, 'Place', input.placeId, ['input', 'placeId'])
      const path = ['input', 'participantIds']
      const participantIds = await resolveSet(tx, 'Speaker', input.participantIds, path, MOST_PARTICIPANTS)
      const all = { ...fields, placeId, participantIds }
      return saveUpsert({ tx, record }, eventStorage(tx), locked, all, externalId)
    })
  },
})
