import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import { documentText } from './document-text.js'
import { capital, type DocumentFile, fragmentsOf, type Plugin } from './plugin.js'

export interface TypedDocumentsConfig {
  /** The module of `TypedDocument`. */
  sdk: string
}

/**
 * Writes a constant for each operation and fragment, and the function `graphql`, which finds the constant of a text in the
 * program. A program that does not call the function has only the constants in its bundle.
 */
export const typedDocuments: Plugin<TypedDocumentsConfig> = (_schema, documents, { sdk }) => {
  const fragments = fragmentsOf(documents)
  const constants = documents.flatMap((file) =>
    definitionsOf(file).map((definition) => constant(definition, fragments)),
  )
  const sources = documents.flatMap((file) => sourceOf(file))
  return {
    prepend: [`import type { TypedDocument } from '${sdk}';`],
    content: `\n${constants.join('\n')}\n${graphqlFunction([...new Set(sources)])}`,
  }
}

const definitionsOf = ({ document }: DocumentFile) =>
  (document?.definitions ?? []).filter((each) => 'selectionSet' in each)

interface Names {
  constant: string
  result: string
  variables: string
}

function namesOf(definition: OperationDefinitionNode | FragmentDefinitionNode): Names {
  const name = capital(definition.name?.value ?? '')
  if (definition.kind === 'FragmentDefinition')
    return { constant: `${name}FragmentDoc`, result: `${name}Fragment`, variables: 'unknown' }
  const result = `${name}${capital(definition.operation)}`
  return { constant: `${name}Document`, result, variables: `${result}Variables` }
}

function constant(
  definition: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const { constant, result, variables } = namesOf(definition)
  const text = JSON.stringify(documentText(definition, fragments))
  return `export const ${constant} =\n  ${text} as unknown as TypedDocument<${result}, ${variables}>\n`
}

/** A line that maps the text of a document in a program to the constant of its first operation, or else fragment. */
function sourceOf(file: DocumentFile): string[] {
  const definitions = definitionsOf(file)
  const [first] = definitions
  if (!first || !file.rawSDL || /\.(graphql|graphqls|gql)$/.test(file.location ?? '')) return []
  const main = definitions.find(({ kind }) => kind === 'OperationDefinition') ?? first
  return [`  ${JSON.stringify(file.rawSDL)}: ${namesOf(main).constant},\n`]
}

function graphqlFunction(sources: readonly string[]): string {
  if (sources.length === 0) return ''
  return `const documents = {\n${sources.join('')}}

/** The typed document of a text that stands in the program. Run graphql-codegen after each change of one. */
export function graphql<Source extends keyof typeof documents>(source: Source): (typeof documents)[Source] {
  const document = documents[source]
  if (document === undefined) throw new Error(\`run graphql-codegen, which does not know this document yet: \${source}\`)
  return document
}
`
}
