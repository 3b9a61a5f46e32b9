import {
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql'

type Definition = OperationDefinitionNode | FragmentDefinitionNode

/** Prints an operation or fragment, with the fragments that it uses, as a text that is as short as possible. */
export function documentText(
  definition: Definition,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const used = new Set<Definition>([definition])
  const collect = (of: Definition) => {
    visit(of, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value)
        if (!fragment) throw new Error(`there is no fragment ${value}`)
        if (used.has(fragment)) return
        used.add(fragment)
        collect(fragment)
      },
    })
  }
  collect(definition)
  return stripIgnoredCharacters([...used].map(print).join('\n'))
}
