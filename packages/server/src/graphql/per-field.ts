import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from './context.js'

const made = new WeakMap<Context, Map<string, unknown>>()

/**
 * Makes something, such as a DataLoader, once for a field of an operation. All parents of the field share it, and so
 * its SQL statements.
 *
 * @param what a name that is unique for the field.
 * @param make called for the first parent.
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
 * A key that is the same for all parents of a field: the response keys from the root to the field, each with its parent
 * type. Without the types, `... on Speaker { x: … }` and `... on Topic { x: … }` would share what is read below `x`.
 * Two mutations of one operation have different response keys, so that the second reads what the first has written.
 */
function fieldKey({ path }: GraphQLResolveInfo): string {
  const keys: string[] = []
  for (let at: typeof path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') keys.push(`${at.typename}.${at.key}`)
  }
  return keys.join(' ')
}
