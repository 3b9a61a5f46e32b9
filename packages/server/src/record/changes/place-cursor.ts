import { type CursorScope, decodeCursor, encodeCursor } from '../lists/cursor.js'
import type { LoggedChange, Place } from './logged-change.js'

/** Cursors of a stream are those of the list `changes`, so that either goes on where the other ended. */
const SCOPE: CursorScope = { list: 'Change', order: 'SEQUENCE ASC', types: ['int8', 'int8', 'uuid'] }

/** The cursor of an entry of the log. Without a horizon, that of a log of which nothing had been removed. */
export const cursorOf = ({
  sequence,
  id,
  horizon = 0,
}: Pick<LoggedChange, 'sequence' | 'id'> & { horizon?: number }): string =>
  encodeCursor(SCOPE, [String(sequence), String(0 - horizon), id])

/**
 * The place in the log that a cursor stands for.
 *
 * @throws RequestError BAD_USER_INPUT when the cursor is malformed, or of another list.
 */
export function placeOf(cursor: string): Place {
  const [sequence, horizon] = decodeCursor(cursor, SCOPE, 'after')
  return { sequence: Number(sequence), horizon: -Number(horizon) }
}
