import type { Types } from '@graphql-codegen/plugin-helpers'
import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations'
import type { GraphQLSchema } from 'graphql'
import { INPUT } from './enums.js'
import { enumNames, OTHER, openSchema } from './open-schema.js'
import { capital } from './plugin.js'
import { SCALARS } from './scalars.js'

export interface OperationTypesConfig {
  /** Module of the enums. */
  enums: string
  /** Types of scalars, where they are not those of the API's. */
  scalars?: ScalarTypes
}

/** A TypeScript type for a scalar: one for both ways, or one that is taken and one that comes. */
export type ScalarTypes = Readonly<Record<string, string | { input: string; output: string }>>

/**
 * The types of operations and fragments, and of the inputs that they take, by the plugin typescript-operations; open
 * where something comes that a newer service may know more of: members of unions that it adds have the `__typename`
 * "%other", as in the SDK's `Other`.
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
      inputMaybeValue: 'T | undefined',
      inlineFragmentTypes: 'combine',
      // Names as they are, so that those who know an operation's name know those of its types.
      namingConvention: capital,
      scalars: { ...SCALARS, ...ofEnums, ...scalars },
    },
    { outputFile: '' },
  )) as { prepend: string[]; content: string }
  return {
    // Without its helpers: `Exact` changes nothing, `Incremental` is for answers in parts.
    prepend: prepend.filter((line) => !/\btype (Exact|Incremental)</.test(line)),
    content: content
      .replaceAll(/\bExact<(\{[^}]*\})>/g, '$1')
      .replaceAll(new RegExp(`'${OTHER}\\w+'`, 'g'), "'%other'")
      .replaceAll(/\n{3,}/g, '\n\n'),
  }
}
