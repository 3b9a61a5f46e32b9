import { type Client, query, type StatementFilter, type StatementOrder } from '@onrecord/sdk'
import type { AddressFilter } from './address-filter.js'
import { CARD, PAGE_INFO } from './selections.js'
import { filterOf } from './statement-list.js'

/** Statements that are read at once, and most statements of a file. */
const AT_ONCE = 100
const MOST = 10_000

async function pageOf(
  client: Client,
  filter: StatementFilter,
  after: string | undefined,
  first: number,
  orderBy: StatementOrder,
) {
  const { statements } = await query(
    client,
    {
      statements: {
        $: { filter, first, after, orderBy },
        nodes: { ...CARD, medium: true, polarity: true, updatedAt: true, createdAt: true },
        pageInfo: PAGE_INFO,
      },
    },
    { operationName: 'PageExport' },
  )
  return statements
}

export type ExportedPage = Awaited<ReturnType<typeof pageOf>>
export type Exported = ExportedPage['nodes'][number]

/** The statements of a list, newest first, a page at a time; it ends after {@link MOST}. */
export async function* exportedPages(
  client: Client,
  address: AddressFilter,
): AsyncGenerator<ExportedPage, void> {
  let { after } = address
  for (let count = 0; count < MOST; count += AT_ONCE) {
    const page = await pageOf(client, filterOf({}, address), after, AT_ONCE, {
      field: 'SAID_AT',
      direction: 'DESC',
    })
    yield page
    if (!page.pageInfo.hasNextPage) return
    after = page.pageInfo.endCursor ?? undefined
  }
}

/** The statements that came into the record last, for a feed. */
export const latestStatements = async (
  client: Client,
  address: AddressFilter,
): Promise<readonly Exported[]> =>
  (await pageOf(client, filterOf({}, address), undefined, 50, { field: 'CREATED_AT', direction: 'DESC' }))
    .nodes
