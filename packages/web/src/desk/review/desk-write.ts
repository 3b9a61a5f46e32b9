import type { StatementRevertInput, StatementReviewInput, StatementUpdateInput } from '@onrecord/sdk'

/** A write about one statement. Its `expectedVersion` is what was seen, or what the write before it has made. */
export type DeskWrite =
  | { kind: 'review'; input: StatementReviewInput }
  | { kind: 'update'; input: StatementUpdateInput }
  | { kind: 'revert'; input: StatementRevertInput }
