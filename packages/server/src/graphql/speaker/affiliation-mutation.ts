import { MOST_OFFICES, readOffices, setOffices } from '../../record/speaker/set-offices.js'
import type { Outcome } from '../../record/write/outcome.js'
import { builder } from '../builder.js'
import { FuzzyDateInput } from '../fuzzy-date-input.js'
import { mutation, type TypeOf } from '../mutation.js'
import { targetFields } from '../target-fields.js'

const PATH = ['input', 'affiliations']

const AffiliationInput = builder.inputType('AffiliationInput', {
  description: 'An office held for a time: a role, an organisation, or both.',
  fields: (t) => ({
    role: t.string({ description: 'The office: "Minister of Transport".' }),
    organizationId: t.id({ description: 'Global id of the organisation in which it is held, a speaker.' }),
    placeId: t.id({ description: 'Global id of the country or place that it is held for.' }),
    from: t.field({
      type: FuzzyDateInput,
      description: 'The date at which it began; null or absent when unknown.',
    }),
    until: t.field({
      type: FuzzyDateInput,
      description: 'The date at which it ended; null or absent while it is held, or when unknown.',
    }),
  }),
})

/** Adds the mutation `affiliationSet`, whose result is a speaker. */
export function affiliationMutation(result: TypeOf<Outcome>): void {
  mutation('affiliationSet', {
    description:
      'Sets all offices of a speaker, instead of those stored. Ingest then leaves them as they are.',
    scope: 'editor',
    result,
    inputDescription: 'A speaker, and the offices that they held and hold.',
    inputFields: (t) => ({
      ...targetFields(t, 'speaker'),
      affiliations: t.field({
        type: [AffiliationInput],
        required: true,
        description: `All offices of the speaker, in any order, at most ${MOST_OFFICES}.`,
      }),
    }),
    run: async ({ affiliations, ...target }, transact) => {
      const offices = readOffices(affiliations, PATH)
      return transact((write) => setOffices(write, target, offices, PATH))
    },
  })
}
