import type { Client } from '@onrecord/sdk'
import type { AddressFilter } from '../record/address-filter.js'
import type { Count } from '../record/shown.js'
import type { Folder } from '../text/handle.js'

/** Rows that are read at once, and most rows of a file. */
const AT_ONCE = 100
export const MOST_ROWS = 10_000

export interface ListRequest {
  client: Client
  /** What narrows the list, and where it begins. */
  address: AddressFilter
  first: number
  after?: string | undefined
  /** Whether those that came into the record last come first. Default: the order of the list's page. */
  newest?: boolean
}

export interface ListPage<Row> {
  nodes: readonly Row[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** An object of a list in a feed. */
export interface FeedEntry {
  title: string
  text: string
  author?: string
  /** Instants. */
  published: string
  updated: string
}

/** A list of objects of a kind, as it is written in other forms than a page. */
export interface DataList<Row extends { id: string }> {
  /** What it is called in addresses: "/speakers", "/speakers.csv". */
  name: Folder
  page(request: ListRequest): Promise<ListPage<Row>>
  /** The path of an object's page. */
  pathOf(row: Row): string
  /** The columns of a table, besides the address of the page and the id. */
  columns: Readonly<Record<string, (row: Row) => string | null>>
  /** Null for a list without an order by which it could be followed. */
  entryOf: ((row: Row) => FeedEntry) | null
}

/** A list that has a page of its own at "/<name>". */
export interface IndexList<Row extends { id: string }> extends DataList<Row> {
  /** The parameters of an address that narrow it, and the fields of its filter. */
  narrowedBy: Readonly<Record<string, string>>
  nameOf(row: Row): string
  count(client: Client, address: AddressFilter): Promise<Count>
}

/** The pages of a list, one after the other; they end after {@link MOST_ROWS}. */
export async function* pagesOf<Row extends { id: string }>(
  list: DataList<Row>,
  client: Client,
  address: AddressFilter,
): AsyncGenerator<ListPage<Row>, void> {
  let { after } = address
  for (let count = 0; count < MOST_ROWS; count += AT_ONCE) {
    const page = await list.page({ client, address, after, first: AT_ONCE })
    yield page
    if (!page.pageInfo.hasNextPage) return
    after = page.pageInfo.endCursor ?? undefined
  }
}
