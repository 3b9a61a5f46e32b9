import { type Client, query } from '@onrecord/sdk'
import { type AddressFilter, narrowed } from '../record/address-filter.js'
import { COUNT, NAMED, PAGE_INFO } from '../record/selections.js'
import { pathOf } from '../text/handle.js'
import type { IndexList, ListRequest } from './data-list.js'

const narrowedBy = { q: 'name' } as const

type Row = Awaited<ReturnType<typeof page>>['nodes'][number]

async function page({ client, address, first, after }: ListRequest) {
  const { topics } = await query(
    client,
    {
      topics: {
        $: { filter: narrowed(address, narrowedBy), first, after },
        nodes: { ...NAMED, parent: NAMED, wikidataId: true },
        pageInfo: PAGE_INFO,
      },
    },
    { operationName: 'PageList' },
  )
  return topics
}

async function count(client: Client, address: AddressFilter) {
  const { topics } = await query(
    client,
    { topics: { $: { filter: narrowed(address, narrowedBy), first: 1 }, totalCount: COUNT } },
    { operationName: 'PageCount' },
  )
  return topics.totalCount
}

/** All topics by name. */
export const topicList: IndexList<Row> = {
  ...{ name: 'topics', narrowedBy, page, count },
  nameOf: ({ name }) => name,
  pathOf: (topic) => pathOf('topics', topic),
  columns: {
    name: ({ name }) => name,
    below: ({ parent }) => parent?.name ?? null,
    wikidata: ({ wikidataId }) => wikidataId,
  },
  entryOf: null,
}
