import {
  errorOf,
  MOST_REVIEWS,
  type ReviewOutcome,
  reviewStatement,
  reviewStatements,
} from '../../record/statement/review-statements.js'
import { builder } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { RejectionReason } from './enums.js'
import { StatementResult } from './mutations.js'

const ReviewDecision = builder.enumType('ReviewDecision', {
  description: 'What a person decides about a statement.',
  values: {
    VERIFY: { description: 'It is right: PROPOSED becomes VERIFIED.' },
    REJECT: { description: 'It is wrong, for a `reason`: PROPOSED becomes REJECTED.' },
    RETRACT: { description: 'It was right, and is withdrawn: VERIFIED becomes RETRACTED.' },
    REOPEN: { description: 'It is to be looked at again: back to PROPOSED.' },
  },
})

const StatementReviewInput = builder.inputType('StatementReviewInput', {
  description: 'A decision about one statement.',
  fields: (t) => ({
    statementId: t.id({ required: true, description: 'The statement.' }),
    expectedVersion: t.int({ required: true, description: 'The `version` that the decision is about.' }),
    decision: t.field({ type: ReviewDecision, required: true, description: 'What is decided.' }),
    reason: t.field({
      type: RejectionReason,
      description: 'Why it is rejected; with REJECT, and only then.',
    }),
    note: t.string({
      description: 'More about why, for people; needed with the reason OTHER. At most 2,000 characters.',
    }),
  }),
})

mutation('statementReview', {
  description: 'Decides about a statement: verifies, rejects, retracts or reopens it.',
  scope: 'reviewer',
  result: StatementResult,
  args: builder.args((t) => ({
    input: t.field({ type: StatementReviewInput, required: true, description: 'The decision.' }),
  })),
  run: ({ input }, write) => reviewStatement(input, write),
})

const StatementsReviewSuccess = builder
  .objectRef<{ outcomes: ReviewOutcome[] }>('StatementsReviewSuccess')
  .implement({
    description: 'What came of each of many decisions.',
    fields: (t) => ({
      results: t.field({
        type: [StatementResult as never],
        description: 'One for each decision, in order; those that fail, fail by themselves.',
        resolve: ({ outcomes }) =>
          outcomes.map((outcome) => errorOf(outcome) ?? { ...outcome, status: 'UPDATED' }) as never[],
      }),
    }),
  })

mutation('statementsReview', {
  description: `Decides about up to ${MOST_REVIEWS} statements at once. Each decision succeeds or fails by itself; all that succeed are written together.`,
  scope: 'reviewer',
  result: resultUnion('StatementsReviewResult', StatementsReviewSuccess, 'What came of many decisions.', []),
  args: builder.args((t) => ({
    inputs: t.field({
      type: [StatementReviewInput],
      required: true,
      description: `The decisions, 1 to ${MOST_REVIEWS}, each about another statement.`,
    }),
  })),
  complexity: ({ inputs }) => inputs.length,
  run: ({ inputs }, write) => reviewStatements(inputs, write),
})
