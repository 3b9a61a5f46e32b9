/** A page of a Relay connection, as far as going on needs it. */
export interface ConnectionPage<Node> {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

export interface PaginateOptions {
  /** Most nodes to give: all by default. */
  limit?: number
}

/**
 * Goes through a connection, wherever it stands in an answer, one page after the other as they are used up.
 *
 * @example
 * for await (const node of paginate(async (after) => (await client.request(Document, { after })).speaker?.statements))
 *   console.log(node.text)
 *
 * @param read the page after a cursor; null for the first. Nothing ends it.
 */
export async function* paginate<Node>(
  read: (after: string | null) => Promise<ConnectionPage<Node> | null | undefined>,
  { limit = Number.POSITIVE_INFINITY }: PaginateOptions = {},
): AsyncGenerator<Node, void, undefined> {
  let left = limit
  for (let after: string | null = null; left > 0; ) {
    const page: ConnectionPage<Node> | null | undefined = await read(after)
    for (const node of page?.nodes ?? []) {
      if (left-- <= 0) return
      yield node
    }
    // Without a new cursor there is no going on, whatever the page says.
    const end = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    if (end === null || end === after) return
    after = end
  }
}
