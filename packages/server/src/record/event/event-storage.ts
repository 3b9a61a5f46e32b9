import type { Transaction } from '../../database/database.js'
import { fuzzyColumns, storedDate } from '../../dates/date-columns.js'
import type { DateFields } from '../../dates/fuzzy-date.js'
import type { StatementMedium } from '../../generated/prisma/enums.js'
import { fold } from '../../text/fold.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import type { Given, Storage } from '../write/upsert.js'

/** The fields of an event that a person can edit, as revisions hold them: ids are global, sets are sorted. */
export type EventFields = {
  name: string
  medium: StatementMedium
  date: DateFields | null
  placeId: string | null
  participantIds: string[]
}

/** How the fields of an event are stored. */
export function eventStorage(tx: Transaction): Storage<EventFields> {
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
