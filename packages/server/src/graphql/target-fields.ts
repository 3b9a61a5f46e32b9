import type { InputFields } from './builder.js'

/** The field by which the input of a mutation names one object. */
export const idField = (t: InputFields, noun: string) => ({
  id: t.id({ required: true, description: `Global id of the ${noun}.` }),
})

/** The fields by which the input of a mutation names one object in the version that the caller has read. */
export const targetFields = (t: InputFields, noun: string) => ({
  ...idField(t, noun),
  expectedVersion: t.int({
    required: true,
    description: `The \`version\` of the ${noun} that you have read; when it is another one now, the result is ConflictError.`,
  }),
})
