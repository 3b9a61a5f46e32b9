import type { Types } from '@graphql-codegen/plugin-helpers'
import type { ScalarTypes } from './operation-types.js'
import { preset } from './preset.js'
import { findSdkSchema } from './sdk-schema.js'

export interface OnRecordOptions {
  /** Patterns of the files that have your documents: TypeScript with `graphql(…)`, or `.graphql`. */
  documents: string | readonly string[]
  /** Folder of what is written: `src/gql/` by default. */
  output?: string
  /**
   * The schema of your service: its url, or a file. It must be the installed SDK's, which is taken when you give none.
   */
  schema?: Types.InstanceOrArray<Types.Schema>
  /** Types of scalars, where they shall not be `string`: `{ DateTime: '../dates.js#Instant' }`. */
  scalars?: ScalarTypes
}

/**
 * The configuration of GraphQL Code Generator, whole:
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
