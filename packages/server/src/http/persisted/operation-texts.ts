import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql'

type Definition = OperationDefinitionNode | FragmentDefinitionNode

/**
 * The texts by which clients may send the operations of some files: each file with an operation as it is, and each
 * operation with the fragments that it uses, from any of the files, as graphql-js prints it and as short as possible,
 * which is how `@onrecord/codegen` sends it.
 *
 * @param files the contents of the files by their names.
 * @throws Error naming the file that is no GraphQL, or the fragment that is missing or there twice.
 */
export function operationTexts(files: ReadonlyMap<string, string>): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const operations: OperationDefinitionNode[] = []
  const texts: string[] = []
  for (const [name, content] of files) {
    const own: OperationDefinitionNode[] = []
    for (const definition of definitionsIn(content, name)) {
      if (definition.kind === Kind.OPERATION_DEFINITION) own.push(definition)
      else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        const same = fragments.get(definition.name.value)
        if (same && print(same) !== print(definition)) {
          throw new Error(`there are two fragments ${definition.name.value}: rename one of them`)
        }
        fragments.set(definition.name.value, definition)
      } else throw new Error(`${name} has types of a schema: give files of operations only`)
    }
    if (own.length > 0) texts.push(content, content.trim())
    operations.push(...own)
  }
  for (const operation of operations) {
    const parts = [...withFragments(operation, fragments)].map(print)
    texts.push(parts.join('\n\n'), stripIgnoredCharacters(parts.join('\n')))
  }
  return texts
}

function definitionsIn(content: string, name: string) {
  try {
    return parse(content).definitions
  } catch (cause) {
    throw new Error(`${name} is no GraphQL: ${(cause as Error).message}`, { cause })
  }
}

function withFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Set<Definition> {
  const used = new Set<Definition>([operation])
  const collect = (of: Definition) => {
    visit(of, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value)
        if (!fragment) throw new Error(`there is no fragment ${value}: put its file into the folder, too`)
        if (used.has(fragment)) return
        used.add(fragment)
        collect(fragment)
      },
    })
  }
  collect(operation)
  return used
}
