import type { Client } from './client.js'
import type { $Query, SelectQuery } from './generated/shapes.js'
import type { ListOptions } from './list.js'
import { type ConnectionPage, paginate } from './paginate.js'
import { type Node, printSelection, type Selected, type Strict } from './select.js'

/** The type of the nodes of the connection in a result. */
type NodeOf<Value> = Value extends { nodes: readonly (infer One)[] }
  ? One
  : Value extends readonly unknown[]
    ? never
    : Value extends object
      ? NodeOf<Value[keyof Value]>
      : never

/**
 * Gives the nodes of the connection in a selection, at any depth, and reads page after page as the loop needs them. Gives
 * nothing when an object above the connection is null.
 *
 * @example
 * for await (const { text } of each(client, {
 *   speaker: { $: { by: { id } }, statements: { $: { first: 50 }, nodes: { text: true } } },
 * })) console.log(text)
 *
 * @param selection a selection with one connection and its `nodes`. Connections inside the nodes come with one page each.
 */
export function each<const S extends SelectQuery>(
  client: Client,
  selection: S & Strict<SelectQuery, S>,
  options: ListOptions = {},
): AsyncGenerator<NodeOf<Selected<$Query, S>[keyof Selected<$Query, S>]>, void, undefined> {
  return paginate(async (after) => {
    const page = inFields(selection as Node, (field) => pageAt(field, after))
    if (!page) throw new TypeError('select a connection with its nodes')
    const { text, variables } = printSelection('query', page)
    return connectionIn(await client.request<object, object>(text, variables, options))
  }, options)
}

/** The selection that asks the connection for the page after a cursor; undefined when there is no connection. */
function pageAt(node: Node, after: string | null): Node | undefined {
  if (!node.nodes) return inFields(node, (field) => pageAt(field, after))
  const { $ } = node
  return { ...node, $: after ? { ...$, after } : $, pageInfo: { hasNextPage: true, endCursor: true } } as Node
}

/** The selection with the first field replaced for which `replace` gives another; undefined when there is none. */
function inFields(node: Node, replace: (field: Node) => Node | undefined): Node | undefined {
  for (const [name, field] of Object.entries(node)) {
    const other = name !== '$' && field !== true && replace(field as Node)
    if (other) return { ...node, [name]: other }
  }
  return undefined
}

function connectionIn(value: unknown): ConnectionPage<never> | undefined {
  if (!value || typeof value !== 'object') return undefined
  if ('pageInfo' in value) return value as ConnectionPage<never>
  return Object.values(value).map(connectionIn).find(Boolean)
}
