import type { Client, RequestOptions } from './client.js'
import type { TypedDocument } from './document.js'
import { OnRecordError } from './error.js'
import { type ConnectionPage, type PaginateOptions, paginate } from './paginate.js'

export type ListOptions = RequestOptions & PaginateOptions

/**
 * A list of the service. `await` gives its first page, and `for await` gives all its nodes. No request is sent before.
 */
export interface List<Page, Node> extends PromiseLike<Page>, AsyncIterable<Node> {}

/** Makes the list of a connection at a root field. The operation must have the variable `$after`. */
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
    // biome-ignore lint/suspicious/noThenProperty: the list is a promise of its first page, which it asks for when somebody waits
    then: (fulfilled, rejected) => page().then(fulfilled, rejected),
    [Symbol.asyncIterator]: () => paginate<Page['nodes'][number]>(page, options),
  }
}
