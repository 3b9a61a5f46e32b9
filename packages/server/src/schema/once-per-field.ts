import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from './context.js'

const made = new WeakMap<Context, Map<string, unknown>>()

/** Makes something once for a field of an operation: all parents of the field share it, and so its SQL statements. */
export function oncePerField<T>(context: Context, info: GraphQLResolveInfo, what: string, make: () => T): T {
  const ofRequest = made.get(context) ?? new Map<string, unknown>()
  made.set(context, ofRequest)
  const key = `${what} ${fieldKey(info)}`
  const value = ofRequest.has(key) ? (ofRequest.get(key) as T) : make()
  ofRequest.set(key, value)
  return value
}

/**
 * What is the same for all parents of a field: the response keys down to it, each with the type it stands on. Without
 * the types, `... on Speaker { x: … }` and `... on Topic { x: … }` would share what hangs below `x`.
 */
function fieldKey({ path, operation }: GraphQLResolveInfo): string {
  const keys: string[] = []
  for (let at: typeof path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') keys.push(`${at.typename}.${at.key}`)
  }
  // A mutation's fields run one after the other, each on what the one before wrote.
  return operation.operation === 'mutation' ? JSON.stringify([keys, pathIndexes(path)]) : keys.join(' ')
}

const pathIndexes = (path: GraphQLResolveInfo['path'] | undefined): (string | number)[] =>
  path ? [...pathIndexes(path.prev), path.key] : []
