import type { Transaction } from '../../database/database.js'
import { fuzzyColumns, storedDate } from '../../dates/date-columns.js'
import type { DateFields } from '../../dates/fuzzy-date.js'
import type { StatementMedium as Medium } from '../../generated/prisma/enums.js'
import { encodeGlobalId, uuidOf } from '../../record/global-id.js'
import { given, wrong } from '../../record/write/input.js'
import { line } from '../../record/write/line.js'
import { readDate } from '../../record/write/read-date.js'
import { resolveId, resolveSet } from '../../record/write/references.js'
import { type Given, lockUpsert, type Storage, saveUpsert } from '../../record/write/upsert.js'
import { fold } from '../../text/fold.js'
import type { InputFields } from '../builder.js'
import { FuzzyDateInput } from '../fuzzy-date-input.js'
import { mutation, resultUnion } from '../mutation.js'
import { StatementMedium } from '../statement/enums.js'
import { upsertKeys } from '../upsert-keys.js'
import { success } from '../written.js'

const MOST_PARTICIPANTS = 200

/** What a person can edit of an event, as revisions hold it: ids are global, sets are sorted. */
type EventFields = {
  name: string
  medium: Medium
  date: DateFields | null
  placeId: string | null
  participantIds: string[]
}

const EventResult = resultUnion('EventResult', success('Event'), 'What came of a write to an event.')

const inputFields = (t: InputFields) => ({
  ...upsertKeys(t, 'event', 'one is made'),
  name: t.string({ description: 'What it is called: "Merrow Bank talks". Needed for a new one.' }),
  medium: t.field({
    type: StatementMedium,
    description: 'What was spoken at it; UNKNOWN for a new one without.',
  }),
  date: t.field({
    type: FuzzyDateInput,
    description: 'The date of the event; null when it is not known any more.',
  }),
  placeId: t.id({ description: 'Where it was; null when it is not known any more.' }),
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

function eventStorage(tx: Transaction): Storage<EventFields> {
  const columns = ({ name, medium, date, placeId }: Given<EventFields>) => ({
    ...(name === undefined ? {} : { name, nameFolded: fold(name) }),
    ...(medium === undefined ? {} : { medium }),
    ...(date === undefined ? {} : { ...fuzzyColumns('date', date), dateAsWritten: date?.asWritten ?? null }),
    ...(placeId === undefined ? {} : { placeId: placeId && uuidOf(placeId) }),
  })
  const participants = (ids: string[] | undefined) =>
    (ids ?? []).map((speakerId) => ({ speakerId: uuidOf(speakerId) }))
  return {
    noun: 'Event',
    async read(id) {
      const row = await tx.event.findUniqueOrThrow({
        where: { id },
        select: {
          ...{
            name: true,
            medium: true,
            placeId: true,
            dateEdtf: true,
            dateBasis: true,
            dateAsWritten: true,
          },
          participants: { select: { speakerId: true } },
        },
      })
      const { name, medium, placeId } = row
      return {
        ...{ name, medium, date: storedDate(row.dateEdtf, row.dateBasis, row.dateAsWritten) },
        placeId: placeId && encodeGlobalId('Place', placeId),
        participantIds: row.participants.map(({ speakerId }) => encodeGlobalId('Speaker', speakerId)).sort(),
      }
    },
    async create(id, fields) {
      const { name = '' } = fields
      await tx.event.create({
        data: {
          ...{ id, name, nameFolded: fold(name), ...columns(fields) },
          participants: { createMany: { data: participants(fields.participantIds) } },
        },
      })
    },
    async update(id, fields) {
      const data = participants(fields.participantIds)
      await tx.event.update({
        where: { id },
        data: {
          ...columns(fields),
          ...(fields.participantIds ? { participants: { deleteMany: {}, createMany: { data } } } : {}),
        },
      })
    },
  }
}
