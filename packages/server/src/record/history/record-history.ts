import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import type { ChangeKind, EntityType, RevisionAction } from '../../generated/prisma/enums.js'
import type { FieldChange } from './field-changes.js'

/** What a transaction did to one object. It becomes a revision of the object and an entry in the change log. */
export interface HistoryEntry {
  type: EntityType
  entityId: string
  action: RevisionAction
  /**
   * The new version of the object. Null when it gets none, as for a site or a newly found copy: no revision is written.
   */
  version: number | null
  /** Empty for CREATED: the first fields of an object follow from its present fields and the changes since. */
  changes?: FieldChange[]
  /** The reason, in the words of the actor. */
  note?: string | null
  /** True when an ingest or an extractor did it, and no person. */
  byMachine?: boolean
}

const KINDS: Record<RevisionAction, ChangeKind> = {
  CREATED: 'CREATED',
  UPDATED: 'UPDATED',
  REVIEWED: 'REVIEWED',
  REVERTED: 'UPDATED',
  MERGED: 'UPDATED',
  SPLIT: 'UPDATED',
  DELETED: 'DELETED',
  RESTORED: 'RESTORED',
}

/**
 * Writes what a transaction did into the histories of the objects and into the change log, with one SQL statement
 * however many entries there are. Call it last in the transaction: inserting into the log takes a lock until the
 * commit, so that the order of the log is the order of the commits.
 *
 * @param actor the name of who did it.
 */
export async function recordHistory(tx: Transaction, actor: string, entries: readonly HistoryEntry[]) {
  const revisions = entries.flatMap(
    ({ version, type, entityId, action, changes = [], note = null, byMachine = false }) =>
      version === null
        ? []
        : [
            {
              ...{ id: newId(), type, entityId, version, action, actor, byMachine, note },
              changes: changes as object[],
            },
          ],
  )
  const changes = entries.map(({ type, entityId, action }) => ({
    id: newId(),
    type,
    entityId,
    kind: KINDS[action],
    actor,
  }))
  await insertRows(tx, { table: 'Revision', rows: revisions }, { table: 'Change', rows: changes })
}
