import type { SchemaTypes } from './builder.js'
import { ExternalIdInput } from './shared-types.js'

type InputFields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
  'InputObject'
>

/** The fields by which the input of an upsert names its object. */
export const upsertKeys = (t: InputFields, type: string, unique: string) => ({
  id: t.id({ description: `The ${type} to change; with its \`expectedVersion\`.` }),
  expectedVersion: t.int({
    description: 'The `version` that the change is about; without it, whatever is there is changed.',
  }),
  externalId: t.field({
    type: ExternalIdInput,
    description: `Its id in another system: the ${type} that has it is changed, else one is made that has it. Without \`id\` and \`externalId\`, ${unique}.`,
  }),
})
