import type { ComponentChildren } from 'preact'
import { type AddressFilter, addressWith, type ListBase } from '../record/address-filter.js'
import type { CardStatement, Count, FacetData, TimelineData } from '../record/shown.js'
import { countOf } from '../text/words.js'
import { Conditions, Facets } from './facets.js'
import { OtherForms } from './other-forms.js'
import { StatementList } from './statement-card.js'
import { TimelineChart } from './timeline-chart.js'

/** A page of a list of statements, and the counts over all of them. */
export interface ListingData {
  nodes: readonly CardStatement[]
  totalCount: Count
  facets: readonly FacetData[]
  timeline: TimelineData
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

export interface ListingProps extends ListingData {
  url: URL
  address: AddressFilter
  /** The facet that the page stands for: "SPEAKER" on a speaker's page. */
  without?: string
  heading?: string
  /** The parameter that stands for the page's subject in addresses of other forms of the list. */
  base?: ListBase
  /** The list in place of plain cards. */
  children?: ComponentChildren
}

/** A list of statements with what narrows it, a chart, and the way on. */
export function Listing({
  url,
  address,
  without,
  children,
  heading = 'Statements',
  base,
  ...data
}: ListingProps) {
  const { nodes, totalCount, facets, timeline, pageInfo } = data
  const { conditions, after } = address
  return (
    <section class="listing" aria-label={heading}>
      <div class="list">
        <h2>
          {heading} <small>{countOf(totalCount)}</small>
        </h2>
        <Conditions facets={facets} conditions={conditions} url={url} />
        {after === undefined && <TimelineChart timeline={timeline} url={url} />}
        {children ?? <StatementList statements={nodes} withoutSpeaker={without === 'SPEAKER'} />}
        {totalCount.value === 0 && <p class="nothing">There are no statements here.</p>}
        <Pager url={url} pageInfo={pageInfo} isFirst={after === undefined} />
        {totalCount.value > 0 && <OtherForms name="statements" address={address} base={base} isFollowed />}
      </div>
      <Facets facets={facets} conditions={conditions} url={url} without={without} />
    </section>
  )
}

export interface PagerProps {
  url: URL
  pageInfo: ListingData['pageInfo']
  isFirst: boolean
}

/** The links to the first and the next page of a list; nothing when it has only one. */
export function Pager({ url, pageInfo, isFirst }: PagerProps) {
  const { hasNextPage, endCursor } = pageInfo
  return (
    <PageLinks
      first={isFirst ? null : addressWith(url, {})}
      next={hasNextPage && endCursor ? addressWith(url, { after: endCursor }) : null}
    />
  )
}

/** Links to the first page and the next one, where there are any. */
export function PageLinks({ first, next }: { first: string | null; next: string | null }) {
  if (first === null && next === null) return null
  return (
    <nav class="pager" aria-label="Pages">
      {first !== null && (
        <a href={first} rel="first">
          First page
        </a>
      )}
      {next !== null && (
        <a href={next} rel="next">
          Next page
        </a>
      )}
    </nav>
  )
}
