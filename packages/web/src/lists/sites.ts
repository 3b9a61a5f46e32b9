import { type Client, query } from '@onrecord/sdk'
import { type AddressFilter, narrowed } from '../record/address-filter.js'
import { COUNT, NAMED, PAGE_INFO } from '../record/selections.js'
import { pathOf } from '../text/handle.js'
import type { IndexList, ListRequest } from './data-list.js'

const narrowedBy = { q: 'name' } as const

type Row = Awaited<ReturnType<typeof page>>['nodes'][number]

async function page({ client, address, first, after }: ListRequest) {
  const { sites } = await query(
    client,
    {
      sites: {
        $: { filter: narrowed(address, narrowedBy), first, after },
        nodes: { ...NAMED, domain: true },
        pageInfo: PAGE_INFO,
      },
    },
    { operationName: 'PageList' },
  )
  return sites
}

async function count(client: Client, address: AddressFilter) {
  const { sites } = await query(
    client,
    { sites: { $: { filter: narrowed(address, narrowedBy), first: 1 }, totalCount: COUNT } },
    { operationName: 'PageCount' },
  )
  return sites.totalCount
}

/** All sites by name. */
export const siteList: IndexList<Row> = {
  ...{ name: 'sites', narrowedBy, page, count },
  nameOf: ({ name }) => name,
  pathOf: (site) => pathOf('sites', site),
  columns: {
    name: ({ name }) => name,
    domain: ({ domain }) => domain,
  },
  entryOf: null,
}
