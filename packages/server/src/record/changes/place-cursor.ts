import { type CursorScope, decodeCursor, encodeCursor } from '../lists/cursor.js'
import type { LoggedChange } from './logged-change.js'

/** Cursors of a stream are those of the list `changes`, so that either goes on where the other ended. */
const SCOPE: CursorScope = { list: 'Change', order: 'SEQUENCE ASC', types: ['int8', 'uuid'] }

/** The cursor of an entry of the log. */
export const cursorOf = ({ sequence, id }: Pick<LoggedChange, 'sequence' | 'id'>): string =>
  encodeCursor(SCOPE, [String(sequence), id])

/**
 * The place in the log that a cursor stands for.
 *
 * @throws RequestError BAD_USER_INPUT when the cursor is malformed, or of another list.
 */
export const placeOf = (cursor: string): number => Number(decodeCursor(cursor, SCOPE, 'after')[0])
