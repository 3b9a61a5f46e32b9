import { ConflictError, NotFoundError } from '../errors.js'
import { pathText, uuidIn, wrong } from '../write/input.js'
import type { Target } from '../write/lock.js'
import type { StatementState } from './statement-state.js'

/**
 * The statement of a write, among those that it locked.
 *
 * @param path of the object with the two fields: `['input']` for `input.id` and `input.expectedVersion`.
 * @throws NotFoundError, ConflictError, InputError when it is not the one that the caller knows, or is in the bin.
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
