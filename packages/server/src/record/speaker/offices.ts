import type { Transaction } from '../../database/database.js'
import { storedDate } from '../../dates/date-columns.js'
import type { DateFields } from '../../dates/fuzzy-date.js'
import { encodeGlobalId } from '../global-id.js'

/** An office as revisions hold it; its ids are global ids. */
export interface Office {
  role: string | null
  organizationId: string | null
  placeId: string | null
  from: DateFields | null
  until: DateFields | null
}

/**
 * Reads the offices of speakers with one SQL statement.
 *
 * @returns a function that gives the offices of a speaker by UUID, in the order of the input.
 */
export async function storedOffices(
  tx: Transaction,
  speakerIds: string[],
): Promise<(id: string) => Office[]> {
  const rowsOf = await storedOfficeRows(tx, speakerIds)
  return (id) => rowsOf(id).map(({ office }) => office)
}

/** Reads the offices of speakers, as {@link storedOffices} does, with the ids of their rows. */
export async function storedOfficeRows(
  tx: Transaction,
  speakerIds: string[],
): Promise<(id: string) => { id: string; office: Office }[]> {
  const rows = await tx.affiliation.findMany({
    where: { speakerId: { in: speakerIds } },
    orderBy: { id: 'asc' },
  })
  const bySpeaker = Map.groupBy(rows, ({ speakerId }) => speakerId)
  return (id) =>
    (bySpeaker.get(id) ?? []).map((row) => ({
      id: row.id,
      office: {
        role: row.role,
        organizationId: row.organizationId && encodeGlobalId('Speaker', row.organizationId),
        placeId: row.placeId && encodeGlobalId('Place', row.placeId),
        from: storedDate(row.fromEdtf, row.fromBasis, null),
        until: storedDate(row.untilEdtf, row.untilBasis, null),
      },
    }))
}
