import { ConflictError, InputError, NotFoundError } from '../errors.js'
import { pathText, uuidIn, wrong } from '../write/input.js'
import type { Target } from '../write/lock.js'
import type { Transact } from '../write/write.js'
import { expectState } from './expect-state.js'
import { checkReview, type Review, reviewChange } from './review-change.js'
import { type StatementChange, saveStatements } from './save-statements.js'
import { loadStatements, type StatementState } from './statement-state.js'

/** A decision about one statement, as a caller passes it. */
export interface ReviewInput extends Review, Target {}

/** Most decisions in one write. */
export const MOST_REVIEWS = 100

/** Decides about one statement. */
export async function reviewStatement(input: ReviewInput, transact: Transact) {
  const path = ['input']
  const id = uuidIn('Statement', input.id, [...path, 'id'])
  checkReview(input, path)
  return transact(async ({ tx, actor, record }) => {
    const states = await loadStatements(tx, { ids: [id] })
    await saveStatements({ tx, record }, [changeOf(states, input, actor, new Date(), path)])
    return { id, status: 'UPDATED' as const }
  })
}

function changeOf(
  states: readonly StatementState[],
  input: ReviewInput,
  reviewer: string,
  now: Date,
  path: string[],
): StatementChange {
  const state = expectState(states, input, path)
  return reviewChange(state, input, reviewer, now, path)
}

/** The result of one decision among many, in a form that JSON can hold. */
export type ReviewOutcome =
  | { id: string }
  | { type: 'NotFoundError'; id: string; path: string }
  | { type: 'ConflictError'; currentVersion: number; expectedVersion: number; path: string }
  | { type: 'InputError'; path: string[]; message: string }

const PATH = ['input', 'decisions']

/**
 * Decides about many statements with as many SQL statements as about one. A failing decision does not stop the others.
 *
 * @returns one outcome for each decision, in order.
 * @throws InputError when there are no decisions, or more than {@link MOST_REVIEWS}.
 */
export async function reviewStatements(decisions: readonly ReviewInput[], transact: Transact) {
  if (decisions.length === 0 || decisions.length > MOST_REVIEWS) {
    throw wrong(PATH, `has ${decisions.length} entries: pass 1 to ${MOST_REVIEWS}`)
  }
  return transact(async ({ tx, actor, record }) => {
    const ids = decisions.flatMap(({ id }) => validId(id))
    const states = ids.length > 0 ? await loadStatements(tx, { ids }) : []
    const now = new Date()
    const seen = new Map<string, number>()
    const changes: StatementChange[] = []
    const outcomes = decisions.map((input, index): ReviewOutcome => {
      const path = [...PATH, String(index)]
      try {
        checkReview(input, path)
        const earlier = seen.get(input.id)
        if (earlier !== undefined) {
          const other = pathText([...PATH, String(earlier)])
          throw wrong([...path, 'id'], `is that of ${other}, too: decide about each once`)
        }
        const change = changeOf(states, input, actor, now, path)
        seen.set(input.id, index)
        changes.push(change)
        return { id: change.state.id }
      } catch (error) {
        return outcomeOf(error, input, path)
      }
    })
    await saveStatements({ tx, record }, changes)
    return { outcomes }
  })
}

/** The UUID of an id; nothing for a malformed id, which `changeOf` refuses for its own decision only. */
function validId(id: string): string[] {
  try {
    return [uuidIn('Statement', id, [])]
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}

function outcomeOf(error: unknown, input: ReviewInput, path: string[]): ReviewOutcome {
  if (error instanceof NotFoundError) {
    return { type: 'NotFoundError', id: error.id, path: pathText([...path, 'id']) }
  }
  if (error instanceof ConflictError) {
    const { currentVersion } = error
    const { expectedVersion } = input
    return {
      type: 'ConflictError',
      currentVersion,
      expectedVersion,
      path: pathText([...path, 'expectedVersion']),
    }
  }
  if (error instanceof InputError) {
    const [field = { path, message: error.message }] = error.fields
    return { type: 'InputError', ...field }
  }
  throw error
}

/** The error that an outcome stands for; null for a success. */
export function errorOf(outcome: ReviewOutcome): Error | null {
  if (!('type' in outcome)) return null
  if (outcome.type === 'NotFoundError') return new NotFoundError('Statement', outcome.id, outcome.path)
  if (outcome.type === 'InputError') return new InputError(outcome.path, outcome.message)
  return new ConflictError(outcome.currentVersion, outcome.expectedVersion, outcome.path)
}
