import { hasCode } from '../../database/unavailable.js'
import { badUserInput, RequestError } from '../errors.js'

/** The error for a caller whose place in the log of changes is none; null for every other error. See `log_reaches`. */
export function placeError(error: unknown): RequestError | null {
  if (hasCode(error, 'OR001')) {
    return new RequestError(
      'CURSOR_EXPIRED',
      'after is older than the log of changes is kept: begin again without after, which gives every object once more',
    )
  }
  if (!hasCode(error, 'OR002')) return null
  return badUserInput(
    'after is a place that this log of changes has not reached, as when the record was reset or restored: begin again without after',
  )
}
