import { readFields } from '../write/read-fields.js'
import { STATEMENT_FIELD_ENTRIES } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { MOST, type StatementPatch } from './statement-patch.js'

/** A patch as fields, checked as far as possible without the database. */
export interface ReadStatementPatch {
  fields: Partial<StatementFields>
  /** Global id of a statement whose thread this one joins; null takes this one out of its thread. */
  threadOfId?: string | null
}

/**
 * Reads a patch. An absent field stays as it is, null empties it.
 *
 * @throws InputError naming the field.
 */
export function readStatementPatch(
  { threadOfId, ...patch }: StatementPatch,
  path: string[],
): ReadStatementPatch {
  const fields = readFields<StatementFields>(STATEMENT_FIELD_ENTRIES, MOST, patch, path)
  // A phase needs an event to be before, during or after.
  if (fields.eventId === null) fields.eventPhase ??= null
  if (threadOfId === null) fields.threadId = null
  return { fields, ...(threadOfId == null ? {} : { threadOfId }) }
}
