import { type SiteFilter, sites } from '../../record/site/list.js'
import { filterInput } from '../filter-input.js'
import { listType } from '../list-type.js'

const SiteFilterInput = filterInput<SiteFilter>('Site', 'Which sites: all conditions given hold.', (t) => ({
  name: t.string({ description: 'Part of the name or domain; case and diacritics do not matter.' }),
}))

export const siteList = listType(sites, {
  filter: SiteFilterInput,
  orders: { NAME: 'The name, case and diacritics folded.' },
})
