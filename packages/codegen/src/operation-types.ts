import type { Types } from '@graphql-codegen/plugin-helpers'
import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations'
import type { GraphQLSchema } from 'graphql'
import { describeResults } from './describe-results.js'
import { INPUT } from './enums.js'
import { enumNames, OTHER, openSchema } from './open-schema.js'
import { capital } from './plugin.js'
import { SCALARS } from './scalars.js'
import { shareTypes } from './share-types.js'

export interface OperationTypesConfig {
  /** Module of the enums. */
  enums: string
  /** Types for scalars in place of the default types. */
  scalars?: ScalarTypes
}

/** TypeScript types of scalars: one type, or one for input and one for output. */
export type ScalarTypes = Readonly<Record<string, string | { input: string; output: string }>>

/**
 * Writes the types of operations and fragments, and of their inputs, with the plugin typescript-operations. The types are
 * open for what a newer service may add: new members of unions have the `__typename` "%other", as in the SDK's `Other`.
 * Fields have the schema's descriptions.
 */
export async function operationTypes(
  schema: GraphQLSchema,
  documents: Types.DocumentFile[],
  { enums, scalars = {} }: OperationTypesConfig,
): Promise<Types.ComplexPluginOutput> {
  const ofEnums = Object.fromEntries(
    enumNames(schema).map((name) => [
      name,
      { input: `${enums}#${name}${INPUT}`, output: `${enums}#${name}` },
    ]),
  )
  const { prepend, content } = (await typescriptOperations(
    openSchema(schema).schema,
    documents,
    {
      useTypeImports: true,
      arrayInputCoercion: false,
      defaultScalarType: 'unknown',
      inputMaybeValue: 'T | null | undefined',
      inlineFragmentTypes: 'combine',
      // Names stay as they are, so that whoever knows an operation's name knows the names of its types.
      namingConvention: capital,
      scalars: { ...SCALARS, ...ofEnums, ...scalars },
    },
    { outputFile: '' },
  )) as { prepend: string[]; content: string }
  return {
    // The plugin's helper types are not needed: `Exact` changes nothing, `Incremental` is for answers in parts.
    prepend: prepend.filter((line) => !/\btype (Exact|Incremental)</.test(line)),
    content: shareTypes(
      describeResults(
        content
          .replaceAll(/\bExact<(\{[^}]*\})>/g, '$1')
          .replaceAll(new RegExp(`'${OTHER}\\w+'`, 'g'), "'%other'")
          .replaceAll(/\n{3,}/g, '\n\n'),
        schema,
        documents,
      ),
    ),
  }
}
