import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import type { ChangeKind, EntityType, RevisionAction } from '../../generated/prisma/enums.js'
import type { FieldChange } from './field-changes.js'

/** What a transaction did to one object: a revision of it, and an entry of the ordered log. */
export interface HistoryEntry {
  type: EntityType
  entityId: string
  action: RevisionAction
  /** The version that it made; null when it made none, and there is no revision: of a site, of a copy that was found. */
  version: number | null
  /** Empty for a CREATED one: what an object was made as follows from it and the changes since. */
  changes?: FieldChange[]
  /** Why, in the words of whoever did it. */
  note?: string | null
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
 * Writes what a transaction did into the objects' histories and into the log, with two SQL statements however much
 * it was. It comes last in the transaction: from here to the commit, other writers wait, which is what makes the log's
 * order the order of commits.
 *
 * @param actor who.
 */
export async function recordHistory(tx: Transaction, actor: string, entries: readonly HistoryEntry[]) {
  const revisions = entries.flatMap(({ version, type, entityId, action, changes = [], note = null }) =>
    version === null
      ? []
      : [{ id: newId(), type, entityId, version, action, actor, note, changes: changes as object[] }],
  )
  if (revisions.length > 0) await tx.revision.createMany({ data: revisions })
  if (entries.length === 0) return
  await tx.change.createMany({
    data: entries.map(({ type, entityId, action }) => ({ type, entityId, kind: KINDS[action], actor })),
  })
}
