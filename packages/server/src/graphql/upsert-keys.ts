import type { InputFields } from './builder.js'
import { ExternalIdInput } from './shared-types.js'

/** The fields by which the input of an upsert names its object. */
export const upsertKeys = (t: InputFields, type: string, unique: string) => ({
  id: t.id({ description: `Global id of the ${type} to change; with its \`expectedVersion\`.` }),
  expectedVersion: t.int({
    description: `The \`version\` of the ${type} that you have read; when it is another one now, the result is ConflictError. Without it, whatever is there is changed.`,
  }),
  externalId: t.field({
    type: ExternalIdInput,
    description: `Its id in another system: the ${type} that has it is changed, else one is made that has it. Without \`id\` and \`externalId\`, ${unique}.`,
  }),
})
