import type { AffiliationFilter } from '../../record/speaker/affiliation-filter.js'
import { filterInput } from '../filter-input.js'

export const AffiliationFilterInput = filterInput<AffiliationFilter>(
  'Affiliation',
  'Which office: all conditions given hold, and at least one is given.',
  (t) => ({
    role: t.string({
      description: 'Part of the role, such as `foreign minister`; case and diacritics do not matter.',
    }),
    organizationId: t.id({ description: 'At this organisation, a speaker.' }),
    countryCode: t.string({ description: 'At a place in this country: two letters of ISO 3166-1, `GB`.' }),
  }),
)
