import { readFields } from '../write/read-fields.js'
import { FIELD_ENTRIES } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { MOST, type StatementPatch } from './statement-patch.js'

/** A patch as fields, checked as far as it can be without the database. */
export interface ReadPatch {
  fields: Partial<StatementFields>
  /** A statement whose thread it joins; null takes it out of its own. */
  threadOfId?: string | null
}

/**
 * Reads a patch: absent leaves as is, null empties.
 *
 * @throws InputError naming the field.
 */
export function readPatch({ threadOfId, ...patch }: StatementPatch, path: string[]): ReadPatch {
  const fields = readFields<StatementFields>(FIELD_ENTRIES, MOST, patch, path)
  // Without an event there is nothing that the statement could be before or after.
  if (fields.eventId === null) fields.eventPhase ??= null
  if (threadOfId === null) fields.threadId = null
  return { fields, ...(threadOfId == null ? {} : { threadOfId }) }
}
