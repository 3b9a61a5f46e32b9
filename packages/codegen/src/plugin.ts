import type { Types } from '@graphql-codegen/plugin-helpers'
import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'

/** A file of operations, or one document in a TypeScript file, as GraphQL Code Generator passes it to plugins. */
export type DocumentFile = Types.DocumentFile

/** The result of a plugin of GraphQL Code Generator. */
export interface PluginOutput {
  prepend: string[]
  content: string
}

export type Plugin<Config = unknown> = (
  schema: GraphQLSchema,
  documents: readonly DocumentFile[],
  config: Config,
) => PluginOutput

/** The named operations of files, in order. */
export const operationsOf = (documents: readonly DocumentFile[]): OperationDefinitionNode[] =>
  documents.flatMap(({ document }) =>
    (document?.definitions ?? []).filter(
      (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
    ),
  )

/** The fragments of files, by name. */
export const fragmentsOf = (documents: readonly DocumentFile[]): Map<string, FragmentDefinitionNode> =>
  new Map(
    documents
      .flatMap(({ document }) => document?.definitions ?? [])
      .filter((each): each is FragmentDefinitionNode => each.kind === 'FragmentDefinition')
      .map((each) => [each.name.value, each]),
  )

export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Makes a TSDoc comment of a description; empty when there is none. */
export const tsdoc = (description: string | null | undefined, indent = ''): string =>
  description ? `${indent}/** ${description.replaceAll('*/', '*\\/').replace(/\s*\n\s*/g, ' ')} */\n` : ''
