import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql'
import type { Fragments } from './collect.js'

/** The operation of a name; without a name, the only one. */
export function operationOf(
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | null {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  if (name == null) return operations.length === 1 ? (operations[0] ?? null) : null
  return operations.find((one) => one.name?.value === name) ?? null
}

const fragmentsByDocument = new WeakMap<DocumentNode, Fragments>()

/** The fragments of a document by their names. */
export function fragmentsOf(document: DocumentNode): Fragments {
  const known = fragmentsByDocument.get(document)
  if (known) return known
  const fragments = Object.fromEntries(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  )
  fragmentsByDocument.set(document, fragments)
  return fragments
}
