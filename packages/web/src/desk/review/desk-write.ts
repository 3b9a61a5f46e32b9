import type {
  StatementRevertInput,
  StatementReviewInput,
  StatementsReviewInput,
  StatementUpdateInput,
} from '@onrecord/sdk'

/**
 * A write about one statement, or decisions about several. Its `expectedVersion` is what was seen, or what the write before
 * it has made.
 */
export type DeskWrite =
  | { kind: 'review'; input: StatementReviewInput }
  | { kind: 'reviews'; input: StatementsReviewInput }
  | { kind: 'update'; input: StatementUpdateInput }
  | { kind: 'revert'; input: StatementRevertInput }

/** Most decisions of one write. */
export const MOST_DECISIONS = 100

/** The statements that a write is about. */
export const idsOf = (write: DeskWrite): readonly string[] =>
  write.kind === 'reviews' ? write.input.decisions.map(({ id }) => id) : [write.input.id]

/** What a write decides about a statement; "EDIT" when it changes it. */
export function decisionOf(write: DeskWrite, id: string): string {
  if (write.kind === 'review') return write.input.decision
  if (write.kind !== 'reviews') return 'EDIT'
  return write.input.decisions.find((decision) => decision.id === id)?.decision ?? 'EDIT'
}

/** A write that follows another one about a statement: what it expects is the version that this has made. */
export function following(write: DeskWrite, id: string, expectedVersion: number): DeskWrite {
  if (write.kind !== 'reviews')
    return write.input.id === id
      ? ({ ...write, input: { ...write.input, expectedVersion } } as DeskWrite)
      : write
  const decisions = write.input.decisions.map((one) => (one.id === id ? { ...one, expectedVersion } : one))
  return { ...write, input: { ...write.input, decisions } }
}

/** A write without what it says of a statement; null when nothing is left of it. */
export function without(write: DeskWrite, id: string): DeskWrite | null {
  if (write.kind !== 'reviews') return write.input.id === id ? null : write
  const decisions = write.input.decisions.filter((one) => one.id !== id)
  return decisions.length > 0 ? { ...write, input: { ...write.input, decisions } } : null
}
