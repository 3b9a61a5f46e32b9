import { ConflictError, NotFoundError } from '../errors.js'
import { pathText, uuidIn, wrong } from '../write/input.js'
import type { Target } from '../write/lock.js'
import type { StatementState } from './statement-state.js'

/**
 * Finds the statement that a write names among the statements that it has locked.
 *
 * @param path where `id` and `expectedVersion` stand: `['input']` for `input.id` and `input.expectedVersion`.
 * @throws NotFoundError when the statement is not among them.
 * @throws ConflictError when it has another version than the caller expects.
 * @throws InputError when the id is malformed, or the statement is in the bin.
 */
export function expectState(
  states: readonly StatementState[],
  { id, expectedVersion }: Target,
  path: string[] = ['input'],
): StatementState {
  const at = [...path, 'id']
  const uuid = uuidIn('Statement', id, at)
  const state = states.find((each) => each.id === uuid)
  if (!state) throw new NotFoundError('Statement', id, pathText(at))
  if (state.version !== expectedVersion) {
    throw new ConflictError(state.version, expectedVersion, pathText([...path, 'expectedVersion']))
  }
  if (state.facts.deletedAt !== null) throw wrong(at, 'is of a Statement in the bin: restore it first')
  return state
}
