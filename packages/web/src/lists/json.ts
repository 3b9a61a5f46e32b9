import { statementPath } from '../components/statement-card.js'
import { type AddressFilter, listAddress } from '../record/address-filter.js'
import type { ExportedPage } from '../record/exported.js'

/** A list of statements as JSON: `{ "statements": […], "next": … }`, where `next` is where the list goes on, or null. */
export async function* jsonOf(
  pages: AsyncIterable<ExportedPage>,
  baseUrl: string,
  address: AddressFilter,
): AsyncGenerator<string> {
  yield '{"statements":['
  let separator = '\n'
  let next: string | null = null
  for await (const { nodes, pageInfo } of pages) {
    for (const statement of nodes) {
      yield separator + JSON.stringify({ page: baseUrl + statementPath(statement), ...statement })
      separator = ',\n'
    }
    next = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }
  yield `\n],"next":${JSON.stringify(next && baseUrl + goingOn(address, next))}}\n`
}

function goingOn(address: AddressFilter, after: string): string {
  const list = listAddress('json', address)
  return `${list}${list.includes('?') ? '&' : '?'}${new URLSearchParams({ after })}`
}
