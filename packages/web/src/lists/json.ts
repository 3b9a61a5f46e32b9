import { type AddressFilter, listAddress } from '../record/address-filter.js'
import type { DataList, ListPage } from './data-list.js'

/** A list as JSON: `{ "statements": […], "next": … }`, where `next` is where the list goes on, or null. */
export async function* jsonOf<Row extends { id: string }>(
  list: DataList<Row>,
  pages: AsyncIterable<ListPage<Row>>,
  baseUrl: string,
  address: AddressFilter,
): AsyncGenerator<string> {
  yield `{${JSON.stringify(list.name)}:[`
  let separator = '\n'
  let next: string | null = null
  for await (const { nodes, pageInfo } of pages) {
    for (const row of nodes) {
      yield separator + JSON.stringify({ page: baseUrl + list.pathOf(row), ...row })
      separator = ',\n'
    }
    next = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }
  const goingOn = next && baseUrl + listAddress(list.name, 'json', address, { after: next })
  yield `\n],"next":${JSON.stringify(goingOn)}}\n`
}
