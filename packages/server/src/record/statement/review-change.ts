import type { RejectionReason, ReviewStatus } from '../../generated/prisma/enums.js'
import type { InputError } from '../errors.js'
import { wrong } from '../write/input.js'
import type { StatementChange } from './save-statements.js'
import type { StatementState } from './statement-state.js'

export type Decision = 'VERIFY' | 'REJECT' | 'RETRACT' | 'REOPEN'

/** A person's decision about a statement. */
export interface Review {
  decision: Decision
  reason?: RejectionReason | null | undefined
  note?: string | null | undefined
}

/** The review statuses that each decision is allowed in, and the status that it gives. */
const STEPS: Record<Decision, { from: ReviewStatus[]; to: ReviewStatus }> = {
  VERIFY: { from: ['PROPOSED'], to: 'VERIFIED' },
  REJECT: { from: ['PROPOSED'], to: 'REJECTED' },
  RETRACT: { from: ['VERIFIED'], to: 'RETRACTED' },
  REOPEN: { from: ['VERIFIED', 'REJECTED', 'RETRACTED'], to: 'PROPOSED' },
}

const LONGEST_NOTE = 2_000

/**
 * Checks what can be checked of a decision without its statement.
 *
 * @throws InputError naming the field.
 */
export function checkReview({ decision, reason, note }: Review, path: string[]): void {
  if (decision === 'REJECT' && reason == null) {
    throw wrong([...path, 'reason'], 'is missing: a rejection says why')
  }
  if (decision !== 'REJECT' && reason != null) {
    throw wrong([...path, 'reason'], `is only for REJECT: leave it out of ${decision}`)
  }
  if (reason === 'OTHER' && !note?.trim()) {
    throw wrong([...path, 'note'], 'is missing: with the reason OTHER it says why')
  }
  if (note && note.length > LONGEST_NOTE) {
    throw wrong([...path, 'note'], `has ${note.length} characters: pass at most ${LONGEST_NOTE}`)
  }
}

/**
 * The change that a decision makes to a statement.
 *
 * @param now when the decision is made.
 * @throws InputError when the statement's status does not allow it.
 */
export function reviewChange(
  state: StatementState,
  { decision, reason, note }: Review,
  reviewer: string,
  now: Date,
  path: string[],
): StatementChange {
  const { from, to } = STEPS[decision]
  const { reviewStatus } = state.facts
  if (!from.includes(reviewStatus)) throw notAllowed(decision, reviewStatus, path)
  const reviewNote = note?.trim() || null
  return {
    state,
    action: 'REVIEWED',
    note: reviewNote,
    facts: { reviewStatus: to, rejectionReason: reason ?? null, reviewNote },
    marks: { reviewedAt: now, reviewedBy: reviewer },
  }
}

function notAllowed(decision: Decision, status: ReviewStatus, path: string[]): InputError {
  const allowed = Object.entries(STEPS)
    .filter(([, { from }]) => from.includes(status))
    .map(([name]) => name)
  return wrong(
    [...path, 'decision'],
    `is ${decision}, but the statement is ${status}: pass ${allowed.join(' or ')}`,
  )
}
