import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from './context.js'

const made = new WeakMap<Context, Map<string, unknown>>()

/**
 * One reader for each field of an operation, made by the first parent that needs it: all parents of the field share
 * its SQL statements.
 */
export function perField<Reader>(context: Context, info: GraphQLResolveInfo, make: () => Reader): Reader {
  const ofRequest = made.get(context) ?? new Map<string, unknown>()
  made.set(context, ofRequest)
  const key = fieldKey(info)
  if (!ofRequest.has(key)) ofRequest.set(key, make())
  return ofRequest.get(key) as Reader
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
