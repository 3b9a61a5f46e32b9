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
 * for await (const statement of paginate((after) => statementsOf(speaker, after))) console.log(statement.text)
 *
 * @param read the page after a cursor; null for the first.
 */
export async function* paginate<Node>(
  read: (after: string | null) => Promise<ConnectionPage<Node>>,
  { limit = Number.POSITIVE_INFINITY }: PaginateOptions = {},
): AsyncGenerator<Node, void, undefined> {
  let left = limit
  for (let after: string | null = null; left > 0; ) {
    const { nodes, pageInfo }: ConnectionPage<Node> = await read(after)
    for (const node of nodes) {
      if (left-- <= 0) return
      yield node
    }
    // A page without a cursor cannot be gone on from, whatever it says.
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return
    after = pageInfo.endCursor
  }
}
