import type { Transaction } from '../../database/database.js'
import { fold } from '../../text/fold.js'
import type { Storage } from '../write/upsert.js'

/** The fields of a place that a person can edit, as revisions hold them. */
export type PlaceFields = {
  name: string
  countryCode: string | null
  wikidataId: string | null
}

/** How the fields of a place are stored. */
export function placeStorage(tx: Transaction): Storage<PlaceFields> {
  return {
    noun: 'Place',
    read: (id) =>
      tx.place.findUniqueOrThrow({
        where: { id },
        select: { name: true, countryCode: true, wikidataId: true },
      }),
    async create(id, { name = '', countryCode, wikidataId }) {
      const optional = { countryCode: countryCode ?? null, wikidataId: wikidataId ?? null }
      await tx.place.create({ data: { id, name, nameFolded: fold(name), ...optional } })
    },
    async update(id, { name, countryCode, wikidataId }) {
      await tx.place.update({
        where: { id },
        data: {
          ...(name === undefined ? {} : { name, nameFolded: fold(name) }),
          ...(countryCode === undefined ? {} : { countryCode }),
          ...(wikidataId === undefined ? {} : { wikidataId }),
        },
      })
    },
  }
}
