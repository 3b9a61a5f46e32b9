import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>

/** What decides which fields an operation selects. */
export interface Selecting {
  schema: GraphQLSchema
  fragments: Fragments
  variables: Readonly<Record<string, unknown>>
}

/** The fields that selections make of an object type, by response key; the nodes of a field are merged. */
export function collectFields(
  of: Selecting,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const seen = new Set<string>()
  const add = (selection: SelectionNode): void => {
    if (!isIncluded(selection, of.variables)) return
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value
      const nodes = fields.get(key)
      if (nodes) nodes.push(selection)
      else fields.set(key, [selection])
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (fits(of.schema, type, selection.typeCondition?.name.value))
        selection.selectionSet.selections.forEach(add)
    } else {
      const { value: name } = selection.name
      const fragment = of.fragments[name]
      if (!fragment || seen.has(name)) return
      seen.add(name)
      if (fits(of.schema, type, fragment.typeCondition.name.value))
        fragment.selectionSet.selections.forEach(add)
    }
  }
  for (const { selections: some } of selections) some.forEach(add)
  return fields
}

function isIncluded(
  { directives }: { directives?: readonly DirectiveNode[] },
  variables: Selecting['variables'],
) {
  if (!directives || directives.length === 0) return true
  const values = (directive: typeof GraphQLSkipDirective) =>
    getDirectiveValues(directive, { directives }, variables)
  return values(GraphQLSkipDirective)?.if !== true && values(GraphQLIncludeDirective)?.if !== false
}

function fits(schema: GraphQLSchema, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true
  const named = schema.getType(condition)
  return isAbstractType(named) && schema.isSubType(named, type)
}

/** The names of the variables that decide what is selected, by `@skip` and `@include`. */
export function decidingVariables(selections: SelectionSetNode, fragments: Fragments): string[] {
  const names = new Set<string>()
  const seen = new Set<string>()
  const look = (node: SelectionSetNode): void => {
    visit(node, {
      Directive: (directive) => {
        if (directive.name.value !== 'skip' && directive.name.value !== 'include') return
        for (const { value } of directive.arguments ?? []) {
          if (value.kind === Kind.VARIABLE) names.add(value.name.value)
        }
      },
      FragmentSpread: ({ name: { value: name } }) => {
        const fragment = fragments[name]
        if (!fragment || seen.has(name)) return
        seen.add(name)
        look(fragment.selectionSet)
      },
    })
  }
  look(selections)
  return [...names]
}

/** Whether the arguments of a field hold a variable; with `deeply`, those of all fields below it, too. */
export function usesVariables(nodes: readonly FieldNode[], fragments: Fragments, deeply: boolean): boolean {
  let found = false
  const seen = new Set<string>()
  const look = (node: FieldNode | SelectionSetNode): void => {
    visit(node, {
      Variable: () => {
        found = true
      },
      SelectionSet: () => (deeply ? undefined : false),
      FragmentSpread: ({ name: { value: name } }) => {
        const fragment = fragments[name]
        if (!fragment || seen.has(name)) return
        seen.add(name)
        look(fragment.selectionSet)
      },
    })
  }
  for (const node of nodes) look(node)
  return found
}

/**
 * The selections of the fields that stand at a path below selections, on whichever type. Fields with different response
 * keys on the way may select different things under one key, so they are kept apart.
 *
 * @returns the selections by the response keys of the way, joined by blanks.
 */
export function selectionsAt(
  of: Selecting,
  selections: readonly SelectionSetNode[],
  path: readonly string[],
): Map<string, SelectionSetNode[]> {
  let groups = new Map([['', [...selections]]])
  for (const name of path) {
    const next = new Map<string, SelectionSetNode[]>()
    for (const [keys, sets] of groups) {
      for (const node of fieldsNamed(of, sets, name)) {
        const way = `${keys}${keys && ' '}${node.alias?.value ?? name}`
        const found = next.get(way) ?? []
        if (node.selectionSet) found.push(node.selectionSet)
        next.set(way, found)
      }
    }
    groups = next
  }
  return groups
}

/** The fields of a name that selections select, without those that `@skip` and `@include` leave out. */
export function fieldsNamed(of: Selecting, sets: readonly SelectionSetNode[], name: string): FieldNode[] {
  const found: FieldNode[] = []
  const seen = new Set<string>()
  const look = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, of.variables)) continue
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === name) found.push(selection)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet)
      else {
        const fragment = of.fragments[selection.name.value]
        if (!fragment || seen.has(selection.name.value)) continue
        seen.add(selection.name.value)
        look(fragment.selectionSet)
      }
    }
  }
  for (const set of sets) look(set)
  return found
}
