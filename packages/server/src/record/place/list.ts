import { anyOf, sql } from '../../database/sql.js'
import { checkCountry, containing } from '../lists/conditions.js'
import { field, type Maybe } from '../lists/filter-table.js'
import type { List } from '../lists/list.js'

export interface PlaceFilter {
  name?: Maybe<string>
  countryCodes?: Maybe<readonly string[]>
}

export const places: List<PlaceFilter, 'NAME'> = {
  model: 'Place',
  from: sql`"Place" t`,
  orders: { NAME: [{ column: sql`t."nameFolded"`, type: 'text' }] },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  filter: {
    name: field((name, { at }) => sql`t."nameFolded" LIKE ${containing(name, at)}`),
    countryCodes: field((codes, { at }) => {
      const checked = codes.map((code, index) => checkCountry(code, `${at}[${index}]`))
      return anyOf(sql`t."countryCode"`, checked, 'text')
    }),
  },
}
