import { type Client, query, type StatementFacetInput, type StatementFilter } from '@onrecord/sdk'
import type { AddressFilter } from './address-filter.js'
import { CARD, PAGE_INFO } from './selections.js'

/** Statements on a page of a list. */
export const ON_A_PAGE = 20

/** Where counting stops. */
const UP_TO = 10_000

/** Kinds of values that a list is narrowed by, and values of each. */
const FACETS: StatementFacetInput[] = ['SPEAKER', 'TOPIC', 'SITE', 'KIND', 'MEDIUM', 'REVIEW_STATUS']
const TOP = 8

/** What a page of a list asks of the connection, besides its nodes. */
const OVERVIEW = {
  facets: {
    $: { by: FACETS, top: TOP, upTo: UP_TO },
    by: true,
    counted: true,
    isExact: true,
    buckets: { key: true, label: true, count: true },
  },
  timeline: {
    $: { interval: 'MONTH', upTo: UP_TO },
    isExact: true,
    undated: true,
    buckets: { start: true, end: true, count: true },
  },
} as const

/**
 * A page of the statements that an address asks for, newest first, with the counts over all of them.
 *
 * @param base what all statements of the list have in common.
 */
export async function listedStatements(client: Client, base: StatementFilter, address: AddressFilter) {
  const { statements } = await query(
    client,
    {
      statements: {
        $: { filter: filterOf(base, address), first: ON_A_PAGE, after: address.after },
        nodes: CARD,
        pageInfo: PAGE_INFO,
        ...OVERVIEW,
      },
    },
    { operationName: 'PageStatements' },
  )
  return withCount(statements)
}

/** A list with the count of all its statements. Its facets have counted them: asking for `totalCount` would read them anew. */
function withCount<List extends { facets: readonly { counted: number; isExact: boolean }[] }>(list: List) {
  const [{ counted, isExact } = { counted: 0, isExact: true }] = list.facets
  return { ...list, totalCount: { value: counted, isExact } }
}

/** The filter of a list within a page: what the page is about, and what the address adds. */
export const filterOf = (base: StatementFilter, { text, filter }: AddressFilter): StatementFilter => ({
  ...filter,
  ...base,
  ...(text === '' ? {} : { text }),
})

/** The statements that a search finds, the best first, with the counts over all of them. */
export async function foundStatements(client: Client, address: AddressFilter) {
  const filter = filterOf({}, address)
  const { text: _, ...narrowed } = filter
  const { statements: list, search } = await query(
    client,
    {
      statements: { $: { filter, first: 1 }, ...OVERVIEW },
      search: {
        $: {
          query: address.text,
          types: ['STATEMENT'],
          first: ON_A_PAGE,
          after: address.after,
          filter: { statements: narrowed },
        },
        isComplete: true,
        pageInfo: PAGE_INFO,
        edges: {
          node: { $on: { Statement: CARD } },
          highlights: { field: true, fragment: true, ranges: { start: true, end: true } },
        },
      },
    },
    { operationName: 'PageSearch' },
  )
  return { statements: withCount(list), search }
}

/** The speakers, topics and articles that a search finds, the best first. */
export async function foundOthers(client: Client, text: string) {
  const { search } = await query(
    client,
    {
      search: {
        $: { query: text, types: ['SPEAKER', 'TOPIC', 'ARTICLE'], first: 6 },
        nodes: {
          $on: {
            Speaker: { id: true, name: true },
            Topic: { id: true, name: true },
            Article: { id: true, title: true, site: { id: true, name: true } },
          },
        },
      },
    },
    { operationName: 'PageSearchNames' },
  )
  return search.nodes
}
