import { builder } from '../schema/builder.js'
import { mutation, resultUnion } from '../write/mutation.js'
import { type Written, written } from '../write/written.js'
import { RejectionReason } from './enums.js'
import { reviewStatement } from './review-statements.js'

const StatementSuccess = builder.objectRef<Written>('StatementSuccess').implement({
  description: 'The statement as it is now in the record.',
  fields: (t) => ({ statement: t.field(written('Statement', 'The statement.')) }),
})

export const StatementResult = resultUnion(
  'StatementResult',
  StatementSuccess,
  'What came of a write to a statement.',
  ['NotFoundError', 'ConflictError', 'AnchorMismatchError'],
)

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
