import { ConflictError, InputError, NotFoundError } from '../errors.js'
import { pathText, uuidIn, wrong } from '../write/input.js'
import type { RunWrite } from '../write/write.js'
import { expectState } from './expect-state.js'
import { checkReview, type Review, reviewChange } from './review-change.js'
import { type StatementChange, saveStatements } from './save-statements.js'
import { loadStatements, type StatementState } from './statement-state.js'

/** A decision about one statement, as it comes in. */
export interface ReviewInput extends Review {
  /** Global id. */
  statementId: string
  expectedVersion: number
}

/** Most decisions of one write. */
export const MOST_REVIEWS = 100

/** Decides about one statement. */
export async function reviewStatement(input: ReviewInput, write: RunWrite) {
  const path = ['input']
  const id = uuidIn('Statement', input.statementId, [...path, 'statementId'])
  checkReview(input, path)
  return write(async ({ tx, actor, record }) => {
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
  const { statementId: id, expectedVersion } = input
  const paths = { id: [...path, 'statementId'], version: [...path, 'expectedVersion'] }
  const state = expectState(states, { id, expectedVersion }, paths)
  return reviewChange(state, input, reviewer, now, path)
}

/** What came of one decision of many, as JSON can hold it. */
export type ReviewOutcome =
  | { id: string }
  | { type: 'NotFoundError'; id: string; path: string }
  | { type: 'ConflictError'; currentVersion: number; expectedVersion: number; path: string }
  | { type: 'InputError'; path: string[]; message: string }

/**
 * Decides about many statements with as many SQL statements as about one. Those that fail, fail by themselves.
 *
 * @returns one outcome for each decision, in order.
 * @throws InputError when there are none, or too many.
 */
export async function reviewStatements(inputs: readonly ReviewInput[], write: RunWrite) {
  if (inputs.length === 0 || inputs.length > MOST_REVIEWS) {
    throw wrong(['inputs'], `has ${inputs.length} decisions: pass 1 to ${MOST_REVIEWS}`)
  }
  return write(async ({ tx, actor, record }) => {
    const ids = inputs.flatMap(({ statementId }) => idOrNothing(statementId))
    const states = ids.length > 0 ? await loadStatements(tx, { ids }) : []
    const now = new Date()
    const seen = new Map<string, number>()
    const changes: StatementChange[] = []
    const outcomes = inputs.map((input, index): ReviewOutcome => {
      const path = ['inputs', String(index)]
      try {
        checkReview(input, path)
        const twin = seen.get(input.statementId)
        if (twin !== undefined) {
          throw wrong([...path, 'statementId'], `is that of inputs[${twin}], too: decide about each once`)
        }
        const change = changeOf(states, input, actor, now, path)
        seen.set(input.statementId, index)
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

/** A malformed id is of no statement; the decision that it came with says so. */
function idOrNothing(statementId: string): string[] {
  try {
    return [uuidIn('Statement', statementId, [])]
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}

function outcomeOf(error: unknown, input: ReviewInput, path: string[]): ReviewOutcome {
  if (error instanceof NotFoundError) {
    return { type: 'NotFoundError', id: error.id, path: pathText([...path, 'statementId']) }
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
