import { builder } from '../schema/builder.js'
import { anyOf, checkCountry, containing, type Sql, sql } from '../schema/filter.js'
import { type List, orderInput } from '../schema/list.js'

const filterInput = builder.inputType('PlaceFilter', {
  description: 'Which places: all conditions given hold. Null is an error, an empty list matches nothing.',
  fields: (t) => ({
    name: t.string({ description: 'Part of the name; case and diacritics do not matter.' }),
    countryCodes: t.stringList({ description: 'In one of these countries, ISO 3166-1 alpha-2: `CH`.' }),
  }),
})

type PlaceFilter = typeof filterInput.$inferInput

export const places: List<PlaceFilter> = {
  model: 'Place',
  from: sql`"Place" t`,
  orders: { NAME: [{ column: sql`t."nameFolded"`, type: 'text' }] },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  orderInput: orderInput('Place', { NAME: 'The name, case and diacritics folded.' }, 'ASC'),
  filterInput,
  where: ({ name, countryCodes }, at) => [
    ...(name == null ? [] : [sql`t."nameFolded" LIKE ${containing(name, `${at}.name`)}`]),
    ...(countryCodes == null ? [] : [inCountries(countryCodes, `${at}.countryCodes`)]),
  ],
}

function inCountries(codes: readonly string[], at: string): Sql {
  const checked = codes.map((code, index) => checkCountry(code, `${at}[${index}]`))
  return anyOf(sql`t."countryCode"`, checked, 'text')
}
