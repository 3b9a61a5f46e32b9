import { check, OnRecordError } from './error.js'

/** The part of a page of a Relay connection that is needed to read the next one. */
export interface ConnectionPage<Node> {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

export interface PaginateOptions {
  /** The largest number of nodes. Default: all. */
  limit?: number | undefined
}

/**
 * Gives the nodes of a connection, wherever it stands in an answer, and reads page after page as the loop needs them.
 *
 * @example
 * for await (const node of paginate(async (after) => (await client.request(Document, { after })).speaker?.statements))
 *   console.log(node.text)
 *
 * @param read reads the page after a cursor, or the first page for null. The loop ends when it gives null or undefined.
 */
export async function* paginate<Node>(
  read: (after: string | null) => Promise<ConnectionPage<Node> | null | undefined>,
  { limit = Number.POSITIVE_INFINITY }: PaginateOptions = {},
): AsyncGenerator<Node, void, undefined> {
  check(limit >= 0, `limit is ${limit}: it takes 0 or more`)
  let left = limit
  for (let after: string | null = null; left > 0; ) {
    const page: ConnectionPage<Node> | null | undefined = await read(after)
    if (!page) return
    checkPage(page)
    for (const node of page.nodes) {
      if (left-- <= 0) return
      yield node
    }
    // Without a new cursor the next page cannot be read, whatever `hasNextPage` says.
    const end = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    if (!end || end === after) return
    after = end
  }
}

/** @throws OnRecordError when a page is not what the schema promises. */
export function checkPage(page: Partial<ConnectionPage<unknown>> | null | undefined): void {
  if (!Array.isArray(page?.nodes) || !page.pageInfo)
    throw new OnRecordError('invalid-response', 'a page came without nodes or pageInfo')
}
