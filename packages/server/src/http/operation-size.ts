import { type DefinitionNode, type DocumentNode, Kind, type SelectionSetNode, visit } from 'graphql'

/** The size of a document; of several operations, that of the largest. `__typename` counts like any field. */
export interface OperationSize {
  depth: number
  aliases: number
  rootFields: number
}

/** Counts how large a document is. It may be invalid: its fragments may be missing, or spread themselves. */
export function sizeOf(document: DocumentNode): OperationSize {
  const measure = new Measure(document)
  let aliases = 0
  visit(document, { [Kind.FIELD]: ({ alias }) => void (alias && aliases++) })
  let [depth, rootFields] = [0, 0]
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const size = measure.of(definition.selectionSet)
    depth = Math.max(depth, size.depth)
    rootFields = Math.max(rootFields, size.fields)
  }
  return { depth, aliases, rootFields }
}

/** What a selection set adds: levels below it, and fields in it, with those of its fragments. */
interface SelectionSize {
  depth: number
  fields: number
}

const NOTHING: SelectionSize = { depth: 0, fields: 0 }

/** Measures every selection set only once, because fragments within fragments would take for ever otherwise. */
class Measure {
  readonly #fragments: Map<string, SelectionSetNode>
  readonly #known = new Map<SelectionSetNode, SelectionSize>()

  constructor({ definitions }: DocumentNode) {
    this.#fragments = new Map(definitions.flatMap(fragmentOf))
  }

  of(selectionSet: SelectionSetNode | undefined): SelectionSize {
    if (!selectionSet) return NOTHING
    const known = this.#known.get(selectionSet)
    if (known) return known
    // What spreads itself finds this, and ends. Validation refuses it afterwards.
    this.#known.set(selectionSet, NOTHING)
    let [depth, fields] = [0, 0]
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        depth = Math.max(depth, this.#levels(selection.name.value, selection.selectionSet))
        fields++
      } else {
        const size = this.of(
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection.selectionSet
            : this.#fragments.get(selection.name.value),
        )
        depth = Math.max(depth, size.depth)
        fields += size.fields
      }
    }
    const size = { depth, fields }
    this.#known.set(selectionSet, size)
    return size
  }

  /** The levels of a field and what is below it. Those of introspection have their own rule in graphql-js. */
  #levels(name: string, selectionSet: SelectionSetNode | undefined): number {
    if (!selectionSet || name.startsWith('__')) return 0
    return this.of(selectionSet).depth + (name === 'edges' ? 0 : 1)
  }
}

const fragmentOf = (definition: DefinitionNode): [string, SelectionSetNode][] =>
  definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet]] : []
