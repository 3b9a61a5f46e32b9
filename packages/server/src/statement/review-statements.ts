import { ConflictError, NotFoundError } from '../schema/errors.js'
import { pathText, uuidIn, wrong } from '../write/input.js'
import type { RunWrite } from '../write/write.js'
import { checkReview, type Review, reviewChange } from './review-change.js'
import { saveStatements } from './save-statements.js'
import { loadStatements, type StatementState } from './statement-state.js'

/** A decision about one statement, as it comes in. */
export interface ReviewInput extends Review {
  /** Global id. */
  statementId: string
  expectedVersion: number
}

/** Decides about one statement. */
export async function reviewStatement(input: ReviewInput, write: RunWrite): Promise<{ id: string }> {
  const path = ['input']
  const id = uuidIn('Statement', input.statementId, [...path, 'statementId'])
  checkReview(input, path)
  return write(async ({ tx, actor, record }) => {
    const [state] = await loadStatements(tx, { ids: [id] })
    const known = checkState(state, input, path)
    await saveStatements({ tx, record }, [reviewChange(known, input, actor, new Date(), path)])
    return { id }
  })
}

/** @throws NotFoundError, ConflictError, InputError when the statement is not the one that was looked at. */
function checkState(state: StatementState | undefined, input: ReviewInput, path: string[]): StatementState {
  const at = [...path, 'statementId']
  if (!state) throw new NotFoundError('Statement', input.statementId, pathText(at))
  if (state.version !== input.expectedVersion) {
    throw new ConflictError(state.version, input.expectedVersion, pathText([...path, 'expectedVersion']))
  }
  if (state.facts.deletedAt !== null) throw wrong(at, 'is of a Statement in the bin: restore it first')
  return state
}
