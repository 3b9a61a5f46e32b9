import { addressWith, type Condition, parameterValue } from '../record/address-filter.js'
import type { FacetData } from '../record/shown.js'
import { dayWords } from '../text/fuzzy-date.js'
import { handleOf } from '../text/handle.js'
import { wordFor } from '../text/kinds.js'
import { grouped } from '../text/words.js'

const FACETS: Readonly<Record<string, { title: string; parameter: string; isObject: boolean }>> = {
  SPEAKER: { title: 'Speaker', parameter: 'speaker', isObject: true },
  TOPIC: { title: 'Topic', parameter: 'topic', isObject: true },
  SITE: { title: 'Site', parameter: 'site', isObject: true },
  KIND: { title: 'How it is quoted', parameter: 'kind', isObject: false },
  MEDIUM: { title: 'Where it was said', parameter: 'medium', isObject: false },
  REVIEW_STATUS: { title: 'Review', parameter: 'reviewed', isObject: false },
}

export interface FacetsProps {
  facets: readonly FacetData[]
  conditions: readonly Condition[]
  url: URL
  /** A facet that the page itself stands for. */
  without?: string | undefined
}

/** The values that a list can be narrowed by, each a link. */
export function Facets({ facets, conditions, url, without }: FacetsProps) {
  const shown = facets.filter(({ by, buckets }) => by !== without && FACETS[by] && buckets.length > 1)
  if (shown.length === 0) return null
  return (
    <details class="facets" open>
      <summary>Narrow down</summary>
      {shown.map((facet) => (
        <Facet facet={facet} conditions={conditions} url={url} key={facet.by} />
      ))}
    </details>
  )
}

function Facet({ facet, conditions, url }: { facet: FacetData; conditions: readonly Condition[]; url: URL }) {
  const { title, parameter, isObject } = FACETS[facet.by] as (typeof FACETS)[string]
  const chosen = new Set(
    conditions.filter((condition) => condition.parameter === parameter).map(({ key }) => key),
  )
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {facet.buckets
          .filter(({ key }) => !chosen.has(key))
          .map(({ key, label, count }) => {
            const value = isObject ? handleOf(key, label) : parameterValue(key)
            return (
              <li key={key}>
                <a href={addressWith(url, { [parameter]: value })} rel="nofollow">
                  <bdi>{isObject ? label : wordFor(key)}</bdi>
                </a>{' '}
                <small>
                  {grouped(count)}
                  {facet.isExact ? '' : '+'}
                </small>
              </li>
            )
          })}
      </ul>
    </section>
  )
}

/** The conditions of an address, each with a link that takes it away. */
export function Conditions({ facets, conditions, url }: Omit<FacetsProps, 'without'>) {
  if (conditions.length === 0) return null
  const labels = new Map(facets.flatMap(({ buckets }) => buckets.map(({ key, label }) => [key, label])))
  return (
    <ul class="conditions" aria-label="The list is narrowed down to">
      {conditions.map((condition) => {
        const { parameter, value } = condition
        const left = conditions.filter((one) => one.parameter === parameter && one !== condition)
        const name = nameOf(condition, labels)
        return (
          <li key={`${parameter} ${value}`}>
            <bdi>{name}</bdi>{' '}
            <a
              href={addressWith(url, { [parameter]: left.map((one) => one.value) })}
              aria-label={`Without ${name}`}
            >
              ×
            </a>
          </li>
        )
      })}
    </ul>
  )
}

function nameOf({ parameter, key, label }: Condition, labels: ReadonlyMap<string, string>): string {
  if (parameter === 'from') return `from ${dayWords(key)}`
  if (parameter === 'until') return `until ${dayWords(key)}`
  const isObject = Object.values(FACETS).some((facet) => facet.parameter === parameter && !facet.isObject)
  return isObject ? wordFor(key) : (labels.get(key) ?? label)
}
