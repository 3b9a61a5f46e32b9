import type { Named } from '../record/shown.js'
import type { ShownDate } from '../text/fuzzy-date.js'
import { dateWords } from '../text/fuzzy-date.js'
import { DateText, PageLink } from './links.js'

export interface OfficeProps {
  role: string | null
  organization: Named | null
  place: { name: string } | null
  from: ShownDate
  until: ShownDate
}

/** An office: the role, where it is held, and when. */
export function Office({ role, organization, place, from, until }: OfficeProps) {
  return (
    <>
      <bdi>{role ?? 'With'}</bdi>
      {organization && (
        <>
          {role ? ', ' : ' '}
          <PageLink to={organization} folder="speakers" />
        </>
      )}
      {place && (
        <>
          , <bdi>{place.name}</bdi>
        </>
      )}
      {(dateWords(from) || dateWords(until)) && (
        <span class="faint">
          {' '}
          <DateText date={from} /> – <DateText date={until} />
        </span>
      )}
    </>
  )
}
