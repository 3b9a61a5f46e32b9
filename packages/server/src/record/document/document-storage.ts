import type { Transaction } from '../../database/database.js'
import { fuzzyColumns, storedDate } from '../../dates/date-columns.js'
import type { DateFields } from '../../dates/fuzzy-date.js'
import { fold } from '../../text/fold.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import type { Given, Storage } from '../write/upsert.js'

/** The fields of a document that a person can edit, as revisions hold them: ids are global, sets are sorted. */
export type DocumentFields = {
  title: string
  identifier: string | null
  url: string | null
  date: DateFields | null
  issuerIds: string[]
}

/** How the fields of a document are stored. */
export function documentStorage(tx: Transaction): Storage<DocumentFields> {
  const columns = ({ title, identifier, url, date }: Given<DocumentFields>) => ({
    ...(title === undefined ? {} : { title, titleFolded: fold(title) }),
    ...(identifier === undefined ? {} : { identifier, identifierFolded: identifier && fold(identifier) }),
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { ...fuzzyColumns('date', date), dateAsWritten: date?.asWritten ?? null }),
  })
  const issuers = (ids: string[] | undefined) =>
    (ids ?? []).map((speakerId) => ({ speakerId: uuidOf(speakerId) }))
  return {
    noun: 'Document',
    async read(id) {
      const row = await tx.document.findUniqueOrThrow({
        where: { id },
        select: {
          ...{
            title: true,
            identifier: true,
            url: true,
            dateEdtf: true,
            dateBasis: true,
            dateAsWritten: true,
          },
          issuers: { select: { speakerId: true } },
        },
      })
      const { title, identifier, url } = row
      return {
        ...{ title, identifier, url, date: storedDate(row.dateEdtf, row.dateBasis, row.dateAsWritten) },
        issuerIds: row.issuers.map(({ speakerId }) => encodeGlobalId('Speaker', speakerId)).sort(),
      }
    },
    async create(id, fields) {
      const { title = '' } = fields
      await tx.document.create({
        data: {
          ...{ id, title, titleFolded: fold(title), ...columns(fields) },
          issuers: { createMany: { data: issuers(fields.issuerIds) } },
        },
      })
    },
    async update(id, fields) {
      const data = issuers(fields.issuerIds)
      await tx.document.update({
        where: { id },
        data: {
          ...columns(fields),
          ...(fields.issuerIds ? { issuers: { deleteMany: {}, createMany: { data } } } : {}),
        },
      })
    },
  }
}
