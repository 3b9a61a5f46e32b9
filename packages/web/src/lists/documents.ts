import { type Client, query } from '@onrecord/sdk'
import { type AddressFilter, narrowed } from '../record/address-filter.js'
import { COUNT, DATE, NAMED, PAGE_INFO } from '../record/selections.js'
import { isoDate } from '../text/fuzzy-date.js'
import { pathOf } from '../text/handle.js'
import type { IndexList, ListRequest } from './data-list.js'

const narrowedBy = { q: 'title', speaker: 'issuerIds' } as const

type Row = Awaited<ReturnType<typeof page>>['nodes'][number]

async function page({ client, address, first, after }: ListRequest) {
  const { documents } = await query(
    client,
    {
      documents: {
        $: { filter: narrowed(address, narrowedBy), first, after },
        nodes: {
          id: true,
          title: true,
          identifier: true,
          url: true,
          date: DATE,
          issuers: { $: { first: 10 }, nodes: NAMED },
        },
        pageInfo: PAGE_INFO,
      },
    },
    { operationName: 'PageList' },
  )
  return documents
}

async function count(client: Client, address: AddressFilter) {
  const { documents } = await query(
    client,
    { documents: { $: { filter: narrowed(address, narrowedBy), first: 1 }, totalCount: COUNT } },
    { operationName: 'PageCount' },
  )
  return documents.totalCount
}

/** All documents by title. */
export const documentList: IndexList<Row> = {
  ...{ name: 'documents', narrowedBy, page, count },
  nameOf: ({ title }) => title,
  pathOf: ({ id, title }) => pathOf('documents', { id, name: title }),
  columns: {
    title: ({ title }) => title,
    identifier: ({ identifier }) => identifier,
    date: ({ date }) => isoDate(date),
    issuers: ({ issuers }) => issuers.nodes.map(({ name }) => name).join('; '),
    url: ({ url }) => url,
  },
  entryOf: null,
}
