import { complexityFromQuery } from '@pothos/plugin-complexity'
import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql'
import { LIMITS } from './builder.js'
import type { Context } from './context.js'

interface Operation {
  document: DocumentNode
  operationName?: string | null | undefined
  variables: Readonly<Record<string, unknown>>
}

/** Most costs that are kept of one operation, by its variables. */
const MOST_KEPT = 100

const kept = new WeakMap<DocumentNode, Map<string, boolean>>()

/**
 * Whether an operation is within the {@link LIMITS}. The executor refuses one that is not, and says by how much.
 */
export function isAffordable(schema: GraphQLSchema, operation: Operation, context: Context): boolean {
  const { document, operationName, variables } = operation
  const known = kept.get(document) ?? new Map<string, boolean>()
  kept.set(document, known)
  // Costs depend on numbers and on how long lists are, never on texts.
  const key = `${operationName ?? ''} ${JSON.stringify(variables, (_name, value) => (typeof value === 'string' ? '' : value))}`
  const before = known.get(key)
  if (before !== undefined) return before
  const cost = compare(schema, operation, context)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, cost)
  return cost
}

function compare(schema: GraphQLSchema, operation: Operation, context: Context): boolean {
  const { document, operationName, variables } = operation
  const definitions = document.definitions.filter(
    (one) =>
      one.kind !== Kind.OPERATION_DEFINITION || operationName == null || one.name?.value === operationName,
  )
  try {
    const query = { ...document, definitions }
    const { complexity, depth } = complexityFromQuery(query, { schema, variables, ctx: context })
    return complexity <= LIMITS.complexity && depth <= LIMITS.depth
  } catch {
    // Something is wrong with the variables or arguments, which the executor names.
    return false
  }
}
