import { ConflictError, NotFoundError } from '../errors.js'
import { pathText, uuidIn, wrong } from '../write/input.js'
import type { Target } from '../write/lock.js'
import type { StatementState } from './statement-state.js'

/** Where a write's arguments stand. */
export interface TargetPath {
  id: string[]
  version: string[]
}

const ARGUMENTS: TargetPath = { id: ['id'], version: ['expectedVersion'] }

/**
 * The statement of a write, among those that it locked.
 *
 * @throws NotFoundError, ConflictError, InputError when it is not the one that the caller knows, or is in the bin.
 */
export function expectState(
  states: readonly StatementState[],
  { id, expectedVersion }: Target,
  path: TargetPath = ARGUMENTS,
): StatementState {
  const uuid = uuidIn('Statement', id, path.id)
  const state = states.find((each) => each.id === uuid)
  if (!state) throw new NotFoundError('Statement', id, pathText(path.id))
  if (state.version !== expectedVersion) {
    throw new ConflictError(state.version, expectedVersion, pathText(path.version))
  }
  if (state.facts.deletedAt !== null) throw wrong(path.id, 'is of a Statement in the bin: restore it first')
  return state
}
