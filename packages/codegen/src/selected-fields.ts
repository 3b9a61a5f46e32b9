import {
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'

/** A selection set, and the type on which it stands. */
export interface Origin {
  on: GraphQLNamedType
  set: SelectionSetNode
}

/** A field that an operation selects, with the type on which it selects the field. */
interface SelectedField {
  on: GraphQLNamedType
  field: GraphQLField<unknown, unknown>
  set: SelectionSetNode | undefined
}

export interface FieldFacts {
  /** The field's description; null when it has none, or when the type of its object is unknown and members differ. */
  description: string | null
  /** The selections of what is in the field. */
  inner: Origin[]
}

/**
 * Finds what a field of a result stands for.
 *
 * @param key the field's name in the result.
 * @param typename of the object that has the field; undefined when unknown.
 */
export function findField(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  origins: readonly Origin[],
  key: string,
  typename: string | undefined,
): FieldFacts {
  const all = origins.flatMap(({ on, set }) => selectedAs(key, schema, fragments, on, set))
  const own = all.filter(({ on }) => on.name === typename)
  const type = typename === undefined ? undefined : schema.getType(typename)
  const fitting = own.length > 0 || type ? [...own, ...all.filter(({ on }) => covers(schema, on, type))] : all
  const descriptions = new Set(fitting.map(({ field }) => field.description ?? ''))
  const [description = ''] = own.length > 0 ? [own[0]?.field.description ?? ''] : descriptions
  return {
    description: own.length > 0 || descriptions.size === 1 ? description || null : null,
    inner: fitting.flatMap(({ field, set }) => (set ? [{ on: getNamedType(field.type), set }] : [])),
  }
}

const covers = (schema: GraphQLSchema, on: GraphQLNamedType, type: GraphQLNamedType | undefined): boolean =>
  isAbstractType(on) && isObjectType(type) && schema.isSubType(on, type)

function selectedAs(
  key: string,
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  on: GraphQLNamedType,
  set: SelectionSetNode,
): SelectedField[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias ?? selection.name).value !== key) return []
      const field = isObjectType(on) || isInterfaceType(on) ? on.getFields()[selection.name.value] : undefined
      return field ? [{ on, field, set: selection.selectionSet }] : []
    }
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
    if (!part) return []
    const name = part.typeCondition?.name.value
    return selectedAs(key, schema, fragments, (name && schema.getType(name)) || on, part.selectionSet)
  })
}
