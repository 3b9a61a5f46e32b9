import { type PlaceFilter, places } from '../../record/place/list.js'
import { filterInput, whichOf } from '../filter-input.js'
import { listType } from '../list-type.js'

const PlaceFilterInput = filterInput<PlaceFilter>('Place', whichOf('places'), (t) => ({
  name: t.string({ description: 'Part of the name; case and diacritics do not matter.' }),
  countryCodes: t.stringList({ description: 'In one of these countries, ISO 3166-1 alpha-2: `CH`.' }),
}))

export const placeList = listType(places, {
  filter: PlaceFilterInput,
  orders: { NAME: 'The name, case and diacritics folded.' },
})
