import { sql } from '../../database/sql.js'
import { fold } from '../../text/fold.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField, wikidataKey } from '../look-up-field.js'
import { placeList } from './list.js'

const PlaceNameInput = builder.inputType('PlaceNameInput', {
  description: 'The name of a place, with its country: no two places have both alike.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'The whole name; case and diacritics do not matter.' }),
    countryCode: t.string({
      description: 'Its country, ISO 3166-1 alpha-2: `CH`; null or absent for a place of unknown country.',
    }),
  }),
})

type PlaceName = typeof PlaceNameInput.$inferInput

lookUpField('Place', {
  keys: {
    name: {
      type: PlaceNameInput,
      description: 'Its name, with its country.',
      where: ({ name, countryCode = null }: PlaceName) =>
        sql`t."nameFolded" = ${fold(name)} AND t."countryCode" IS NOT DISTINCT FROM ${countryCode}`,
    },
    wikidataId: wikidataKey('Place'),
  },
})

builder.queryField('places', (t) =>
  t.field(connection(placeList, { description: 'All places, by name by default.' })),
)
