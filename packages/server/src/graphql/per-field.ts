import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from './context.js'

const made = new WeakMap<Context, Map<string, unknown>>()

/**
 * Something made once for a field of an operation, by the first parent that needs it: all parents of the field share
 * it, and so its SQL statements.
 *
 * @param what tells several such things of one field apart.
 */
export function perField<Shared>(
  context: Context,
  info: GraphQLResolveInfo,
  what: string,
  make: () => Shared,
): Shared {
  const ofRequest = made.get(context) ?? new Map<string, unknown>()
  made.set(context, ofRequest)
  const key = `${what} ${fieldKey(info)}`
  if (!ofRequest.has(key)) ofRequest.set(key, make())
  return ofRequest.get(key) as Shared
}

/**
 * What is the same for all parents of a field: the response keys down to it, each with the type it stands on. Without
 * the types, `... on Speaker { x: … }` and `... on Topic { x: … }` would share what hangs below `x`. The writes of a
 * mutation, each of which reads what those before it wrote, have keys of their own.
 */
function fieldKey({ path }: GraphQLResolveInfo): string {
  const keys: string[] = []
  for (let at: typeof path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') keys.push(`${at.typename}.${at.key}`)
  }
  return keys.join(' ')
}
