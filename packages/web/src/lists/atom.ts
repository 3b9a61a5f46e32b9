import { type AddressFilter, listAddress } from '../record/address-filter.js'
import { uuidOf } from '../text/handle.js'
import { shorten } from '../text/words.js'
import type { DataList, FeedEntry, ListPage } from './data-list.js'
import { writeFeed } from './feed.js'

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
      // The address changes with the name of the object, and an id must not: RFC 4287, 4.2.6.
      ...{ id: `urn:uuid:${uuidOf(row.id)}`, links: [{ rel: 'alternate', type: 'text/html', href: page }] },
      ...{ title: { value: shorten(title, 120) }, content: { type: 'text', value: text } },
      ...{ published: new Date(published), updated: new Date(updated) },
      ...(author ? { authors: [{ name: author }] } : {}),
    }
  })
  const updated = Math.max(0, ...entries.map((entry) => entry.updated.getTime()))
  return writeFeed({
    ...{ id: self, updated: new Date(updated), authors: [{ name: 'On Record' }] },
    title: { value: about ? `On Record: ${about}` : 'On Record' },
    links: [
      { rel: 'self', type: 'application/atom+xml', href: self },
      { rel: 'alternate', type: 'text/html', href: baseUrl + listAddress(list.name, 'html', address) },
    ],
    entries,
  })
}
