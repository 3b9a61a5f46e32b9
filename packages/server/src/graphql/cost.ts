import { complexityFromQuery } from '@pothos/plugin-complexity'
import { type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql'
import type { Context } from './context.js'

interface Operation {
  document: DocumentNode
  operationName?: string | null | undefined
  variables: Readonly<Record<string, unknown>>
}

/** Objects that an operation could return for one point. */
const OBJECTS_A_POINT = 10

/** Points of a field that reads the whole schema, which takes as long as many objects. */
const INTROSPECTION = 50

/** Most costs that are kept of one document, by its variables. */
const MOST_KEPT = 100

const kept = new WeakMap<DocumentNode, Map<string, Cost>>()

export interface Cost {
  /** The objects that the operation could return: a connection counts `first` times the objects selected below it. */
  objects: number
  /** What it costs, at least 1. */
  points: number
}

/** What an operation costs, before it runs; null when its variables or arguments are wrong, which the executor names. */
export function costOf(schema: GraphQLSchema, operation: Operation, context: Context): Cost | null {
  const { document, operationName, variables } = operation
  const known = kept.get(document) ?? new Map<string, Cost>()
  kept.set(document, known)
  // Costs depend on numbers and on how long lists are, never on texts.
  const key = `${operationName ?? ''} ${JSON.stringify(variables, (_name, value) => (typeof value === 'string' ? '' : value))}`
  const before = known.get(key)
  if (before) return before
  const cost = count(schema, operation, context)
  // The same numbers may come with texts that are right, and then have a cost.
  if (!cost) return null
  if (known.size >= MOST_KEPT) known.clear()
  // A list of numbers in the variables can make the key long.
  if (key.length <= 1_000) known.set(key, cost)
  return cost
}

function count(schema: GraphQLSchema, operation: Operation, context: Context): Cost | null {
  const { document, operationName, variables } = operation
  const definitions = document.definitions.filter(
    (one) =>
      one.kind !== Kind.OPERATION_DEFINITION || operationName == null || one.name?.value === operationName,
  )
  try {
    const query = { ...document, definitions }
    const { complexity: objects } = complexityFromQuery(query, { schema, variables, ctx: context })
    return { objects, points: Math.max(1, Math.ceil(objects / OBJECTS_A_POINT)) + introspection(query) }
  } catch {
    // Something is wrong with the variables or arguments, which the executor names.
    return null
  }
}

function introspection(document: DocumentNode): number {
  let points = 0
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      if (name.value === '__schema') points += INTROSPECTION
    },
  })
  return points
}
