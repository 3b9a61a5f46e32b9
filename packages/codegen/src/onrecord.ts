import type { Types } from '@graphql-codegen/plugin-helpers'
import type { ScalarTypes } from './operation-types.js'
import { preset } from './preset.js'
import { findSdkSchema } from './sdk-schema.js'

export interface OnRecordOptions {
  /** Patterns of the files that have your documents: TypeScript with `graphql(…)`, or `.graphql`. */
  documents: string | readonly string[]
  /** The folder for the written files. Default: `src/gql/`. */
  output?: string
  /**
   * The schema of your service: its URL, or a file. It must be the same as that of the installed SDK, which is the default.
   */
  schema?: Types.InstanceOrArray<Types.Schema>
  /** Types for scalars in place of the default types: `{ DateTime: '../dates.js#Instant' }`. */
  scalars?: ScalarTypes
}

/**
 * Makes the whole configuration of GraphQL Code Generator.
 *
 * @example
 * import { onrecord } from '@onrecord/codegen'
 * export default onrecord({ documents: 'src/**\/*.{ts,tsx}' })
 *
 * @throws Error when the SDK is not installed.
 */
export function onrecord({
  documents,
  output = 'src/gql/',
  schema,
  scalars = {},
}: OnRecordOptions): Types.Config {
  const folder = output.endsWith('/') ? output : `${output}/`
  return {
    schema: schema ?? findSdkSchema().path,
    documents: [documents, `!${folder}**`].flat(),
    generates: { [folder]: { preset, presetConfig: { scalars } } },
  }
}
