import type { Client, RequestOptions } from './client.js'
import type { TypedDocument } from './document.js'
import { OnRecordError } from './error.js'
import { type ConnectionPage, type PaginateOptions, paginate } from './paginate.js'

export type ListOptions = RequestOptions & PaginateOptions

/**
 * A list of the service: `await` gives its first page, `for await` all its nodes. Nothing is asked before one of them.
 */
export interface List<Page, Node> extends PromiseLike<Page>, AsyncIterable<Node> {}

/** The list at a root field that is a connection, of an operation with the variable `$after`. */
export function list<Page extends ConnectionPage<unknown>, Variables>(
  client: Client,
  document: TypedDocument<unknown, Variables>,
  field: string,
  variables: Variables | undefined,
  options: ListOptions = {},
): List<Page, Page['nodes'][number]> {
  const page = async (after?: string | null) => {
    const asked = (after ? { ...variables, after } : variables) as never
    const data = await client.request<unknown, never>(
      document as TypedDocument<unknown, never>,
      asked,
      options,
    )
    const found = (data as Record<string, Page | null>)[field]
    if (!found)
      throw new OnRecordError('invalid-response', `${field} came as null, which the schema rules out`)
    return found
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: it is a promise of the first page, made when somebody waits for it
    then: (fulfilled, rejected) => page().then(fulfilled, rejected),
    [Symbol.asyncIterator]: () => paginate<Page['nodes'][number]>(page, options),
  }
}
