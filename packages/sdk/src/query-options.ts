import type { Client, RequestOptions } from './client.js'
import { type TypedDocument, textOf } from './document.js'
import { readOperation } from './operation.js'
import type { ConnectionPage } from './paginate.js'

/**
 * A ready-made operation, such as `getTopic` and `listStatements`, or a function like one. It asks the client that it is
 * given once, before its first `await`. As lists ask only when somebody waits, it takes them apart with `then`.
 */
export type Operation<Result, Variables> = (
  client: Client,
  variables: Variables,
  options?: RequestOptions,
) => PromiseLike<Result>

/** An operation of which all variables may be left out is called without variables. */
type Given<Variables> = undefined extends Variables ? [variables?: Variables] : [variables: Variables]

/** What a document asks for, whose variables may be left out when none is needed. */
type GivenTo<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables | undefined] : [variables: Variables]

type Document<Result, Variables> = TypedDocument<Result, Variables, 'query'>

/**
 * The key of an operation in a cache: its name, its variables and its text. Operations that differ in what they ask for have
 * different keys. The client is no part of it, so that a browser finds what a server has read by another client.
 */
export type QueryKey = readonly ['onrecord', name: string, variables: unknown, text: string]

/** What `useQuery` of TanStack Query takes, in React, Vue, Svelte, Solid and Angular. */
export interface QueryOptions<Result> {
  queryKey: QueryKey
  queryFn: (context?: { signal?: AbortSignal }) => Promise<Result>
  /** The client has tried three times before it fails. */
  retry: false
}

/** What `useInfiniteQuery` of TanStack Query takes. */
export interface InfiniteQueryOptions<Page> {
  queryKey: readonly [...QueryKey, 'pages']
  queryFn: (context: { pageParam: string | null; signal?: AbortSignal }) => Promise<Page>
  initialPageParam: string | null
  getNextPageParam: (page: Page) => string | null
  /** The client has tried three times before it fails. */
  retry: false
}

/**
 * Makes the options of a query of TanStack Query. Spread them to add options of your own.
 *
 * @example
 * const { data } = useQuery(queryOptions(client, getTopic, { by: { slug: 'elections' } }))
 *
 * @param operation a ready-made operation, a function like one, or a document.
 */
export function queryOptions<Result, Variables>(
  client: Client,
  operation: Operation<Result, Variables>,
  ...variables: Given<Variables>
): QueryOptions<Result>
export function queryOptions<Result, Variables>(
  client: Client,
  document: Document<Result, Variables>,
  ...variables: GivenTo<Variables>
): QueryOptions<Result>
export function queryOptions(client: Client, asked: unknown, variables?: unknown): QueryOptions<unknown> {
  const operation = operationOf(asked)
  return {
    queryKey: keyOf(client, operation, variables),
    queryFn: async ({ signal } = {}) => operation(client, variables, signal && { signal }),
    retry: false,
  }
}

/**
 * Makes the options of an infinite query of TanStack Query, for a list. Each page is what `await` gives of the list.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteQuery(infiniteQueryOptions(client, listStatements, { filter, first: 50 }))
 */
export function infiniteQueryOptions<Page extends ConnectionPage<unknown>, Variables>(
  client: Client,
  operation: Operation<Page, Variables>,
  ...[variables]: Given<Variables>
): InfiniteQueryOptions<Page> {
  return {
    queryKey: [...keyOf(client, operation, variables as Variables), 'pages'],
    queryFn: async ({ pageParam, signal }) =>
      operation(client, pageAt(variables as Variables, pageParam), signal && { signal }),
    initialPageParam: null,
    getNextPageParam: cursorAfter,
    retry: false,
  }
}

/**
 * Makes the arguments of `useSWR`: the key and the fetcher.
 *
 * @example
 * const { data } = useSWR(...swr(client, getTopic, { by: { slug: 'elections' } }))
 *
 * @param operation a ready-made operation, a function like one, or a document.
 */
export function swr<Result, Variables>(
  client: Client,
  operation: Operation<Result, Variables>,
  ...variables: Given<Variables>
): [key: QueryKey, fetcher: () => Promise<Result>]
export function swr<Result, Variables>(
  client: Client,
  document: Document<Result, Variables>,
  ...variables: GivenTo<Variables>
): [key: QueryKey, fetcher: () => Promise<Result>]
export function swr(
  client: Client,
  asked: unknown,
  variables?: unknown,
): [key: QueryKey, fetcher: () => Promise<unknown>] {
  const operation = operationOf(asked)
  return [keyOf(client, operation, variables), async () => operation(client, variables)]
}

/**
 * Makes the arguments of `useSWRInfinite`, for a list.
 *
 * @example
 * const { data, setSize } = useSWRInfinite(...swrInfinite(client, listStatements, { filter, first: 50 }))
 */
export function swrInfinite<Page extends ConnectionPage<unknown>, Variables>(
  client: Client,
  operation: Operation<Page, Variables>,
  ...[variables]: Given<Variables>
): [
  getKey: (index: number, before: Page | null) => readonly [...QueryKey, string | null] | null,
  fetcher: (key: readonly [...QueryKey, string | null]) => Promise<Page>,
] {
  const key = keyOf(client, operation, variables as Variables)
  return [
    (_index, before) => {
      const cursor = before && cursorAfter(before)
      return before && cursor === null ? null : [...key, cursor]
    },
    async ([, , , , cursor]) => operation(client, pageAt(variables as Variables, cursor)),
  ]
}

const operationOf = (asked: unknown): Operation<unknown, unknown> =>
  typeof asked === 'function'
    ? (asked as Operation<unknown, unknown>)
    : (client, variables, options) => client.request(asked as string, variables as object, options)

const cursorAfter = ({ pageInfo }: ConnectionPage<unknown>): string | null =>
  pageInfo.hasNextPage ? pageInfo.endCursor : null

const pageAt = <Variables>(variables: Variables, after: string | null): Variables =>
  after === null ? variables : { ...variables, after }

/** Finds the key of an operation: lets it ask a client that sends nothing, and takes what it asks for. */
function keyOf<Variables>(
  client: Client,
  operation: Operation<unknown, Variables>,
  variables: Variables,
): QueryKey {
  const asked: [text: string, variables: unknown, operationName: string | undefined][] = []
  const record = (document: unknown, variables?: unknown, options?: RequestOptions) => {
    asked.push([textOf(document), variables ?? {}, options?.operationName])
    return new Promise<never>(() => {})
  }
  const recorder: Client = {
    ...client,
    request: record as Client['request'],
    partial: record as Client['partial'],
  }
  // A list asks when somebody waits for it. An operation that fails asks nothing.
  operation(recorder, variables).then(undefined, () => {})
  const [first] = asked
  if (!first || asked.length > 1)
    throw new TypeError(
      'an operation asks its client once, before its first await: take lists apart with `then`',
    )
  const { kind, name = '' } = readOperation(...first)
  if (kind === 'mutation') throw new TypeError('a mutation is no query: run it in useMutation')
  return ['onrecord', name, first[1], first[0]]
}
