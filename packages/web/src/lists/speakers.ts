import { type Client, query, type SpeakerOrder } from '@onrecord/sdk'
import { type AddressFilter, narrowed } from '../record/address-filter.js'
import { COUNT, NAMED, PAGE_INFO } from '../record/selections.js'
import { pathOf } from '../text/handle.js'
import { wordFor } from '../text/kinds.js'
import type { IndexList, ListRequest } from './data-list.js'

const narrowedBy = { q: 'name' } as const

type Row = Awaited<ReturnType<typeof page>>['nodes'][number]

async function page({ client, address, first, after, newest }: ListRequest) {
  const orderBy: SpeakerOrder = newest
    ? { field: 'CREATED_AT', direction: 'DESC' }
    : { field: 'NAME', direction: 'ASC' }
  const { speakers } = await query(
    client,
    {
      speakers: {
        $: { filter: narrowed(address, narrowedBy), first, after, orderBy },
        nodes: {
          ...NAMED,
          kind: true,
          wikidataId: true,
          aliases: { name: true },
          createdAt: true,
          updatedAt: true,
        },
        pageInfo: PAGE_INFO,
      },
    },
    { operationName: 'PageList' },
  )
  return speakers
}

async function count(client: Client, address: AddressFilter) {
  const { speakers } = await query(
    client,
    { speakers: { $: { filter: narrowed(address, narrowedBy), first: 1 }, totalCount: COUNT } },
    { operationName: 'PageCount' },
  )
  return speakers.totalCount
}

/** All speakers by name. */
export const speakerList: IndexList<Row> = {
  ...{ name: 'speakers', narrowedBy, page, count },
  nameOf: ({ name }) => name,
  pathOf: (speaker) => pathOf('speakers', speaker),
  columns: {
    name: ({ name }) => name,
    also: ({ aliases }) => aliases.map(({ name }) => name).join('; '),
    kind: ({ kind }) => kind,
    wikidata: ({ wikidataId }) => wikidataId,
  },
  entryOf: ({ name, kind, createdAt, updatedAt }) => ({
    ...{ title: name, text: `${name}, ${wordFor(kind)}`, published: createdAt, updated: updatedAt },
  }),
}
