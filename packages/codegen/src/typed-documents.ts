import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import { documentText } from './document-text.js'
import { capital, type DocumentFile, fragmentsOf, type Plugin } from './plugin.js'

export interface TypedDocumentsConfig {
  /** The module of `TypedDocument`. */
  sdk: string
}

/**
 * Writes a constant for each operation and fragment, and the function `graphql`, which finds the constant of a text in the
 * program. A program that does not call the function has only the constants in its bundle. Every export says its type, as
 * the compiler option `isolatedDeclarations` wants it.
 */
export const typedDocuments: Plugin<TypedDocumentsConfig> = (_schema, documents, { sdk }) => {
  const fragments = fragmentsOf(documents)
  const constants = documents.flatMap((file) =>
    definitionsOf(file).map((definition) => constant(definition, fragments)),
  )
  const sources = new Map(documents.flatMap((file) => sourceOf(file)))
  return {
    prepend: [`import type { TypedDocument } from '${sdk}';`],
    content: `\n${constants.join('\n')}\n${graphqlFunction(sources)}`,
  }
}

const definitionsOf = ({ document }: DocumentFile) =>
  (document?.definitions ?? []).filter((each) => 'selectionSet' in each)

interface Names {
  constant: string
  kind: string
  result: string
  variables: string
}

function namesOf(definition: OperationDefinitionNode | FragmentDefinitionNode): Names {
  const name = capital(definition.name?.value ?? '')
  if (definition.kind === 'FragmentDefinition')
    return {
      constant: `${name}FragmentDoc`,
      kind: 'fragment',
      result: `${name}Fragment`,
      variables: 'unknown',
    }
  const result = `${name}${capital(definition.operation)}`
  return { constant: `${name}Document`, kind: definition.operation, result, variables: `${result}Variables` }
}

function constant(
  definition: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const { constant, kind, result, variables } = namesOf(definition)
  const text = JSON.stringify(documentText(definition, fragments))
  return `export const ${constant} =\n  ${text} as unknown as TypedDocument<${result}, ${variables}, '${kind}'>\n`
}

/** The text of a document in a program, and the constant of its first operation, or else fragment. */
function sourceOf(file: DocumentFile): [text: string, constant: string][] {
  const definitions = definitionsOf(file)
  const [first] = definitions
  if (!first || !file.rawSDL || /\.(graphql|graphqls|gql)$/.test(file.location ?? '')) return []
  const main = definitions.find(({ kind }) => kind === 'OperationDefinition') ?? first
  return [[JSON.stringify(file.rawSDL), namesOf(main).constant]]
}

function graphqlFunction(sources: ReadonlyMap<string, string>): string {
  if (sources.size === 0) return ''
  const entries = [...sources]
  return `/** The documents of this program by their texts. */
export interface Documents {
${entries.map(([text, constant]) => `  ${text}: typeof ${constant}\n`).join('')}}

const documents: Documents = {
${entries.map(([text, constant]) => `  ${text}: ${constant},\n`).join('')}}

/** The typed document of a text that stands in the program. Run graphql-codegen after each change of one. */
export function graphql<Source extends keyof Documents>(source: Source): Documents[Source] {
  const document = documents[source]
  if (document === undefined) throw new Error(\`run graphql-codegen, which does not know this document yet: \${source}\`)
  return document
}
`
}
