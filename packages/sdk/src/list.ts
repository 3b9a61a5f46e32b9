import type { Client, RequestOptions } from './client.js'
import type { TypedDocument } from './document.js'
import { OnRecordError } from './error.js'
import { type ConnectionPage, checkPage, type PaginateOptions, paginate } from './paginate.js'

export type ListOptions = RequestOptions & PaginateOptions

/**
 * A list of the service: a promise of its first page, and an iterable of all its nodes. `await` gives the page, `for await`
 * goes through the nodes and reads page after page. The first page is asked for once, by whoever first waits for it; a list
 * that nobody waits for sends nothing.
 */
export interface List<Page, Node> extends Promise<Page>, AsyncIterable<Node> {}

/** Makes the list of a connection at a root field. The operation must have the variable `$after`. */
export function list<Page extends ConnectionPage<unknown>, Variables>(
  client: Client,
  document: TypedDocument<unknown, Variables, 'query'>,
  field: string,
  variables: Variables | undefined,
  options: ListOptions = {},
): List<Page, Page['nodes'][number]> {
  return new LazyList<Page>(async (after) => {
    const asked = (after ? { ...variables, after } : variables) as never
    const data = await client.request<unknown, never>(
      document as TypedDocument<unknown, never, 'query'>,
      asked,
      options,
    )
    const found = (data as Record<string, Page | null>)[field]
    if (!found)
      throw new OnRecordError('invalid-response', `${field} came as null, which the schema rules out`)
    checkPage(found)
    return found
  }, options)
}

/** A promise that starts its work when somebody waits for it: `await`, `catch` and `finally` all call `then`. */
class LazyList<Page extends ConnectionPage<unknown>> extends Promise<Page> {
  readonly #read: (after?: string | null) => Promise<Page>
  readonly #options: PaginateOptions
  #first: Promise<Page> | undefined

  /** What `then` and `finally` make are promises as any other. */
  static override get [Symbol.species]() {
    return Promise
  }

  constructor(read: (after?: string | null) => Promise<Page>, options: PaginateOptions) {
    super(() => {})
    this.#read = read
    this.#options = options
  }

  // biome-ignore lint/suspicious/noThenProperty: this class is a promise
  override then<One = Page, Two = never>(
    fulfilled?: ((page: Page) => One | PromiseLike<One>) | null,
    rejected?: ((reason: unknown) => Two | PromiseLike<Two>) | null,
  ): Promise<One | Two> {
    this.#first ??= this.#read()
    return this.#first.then(fulfilled, rejected)
  }

  [Symbol.asyncIterator](): AsyncGenerator<Page['nodes'][number], void, undefined> {
    return paginate<Page['nodes'][number]>(
      (after) => (after === null ? this : this.#read(after)),
      this.#options,
    )
  }
}
