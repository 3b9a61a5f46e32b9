import type { Client } from './client.js'
import { check } from './error.js'
import type { SelectQuery } from './generated/selections.js'
import type { $Query } from './generated/shapes.js'
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
 * @throws OnRecordError of the kind `bad-request`, at the first node, when the selection has no connection or several.
 */
export function each<const S extends SelectQuery>(
  client: Client,
  selection: S & Strict<SelectQuery, S>,
  options: ListOptions = {},
): AsyncGenerator<NodeOf<Selected<$Query, S>[keyof Selected<$Query, S>]>, void, undefined> {
  return paginate(async (after) => {
    const paths = connectionsIn(selection as Node)
    const [path = []] = paths
    check(paths[0], 'select a connection with its nodes')
    const names = paths.map((each) => each.join('.')).join(' and ')
    check(!paths[1], `each goes through one connection: the selection has ${names}`)
    const page = pageAt(selection as Node, path, after)
    const { text, variables } = printSelection('query', page, options.operationName)
    return connectionAt(await client.request<object, object>(text, variables, options), path)
  }, options)
}

/** The keys that lead to each connection in a selection. */
const connectionsIn = (node: Node): string[][] =>
  node.nodes
    ? [[]]
    : Object.entries(node).flatMap(([name, field]) =>
        name !== '$' && field && typeof field === 'object'
          ? connectionsIn(field as Node).map((path) => [name, ...path])
          : [],
      )

/** The selection that asks the connection at a path for the page after a cursor. */
function pageAt(node: Node, [name, ...path]: readonly string[], after: string | null): Node {
  if (name) return { ...node, [name]: pageAt(node[name] as Node, path, after) }
  const { $ } = node
  return { ...node, $: after ? { ...$, after } : $, pageInfo: { hasNextPage: true, endCursor: true } } as Node
}

/**
 * The connection at a path in an answer; undefined when there is nothing. What stands in `$on` comes in the object itself,
 * and what stands in `$as` under its alias, without the name of its field.
 */
function connectionAt(value: unknown, path: readonly string[]): ConnectionPage<never> | undefined {
  let found = value as Record<string, unknown> | null | undefined
  for (let at = 0; at < path.length && found; at++) {
    check(!Array.isArray(found), `${path[at - 1]} is a list: each goes through one connection`)
    if (path[at] === '$on') at++
    else if (path[at] === '$as') {
      found = found[path[at + 1] as string] as typeof found
      at += 2
    } else found = found[path[at] as string] as typeof found
  }
  return found as ConnectionPage<never> | undefined
}
