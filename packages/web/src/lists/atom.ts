import { generateAtomFeed } from 'feedsmith'
import { type AddressFilter, listAddress } from '../record/address-filter.js'
import { shorten } from '../text/words.js'
import type { DataList, FeedEntry, ListPage } from './data-list.js'
import { forXml } from './xml.js'

/** The feed of a list, RFC 4287: what came into the record last. */
export function atomOf<Row extends { id: string }>(
  list: DataList<Row>,
  entryOf: (row: Row) => FeedEntry,
  { nodes }: ListPage<Row>,
  baseUrl: string,
  address: AddressFilter,
): string {
  const self = baseUrl + listAddress(list.name, 'atom', address)
  const about = [address.text, ...address.conditions.map(({ label }) => label)].filter(Boolean).join(', ')
  const entries = nodes.map((row) => {
    const { title, text, author, published, updated } = entryOf(row)
    const page = baseUrl + list.pathOf(row)
    return {
      ...{ id: page, links: [{ rel: 'alternate', type: 'text/html', href: page }] },
      ...{ title: { value: forXml(shorten(title, 120)) }, content: { type: 'text', value: forXml(text) } },
      ...{ published: new Date(published), updated: new Date(updated) },
      ...(author ? { authors: [{ name: forXml(author) }] } : {}),
    }
  })
  const updated = Math.max(0, ...entries.map((entry) => entry.updated.getTime()))
  return generateAtomFeed({
    ...{ id: self, updated: new Date(updated), authors: [{ name: 'On Record' }] },
    title: { value: forXml(about ? `On Record: ${about}` : 'On Record') },
    links: [
      { rel: 'self', type: 'application/atom+xml', href: self },
      { rel: 'alternate', type: 'text/html', href: baseUrl + listAddress(list.name, 'html', address) },
    ],
    entries,
  })
}
