import { type Client, mutate, type RequestOptions } from '@onrecord/sdk'
import { type DeskWrite, idsOf } from './desk-write.js'
import { messageOf } from './message-of.js'

/** What came of a write for one statement. */
export type Result =
  | { kind: 'done'; version: number; status: string }
  | { kind: 'conflict' }
  | { kind: 'refused'; message: string }

const ONE = {
  $on: {
    StatementSuccess: { statement: { version: true, reviewStatus: true } },
    ConflictError: { currentVersion: true },
    NotFoundError: { message: true },
    ValidationError: { message: true },
    ForbiddenError: { message: true },
  },
} as const

const SEVERAL = {
  $on: {
    StatementsReviewSuccess: { results: ONE },
    ValidationError: { message: true },
    ForbiddenError: { message: true },
  },
} as const

type Answer = { __typename: string; statement?: { version: number; reviewStatus: string } }

const UPDATED = { $on: { ...ONE.$on, AnchorMismatchError: { message: true } } } as const

/**
 * Sends a write. The same key again gives the same answer.
 *
 * @param options of the request; by default it is sent once.
 * @returns a result for each statement of the write, in their order.
 * @throws OnRecordError when no answer came.
 */
export async function sendWrite(
  client: Client,
  key: string,
  write: DeskWrite,
  options: RequestOptions = { retry: 0 },
): Promise<Result[]> {
  switch (write.kind) {
    case 'review': {
      const input = { ...write.input, idempotencyKey: key }
      const { statementReview } = await mutate(client, { statementReview: { $: { input }, ...ONE } }, options)
      return [resultOf(statementReview)]
    }
    case 'update': {
      const input = { ...write.input, idempotencyKey: key }
      const { statementUpdate } = await mutate(
        client,
        { statementUpdate: { $: { input }, ...UPDATED } },
        options,
      )
      return [resultOf(statementUpdate)]
    }
    case 'revert': {
      const input = { ...write.input, idempotencyKey: key }
      const { statementRevert } = await mutate(client, { statementRevert: { $: { input }, ...ONE } }, options)
      return [resultOf(statementRevert)]
    }
    case 'reviews': {
      const input = { ...write.input, idempotencyKey: key }
      const request = { statementsReview: { $: { input }, ...SEVERAL } }
      const { statementsReview } = await mutate(client, request, options)
      if (statementsReview?.__typename === 'StatementsReviewSuccess')
        return statementsReview.results.map(resultOf)
      // Refused as a whole.
      return idsOf(write).map(() => resultOf(statementsReview))
    }
  }
}

function resultOf(answer: Answer | null): Result {
  if (answer?.statement) {
    const { version, reviewStatus: status } = answer.statement
    return { kind: 'done', version, status }
  }
  if (answer?.__typename === 'ConflictError') return { kind: 'conflict' }
  return { kind: 'refused', message: messageOf(answer) }
}
