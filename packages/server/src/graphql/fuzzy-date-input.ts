import { builder } from './builder.js'
import { DateBasis } from './fuzzy-date.js'

export const FuzzyDateInput = builder.inputType('FuzzyDateInput', {
  description: 'A date that may be partial or unknown.',
  fields: (t) => ({
    edtf: t.string({
      description:
        'Extended Date/Time Format (ISO 8601-2): `2026`, `2026-03`, `2026-03-02`, `2026-03-02T10:30:00+01:00`, or an interval of two of them, one of which may be `..`: `../2026-03` is not after March 2026. Years 1 to 9999. Absent when only the words are known.',
    }),
    basis: t.field({
      type: DateBasis,
      required: true,
      defaultValue: 'STATED',
      description: 'The way in which it is known; stored as UNKNOWN when there is no `edtf`.',
    }),
    asWritten: t.string({ description: 'The words in the text, e.g. "On Tuesday".' }),
  }),
})
