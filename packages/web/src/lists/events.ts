import { type Client, type EventOrder, query } from '@onrecord/sdk'
import { type AddressFilter, narrowed } from '../record/address-filter.js'
import { COUNT, DATE, NAMED, PAGE_INFO } from '../record/selections.js'
import { dateWords } from '../text/fuzzy-date.js'
import { pathOf } from '../text/handle.js'
import type { IndexList, ListRequest } from './data-list.js'

const narrowedBy = { q: 'name', speaker: 'participantIds', from: 'from', until: 'until' } as const

type Row = Awaited<ReturnType<typeof page>>['nodes'][number]

async function page({ client, address, first, after }: ListRequest) {
  const orderBy: EventOrder = { field: 'DATE', direction: 'DESC' }
  const { events } = await query(
    client,
    {
      events: {
        $: { filter: narrowed(address, narrowedBy), first, after, orderBy },
        nodes: {
          ...NAMED,
          date: DATE,
          medium: true,
          place: { name: true },
          createdAt: true,
          updatedAt: true,
        },
        pageInfo: PAGE_INFO,
      },
    },
    { operationName: 'PageList' },
  )
  return events
}

async function count(client: Client, address: AddressFilter) {
  const { events } = await query(
    client,
    { events: { $: { filter: narrowed(address, narrowedBy), first: 1 }, totalCount: COUNT } },
    { operationName: 'PageCount' },
  )
  return events.totalCount
}

/** All events, the latest first. */
export const eventList: IndexList<Row> = {
  ...{ name: 'events', narrowedBy, page, count },
  nameOf: ({ name }) => name,
  pathOf: (event) => pathOf('events', event),
  columns: {
    name: ({ name }) => name,
    earliest: ({ date }) => date.earliest,
    latest: ({ date }) => date.latest,
    medium: ({ medium }) => medium,
    place: ({ place }) => place?.name ?? null,
  },
  entryOf: ({ name, date, place, createdAt, updatedAt }) => ({
    title: name,
    text: [name, dateWords(date), place?.name].filter(Boolean).join(', '),
    ...{ published: createdAt, updated: updatedAt },
  }),
}
