import { type Client, query } from '@onrecord/sdk'
import { CARD, CITED_ARTICLE } from './selections.js'

const COUNT = { $: { upTo: 1_000_000 }, value: true, isExact: true } as const

/** What the first page shows: what came last, who and what is quoted most, and how much the record holds. */
export const homeForPage = (client: Client) =>
  query(
    client,
    {
      statements: {
        $: { first: 5, orderBy: { field: 'SAID_AT', direction: 'DESC' } },
        nodes: CARD,
        totalCount: COUNT,
        facets: {
          $: { by: ['SPEAKER', 'TOPIC', 'SITE'], top: 12 },
          by: true,
          isExact: true,
          buckets: { key: true, label: true, count: true },
        },
      },
      articles: {
        $: { first: 5, orderBy: { field: 'PUBLISHED_AT', direction: 'DESC' } },
        nodes: CITED_ARTICLE,
        totalCount: COUNT,
      },
      speakers: { $: { first: 1 }, totalCount: COUNT },
    },
    { operationName: 'PageHome' },
  )
