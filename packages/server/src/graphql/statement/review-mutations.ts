import {
  errorOf,
  MOST_REVIEWS,
  type ReviewOutcome,
  reviewStatement,
  reviewStatements,
} from '../../record/statement/review-statements.js'
import { builder, type InputFields } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { targetFields } from '../target-fields.js'
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

const decisionFields = (t: InputFields) => ({
  ...targetFields(t, 'statement'),
  decision: t.field({
    type: ReviewDecision,
    required: true,
    description: 'The decision: verify, reject, retract or reopen.',
  }),
  reason: t.field({
    type: RejectionReason,
    description: 'Why the statement is rejected; with REJECT, and only then.',
  }),
  note: t.string({
    description: 'More about why, for people; needed with the reason OTHER. At most 2,000 characters.',
  }),
})

const StatementDecisionInput = builder.inputType('StatementDecisionInput', {
  description: 'A decision about one of many statements.',
  fields: decisionFields,
})

mutation('statementReview', {
  description: 'Decides about a statement: verifies, rejects, retracts or reopens it.',
  scope: 'reviewer',
  result: StatementResult,
  inputDescription: 'A decision about one statement.',
  inputFields: decisionFields,
  run: (input, transact) => reviewStatement(input, transact),
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
  inputDescription: 'Decisions about many statements.',
  inputFields: (t) => ({
    decisions: t.field({
      type: [StatementDecisionInput],
      required: true,
      description: `The decisions, 1 to ${MOST_REVIEWS}, each about another statement.`,
    }),
  }),
  complexity: ({ decisions }) => decisions.length,
  run: ({ decisions }, transact) => reviewStatements(decisions, transact),
})
