import type { AffiliationInput } from '@onrecord/sdk'
import type { Named } from '../../record/shown.js'
import type { FormOf } from './editing.js'
import type { Office } from './speaker.js'
import { isSame, officesOf } from './speaker-patch.js'

/** What is typed of an office. */
export interface OfficeDraft {
  role: string
  organization: Named | null
  place: Named | null
  from: string
  until: string
}

export const NO_OFFICE: OfficeDraft = { role: '', organization: null, place: null, from: '', until: '' }

/** The form of a speaker's offices. */
export const OFFICES: FormOf<readonly OfficeDraft[]> = {
  name: 'offices',
  draftOf: ({ affiliations }) => (affiliations.length > 0 ? affiliations.map(draftOf) : [NO_OFFICE]),
  writeOf(draft, base) {
    const affiliations = draft
      .filter((office) => !isEmpty(office))
      .map((office) => inputOf(office, base.affiliations))
    if (isSame(affiliations, officesOf(base))) return null
    return { kind: 'offices', input: { id: base.id, expectedVersion: base.version, affiliations } }
  },
  rebased: (draft, base, now) => (isSame(draft, OFFICES.draftOf(base)) ? OFFICES.draftOf(now) : draft),
}

const draftOf = ({ role, organization, place, from, until }: Office): OfficeDraft => ({
  role: role ?? '',
  organization: organization && { id: organization.id, name: organization.name },
  place: place && { id: place.id, name: place.name },
  from: from.edtf ?? '',
  until: until.edtf ?? '',
})

const isEmpty = (office: OfficeDraft): boolean => isSame(office, NO_OFFICE)

function inputOf(
  { role, organization, place, from, until }: OfficeDraft,
  before: readonly Office[],
): AffiliationInput {
  const dates = before.flatMap((office) => [office.from, office.until])
  const dateOf = (typed: string): AffiliationInput['from'] => {
    const edtf = typed.trim()
    if (edtf === '') return null
    // A date that stays keeps how it is known; one that an editor types comes from elsewhere than the articles.
    const basis = (dates.find((date) => date.edtf === edtf)?.basis ?? 'EXTERNAL') as 'EXTERNAL'
    return { edtf, basis }
  }
  return {
    role: role.trim() || null,
    organizationId: organization?.id ?? null,
    placeId: place?.id ?? null,
    from: dateOf(from),
    until: dateOf(until),
  }
}
